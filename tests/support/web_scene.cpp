// SPDX-License-Identifier: MIT
#include "tests/support/web_scene.hpp"

#include "sync/hq/web/form.hpp"

namespace baodao::test {

std::string header(const HttpResponse& response, const std::string& name) {
    for (const auto& [key, value] : response.headers) {
        if (key == name) return value;
    }
    return {};
}

HttpResponse WebBrowser::send(HttpRequest request) {
    for (const auto& [name, value] : cookies_)
        request.cookie += (request.cookie.empty() ? "" : "; ") + name + "=" + value;
    HttpResponse response = web_->answer(request);
    for (const auto& [key, value] : response.headers) {
        if (key != "Set-Cookie") continue;
        const auto equal = value.find('=');
        const std::string name = value.substr(0, equal);
        if (value.find("Max-Age=0") != std::string::npos) {
            cookies_.erase(name);
        } else {
            cookies_[name] = value.substr(equal + 1, value.find(';') - equal - 1);
        }
    }
    constexpr std::string_view field = "name=\"form\" value=\"";
    if (const auto at = response.body.find(field); at != std::string::npos)
        form_ = response.body.substr(at + field.size(), 64);
    return response;
}

HttpResponse WebBrowser::get(const std::string& address) {
    return send({"GET", address, "", ""});
}

HttpResponse WebBrowser::post(const std::string& address, std::map<std::string, std::string> fields) {
    fields.emplace("form", form_);
    std::string body;
    for (const auto& [name, value] : fields)
        body += (body.empty() ? "" : "&") + hq::url_encoded(name) + "=" + hq::url_encoded(value);
    return send({"POST", address, "", body});
}

HttpResponse WebBrowser::upload(const std::string& address, std::map<std::string, std::string> fields,
                                const std::string& file_field, const std::string& file_name,
                                const std::string& bytes) {
    fields.emplace("form", form_);
    const std::string boundary = "----WebKitFormBoundaryx7Qk2";
    std::string body;
    for (const auto& [name, value] : fields)
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" +
                value + "\r\n";
    body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + file_field + "\"; filename=\"" +
            file_name + "\"\r\nContent-Type: text/csv\r\n\r\n" + bytes + "\r\n--" + boundary + "--\r\n";
    return post_raw(address, "multipart/form-data; boundary=" + boundary, body);
}

HttpResponse WebBrowser::post_raw(const std::string& address, const std::string& type,
                                  const std::string& body) {
    HttpRequest request{"POST", address, "", body};
    request.content_type = type;
    return send(std::move(request));
}

std::string WebBrowser::cookie(const std::string& name) const {
    const auto found = cookies_.find(name);
    return found == cookies_.end() ? "" : found->second;
}

WebScene::WebScene(std::string store) : hq(std::move(store)), web(another_process()) {}

std::unique_ptr<hq::Web> WebScene::another_process() {
    return std::make_unique<hq::Web>(hq::WebParts{hq.keys, *hq.pool, hq.clock, hq.random, "certificate",
                                                  [] { return std::string("https://127.0.0.1:8443"); }});
}

TestUser WebScene::add_user(const std::string& name, hq::Role role, const std::string& scope) {
    TestUser user{name, "correct horse battery", {}};
    const auto second = hq::add_user(*hq.pool, {name, user.password, role, scope}, hq.keys.sessions,
                                     hq.clock.now().wall, hq.random);
    BAODAO_CHECK(second.ok());
    user.second = *second;
    return user;
}

std::string WebScene::fresh_code(const TestUser& user) {
    hq.clock.advance(hq::totp_step_s * ms_per_second);
    return hq::totp_code(user.second, hq::totp_step(hq.clock.now().wall));
}

HttpResponse WebScene::log_in(WebBrowser& browser, const TestUser& user) {
    (void)browser.get("/login");
    return browser.post("/login",
                        {{"name", user.name}, {"password", user.password}, {"code", fresh_code(user)}});
}

}  // namespace baodao::test
