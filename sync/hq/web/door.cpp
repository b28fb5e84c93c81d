// SPDX-License-Identifier: MIT
#include "sync/hq/web/door.hpp"

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"

namespace baodao::hq {

namespace {

constexpr std::string_view cookie_tag = "BDWEB1";

}  // namespace

std::string cookie_of(const Visit& visit, const SecretKey& secret, Random& random) {
    const std::string text = to_compact(Json{{"session", to_hex(visit.id)},
                                             {"user", visit.user},
                                             {"begun", visit.begun.value},
                                             {"seen", visit.seen.value}});
    return to_hex(seal(secret, as_bytes(text), as_bytes(cookie_tag), random));
}

std::optional<Visit> visit_of(std::string_view cookie, const SecretKey& secret, UtcMillis now) {
    const auto sealed = from_hex(cookie);
    if (!sealed) return std::nullopt;
    const auto plain = unseal(secret, *sealed, as_bytes(cookie_tag));
    if (!plain) return std::nullopt;
    const auto json = parse_json({reinterpret_cast<const char*>(plain->data()), plain->size()});
    if (!json || !json->is_object()) return std::nullopt;
    const auto id = id_from_hex<WebSession>(text_at(*json, "session").value_or(""));
    if (!id) return std::nullopt;
    const Visit visit{*id,
                      text_at(*json, "user").value_or(""),
                      {integer_at(*json, "begun").value_or(0)},
                      {integer_at(*json, "seen").value_or(0)}};
    const bool fresh =
        now - visit.seen <= idle_minutes * ms_per_minute && now - visit.begun <= session_hours * ms_per_hour;
    return fresh ? std::optional(visit) : std::nullopt;
}

std::string form_token(const WebSession& id, const SecretKey& secret) {
    return to_hex(keyed_hash(secret, {as_bytes("BDFORM1"), id.bytes}));
}

bool form_token_holds(const std::string& token, const WebSession& id, const SecretKey& secret) {
    return same_secret(sha256({as_bytes(token)}), sha256({as_bytes(form_token(id, secret))}));
}

Status end_visit(sql::Session& session, const Visit& visit, UtcMillis now) {
    return session.transaction([&]() -> Status {
        const auto swept = session.run("DELETE FROM ended_sessions WHERE until_ms<?", {now});
        if (!swept) return swept.error();
        const auto ended = session.run(
            "INSERT INTO ended_sessions(session,until_ms) VALUES (?,?) ON CONFLICT (session) DO NOTHING",
            {visit.id, visit.begun + session_hours * ms_per_hour});
        return ended ? Status{} : Status{ended.error()};
    });
}

Result<std::optional<User>> user_of_visit(sql::Session& session, const Visit& visit) {
    const auto ended = session.number("SELECT count(*) FROM ended_sessions WHERE session=?", {visit.id});
    if (!ended) return ended.error();
    if (*ended != 0) return std::optional<User>();
    auto user = find_user(session, visit.user);
    if (!user) return user;
    if (*user && !(*user)->active) return std::optional<User>();
    return user;
}

std::string set_cookie(const char* name, const std::string& value) {
    const std::string end = value.empty() ? "; Max-Age=0" : "";
    return std::string(name) + "=" + value + "; Path=/; Secure; HttpOnly; SameSite=Strict" + end;
}

}  // namespace baodao::hq
