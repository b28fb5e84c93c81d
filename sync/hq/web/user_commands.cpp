// SPDX-License-Identifier: MIT
#include "sync/hq/web/user_commands.hpp"

#include "sync/hq/web/users.hpp"

namespace baodao::hq {

namespace {

Result<Json> list_users(Pool& pool) {
    const auto users = pool.with<std::vector<User>>([](sql::Session& session) { return all_users(session); });
    if (!users) return users.error();
    Json out = Json::array();
    for (const User& user : *users)
        out.push_back(
            {{"name", user.name}, {"role", word(user.role)}, {"scope", user.scope}, {"active", user.active}});
    return out;
}

}  // namespace

Result<Json> run_user_command(const std::string& command, const Json& request, Pool& pool, const HqKeys& keys,
                              UtcMillis now, Random& random) {
    const auto text = [&](const char* key) { return text_at(request, key).value_or(""); };
    if (command == "user list") return list_users(pool);
    if (command == "user close") {
        const auto closed = close_user(pool, text("name"));
        if (!closed) return closed.error();
        return Json::object();
    }
    if (command != "user add")
        return Error{ErrorKind::bad_input, "headquarters does not know this command", command};
    const auto role = role_from(text("role"));
    if (!role) return Error{ErrorKind::bad_input, "--role is town, agency or community", text("role")};
    const auto second =
        add_user(pool, {text("name"), text("password"), *role, text("scope")}, keys.sessions, now, random);
    if (!second) return second.error();
    return Json{{"second_factor", totp_address(*second, text("name"))}};
}

}  // namespace baodao::hq
