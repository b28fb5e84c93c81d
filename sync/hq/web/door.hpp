// SPDX-License-Identifier: MIT
// Sessions of browsers. A session is a sealed cookie: any headquarters process with the same keys knows it;
// only the ones that were ended are remembered.
#pragma once

#include <optional>
#include <string>

#include "sync/hq/web/users.hpp"

namespace baodao::hq {

inline constexpr std::int64_t idle_minutes = 30;
inline constexpr std::int64_t session_hours = 12;  // however busy
inline constexpr const char* session_cookie = "__Host-baodao";
inline constexpr const char* door_cookie =
    "__Host-baodao-door";  // before a session: binds the form of the door

using WebSession = Bytes<struct WebSessionTag, 16>;

struct Visit {
    WebSession id;
    std::string user;
    UtcMillis begun;
    UtcMillis seen;
};

[[nodiscard]] std::string cookie_of(const Visit& visit, const SecretKey& secret, Random& random);
// nullopt: not ours, idle too long, or too old.
[[nodiscard]] std::optional<Visit> visit_of(std::string_view cookie, const SecretKey& secret, UtcMillis now);

// Stands in every form of that session; another page cannot know it.
[[nodiscard]] std::string form_token(const WebSession& id, const SecretKey& secret);
[[nodiscard]] bool form_token_holds(const std::string& token, const WebSession& id, const SecretKey& secret);

// Log-out: no process believes the cookie any more.
[[nodiscard]] Status end_visit(sql::Session& session, const Visit& visit, UtcMillis now);
// Its user, active, and the session not ended; nullopt otherwise.
[[nodiscard]] Result<std::optional<User>> user_of_visit(sql::Session& session, const Visit& visit);

// "name=value; Path=/; Secure; …"; an empty value takes the cookie away.
[[nodiscard]] std::string set_cookie(const char* name, const std::string& value);

}  // namespace baodao::hq
