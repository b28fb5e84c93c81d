// SPDX-License-Identifier: MIT
#include "sync/hq/web/web.hpp"

#include "domain/base/text.hpp"
#include "sync/hq/web/audit.hpp"
#include "sync/hq/web/door.hpp"
#include "sync/hq/web/place.hpp"
#include "sync/hq/web/routes.hpp"
#include "sync/hq/web/templates.hpp"

namespace baodao::hq {

namespace {

constexpr const char* html = "text/html; charset=utf-8";
constexpr const char* language_cookie = "__Host-baodao-language";
constexpr std::int64_t renew_ms = ms_per_minute;  // a session that is used gets a newer cookie so often

void guard(HttpResponse& response) {
    response.headers.insert(
        response.headers.end(),
        {{"Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
          "frame-ancestors 'none'"},
         {"Referrer-Policy", "same-origin"},
         {"X-Frame-Options", "DENY"},
         {"Cross-Origin-Opener-Policy", "same-origin"},
         {"Cross-Origin-Resource-Policy", "same-origin"}});
}

HttpResponse redirect(const std::string& to) {
    HttpResponse response{303, html, std::nullopt, ""};
    response.headers.emplace_back("Location", to);
    return response;
}

// Only to our own pages: "//elsewhere" and "/\elsewhere" lead away.
std::string own_address(const std::string& address) {
    const bool ours = address.starts_with('/') && address.find_first_of("\\\r\n", 0) == std::string::npos &&
                      !address.starts_with("//");
    return ours ? address : "/overview";
}

Tongue tongue_of(const HttpRequest& request) {
    return cookie_value(request.cookie, language_cookie) == "en" ? Tongue::en : Tongue::zh;
}

Json common_view(const Speech& say) {
    return {
        {"t", say.words()}, {"lang", say.code()}, {"other_lang", say.tongue() == Tongue::zh ? "en" : "zh"}};
}

HttpResponse switch_language(const Target& target) {
    HttpResponse response = redirect(own_address(target.query.text("back")));
    const char* tongue = target.query.text("to") == "en" ? "en" : "zh";
    response.headers.emplace_back("Set-Cookie", set_cookie(language_cookie, tongue) + "; Max-Age=31536000");
    return response;
}

// What a form brought, with a file or without.
struct Posted {
    Form form;
    std::optional<UploadedFile> file = std::nullopt;
    bool broken = false;
};

Posted posted_of(const HttpRequest& request) {
    if (request.method != "POST") return {Form::of("")};
    if (!is_multipart(request.content_type)) return {Form::of(request.body)};
    auto read = read_multipart(request.content_type, request.body);
    if (!read) return {Form::of(""), std::nullopt, true};
    return {std::move(read->form), std::move(read->file)};
}

}  // namespace

Page message_page(const Speech& say, int status, std::string_view words) {
    Page page;
    page.status = status;
    page.title = say(std::string(words) + "_title");
    page.file = "message.html";
    page.view = {{"heading", page.title}, {"text", say(words)}};
    return page;
}

struct Web::Visitor {
    Visit visit;
    User user;
};

HttpResponse Web::answer(const HttpRequest& request) {
    const Speech say(tongue_of(request));
    const Target target = Target::of(request.target);
    const auto reply = [&]() -> HttpResponse {
        if (target.path == "/style.css" && request.method == "GET")
            return {200, "text/css; charset=utf-8", std::nullopt, std::string(web_file("style.css"))};
        if (target.path == "/mark.svg" && request.method == "GET")
            return {200, "image/svg+xml", std::nullopt, std::string(web_file("mark.svg"))};
        if (target.path == "/language" && request.method == "GET") return switch_language(target);
        if (target.path == "/login")
            return request.method == "POST" ? enter(request, say) : door(request, say, "");
        const auto visitor = visitor_of(request);
        if (!visitor) {
            HttpResponse away = redirect("/login");
            if (!cookie_value(request.cookie, session_cookie).empty())
                away.headers.emplace_back("Set-Cookie", set_cookie(session_cookie, ""));
            return away;
        }
        if (target.path == "/") return redirect("/overview");
        if (target.path == "/logout" && request.method == "POST") return leave(request, *visitor);
        return show(request, *visitor, say);
    };
    HttpResponse response = reply();
    guard(response);
    return response;
}

// The form of the door belongs to the browser that asked for it, so that nobody is logged in as somebody
// else.
HttpResponse Web::door(const HttpRequest& request, const Speech& say, std::string_view wrong) {
    const auto known = id_from_hex<WebSession>(cookie_value(request.cookie, door_cookie));
    const WebSession id = known ? *known : parts_.random.draw<WebSession>();
    Json view = common_view(say);
    view["form"] = form_token(id, parts_.keys.sessions);
    if (!wrong.empty()) view["wrong"] = say(wrong);
    HttpResponse response{wrong.empty() ? 200 : 403, html, std::nullopt, render("login.html", view)};
    if (!known) response.headers.emplace_back("Set-Cookie", set_cookie(door_cookie, to_hex(id)));
    return response;
}

HttpResponse Web::enter(const HttpRequest& request, const Speech& say) {
    const Form form = Form::of(request.body);
    const auto id = id_from_hex<WebSession>(cookie_value(request.cookie, door_cookie));
    if (!id || !form_token_holds(form.text("form"), *id, parts_.keys.sessions))
        return door(request, say, "login_stale");
    const UtcMillis now = parts_.clock.now().wall;
    const Credentials given{form.text("name"), form.text("password"), form.text("code")};
    const auto checked = check_credentials(parts_.pool, given, parts_.keys.sessions, now);
    if (!checked) return {503, html, 5, say("trouble")};
    if (checked->entry != EntryWord::let_in)
        return door(request, say, checked->entry == EntryWord::locked ? "login_locked" : "login_wrong");
    const auto noted = parts_.pool.with<void>([&](sql::Session& session) {
        return note_audit(session, {now, checked->user.name, "login", "", 0}, parts_.random);
    });
    if (!noted) return {503, html, 5, say("trouble")};
    const Visit visit{parts_.random.draw<WebSession>(), checked->user.name, now, now};
    HttpResponse response = redirect("/overview");
    response.headers.emplace_back(
        "Set-Cookie", set_cookie(session_cookie, cookie_of(visit, parts_.keys.sessions, parts_.random)));
    response.headers.emplace_back("Set-Cookie", set_cookie(door_cookie, ""));
    return response;
}

HttpResponse Web::leave(const HttpRequest& request, const Visitor& visitor) {
    const Form form = Form::of(request.body);
    if (!form_token_holds(form.text("form"), visitor.visit.id, parts_.keys.sessions))
        return redirect("/overview");
    const UtcMillis now = parts_.clock.now().wall;
    const auto ended = parts_.pool.with<void>([&](sql::Session& session) -> Status {
        if (auto noted = note_audit(session, {now, visitor.user.name, "logout", "", 0}, parts_.random);
            !noted)
            return noted;
        return end_visit(session, visitor.visit, now);
    });
    if (!ended) return redirect("/overview");
    HttpResponse response = redirect("/login");
    response.headers.emplace_back("Set-Cookie", set_cookie(session_cookie, ""));
    return response;
}

std::optional<Web::Visitor> Web::visitor_of(const HttpRequest& request) {
    const std::string cookie = cookie_value(request.cookie, session_cookie);
    const auto visit = visit_of(cookie, parts_.keys.sessions, parts_.clock.now().wall);
    if (!visit) return std::nullopt;
    const auto user = parts_.pool.with<std::optional<User>>(
        [&](sql::Session& session) { return user_of_visit(session, *visit); });
    if (!user || !*user) return std::nullopt;
    return Visitor{*visit, **user};
}

HttpResponse Web::show(const HttpRequest& request, const Visitor& visitor, const Speech& say) {
    const Target target = Target::of(request.target);
    const Found found = find_route(request.method, target.path);
    const Posted posted = posted_of(request);
    const Form& form = posted.form;
    const ClockReading clock = parts_.clock.now();
    const bool ours = request.method != "POST" ||
                      form_token_holds(form.text("form"), visitor.visit.id, parts_.keys.sessions);
    bool proven = false;
    if (ours && found.route != nullptr && found.route->asks_password) {
        const auto checked =
            check_credentials(parts_.pool, {visitor.user.name, form.text("password"), form.text("code")},
                              parts_.keys.sessions, clock.wall);
        proven = checked && checked->entry == EntryWord::let_in;
    }
    const std::string address = parts_.address();
    std::function<Result<std::string>()> later;
    bool approved = false;
    const auto shown = parts_.pool.with<HttpResponse>([&](sql::Session& session) -> Result<HttpResponse> {
        const Asking asking{session,
                            visitor.user,
                            say,
                            found.parts,
                            target.query,
                            form,
                            posted.file ? &*posted.file : nullptr,
                            form_token(visitor.visit.id, parts_.keys.sessions),
                            proven,
                            request.method == "GET" ? request.target : "/overview",
                            clock,
                            parts_.keys,
                            parts_.certificate,
                            address,
                            parts_.random};
        if (found.route == nullptr) return framed(message_page(say, 404, "not_found"), asking);
        if (!found.route->roles.contains(visitor.user.role))
            return framed(message_page(say, 403, "not_yours"), asking);
        if (posted.broken) return framed(message_page(say, 400, "broken_form"), asking);
        if (!ours) return framed(message_page(say, 403, "stale_form"), asking);
        const auto page = found.route->page(asking);
        if (page) later = page->later;
        approved = page && page->approved;
        if (page) return framed(*page, asking);
        if (page.error().kind == ErrorKind::not_found)
            return framed(message_page(say, 404, "not_found"), asking);
        return page.error();
    });
    HttpResponse response = shown ? *shown : HttpResponse{503, html, 5, say("trouble")};
    if (shown && later) {
        auto bytes = later();
        if (bytes) response.body = std::move(*bytes);
        if (!bytes) response = {503, html, 5, say("trouble")};
    }
    if (shown && approved && parts_.on_approved) parts_.on_approved();
    if (clock.wall - visitor.visit.seen > renew_ms) {
        Visit renewed = visitor.visit;
        renewed.seen = clock.wall;
        response.headers.emplace_back(
            "Set-Cookie",
            set_cookie(session_cookie, cookie_of(renewed, parts_.keys.sessions, parts_.random)));
    }
    return response;
}

HttpResponse Web::framed(const Page& page, const Asking& asking) {
    if (!page.go_to.empty()) return redirect(page.go_to);
    if (!page.download.empty()) {
        HttpResponse file{page.status, page.file_type, std::nullopt, page.bytes};
        file.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + page.download + "\"");
        return file;
    }
    const Speech& say = asking.say;
    Json body = page.view;
    body["t"] = say.words();
    body["form"] = asking.form_token;
    Json frame = common_view(say);
    frame["title"] = page.title;
    frame["subtitle"] = page.subtitle;
    frame["tools"] = page.tools;
    frame["user"] = asking.user.name;
    frame["back"] = url_encoded(asking.back);
    frame["form"] = asking.form_token;
    frame["place"] = place_name(asking);
    if (page.note) {
        frame["note"] = {{"text", page.note->text},
                         {"amber", page.note->amber},
                         {"icon", page.note->amber ? "i-warn" : "i-tick"}};
    }
    const std::int64_t waiting = waiting_count(asking);
    for (const NavEntry& entry : nav_entries()) {
        if (!entry.roles.contains(asking.user.role)) continue;
        const std::string word(entry.word);
        Json item{{"href", "/" + word},
                  {"icon", entry.icon},
                  {"label", say("nav_" + word)},
                  {"on", page.nav == word}};
        if (word == "waiting" && waiting > 0) item["count"] = waiting;
        frame["nav"].push_back(std::move(item));
    }
    frame["body"] = render(page.file, body);
    return {page.status, html, std::nullopt, render("layout.html", frame)};
}

}  // namespace baodao::hq
