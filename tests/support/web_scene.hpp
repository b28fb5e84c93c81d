// SPDX-License-Identifier: MIT
// Browsers at a headquarters without sockets.
#pragma once

#include <map>
#include <string>

#include "sync/hq/web/web.hpp"
#include "tests/support/hq_scene.hpp"

namespace baodao::test {

// One browser: keeps cookies, fills in forms.
class WebBrowser {
  public:
    explicit WebBrowser(hq::Web& web) : web_(&web) {}

    HttpResponse get(const std::string& address);
    // With the token that stands in the forms of the page last seen, unless the fields bring one.
    HttpResponse post(const std::string& address, std::map<std::string, std::string> fields);
    // A form with a file, as a browser sends it.
    HttpResponse upload(const std::string& address, std::map<std::string, std::string> fields,
                        const std::string& file_field, const std::string& file_name,
                        const std::string& bytes);
    // A form of that type and body, with the cookies.
    HttpResponse post_raw(const std::string& address, const std::string& type, const std::string& body);
    [[nodiscard]] const std::string& form_token() const { return form_; }
    [[nodiscard]] std::string cookie(const std::string& name) const;
    void set_cookie(const std::string& name, const std::string& value) { cookies_[name] = value; }
    // Another process of the same headquarters answers from now on.
    void move_to(hq::Web& web) { web_ = &web; }

  private:
    HttpResponse send(HttpRequest request);

    hq::Web* web_;
    std::map<std::string, std::string> cookies_;
    std::string form_;
};

[[nodiscard]] std::string header(const HttpResponse& response, const std::string& name);

struct TestUser {
    std::string name;
    std::string password;
    hq::TotpSecret second;
};

class WebScene {
  public:
    explicit WebScene(std::string store = "");

    [[nodiscard]] TestUser add_user(const std::string& name, hq::Role role = hq::Role::town,
                                    const std::string& scope = "");
    // A code that was not used yet: time goes on by half a minute.
    [[nodiscard]] std::string fresh_code(const TestUser& user);
    // The answer to the form of the door.
    HttpResponse log_in(WebBrowser& browser, const TestUser& user);
    [[nodiscard]] std::unique_ptr<hq::Web> another_process();

    HqScene hq;
    std::unique_ptr<hq::Web> web;
};

}  // namespace baodao::test
