// SPDX-License-Identifier: MIT
// Who may look at headquarters' pages. A password (Argon2id, mixed with a secret that is not in the
// database) and a second factor; each try is counted durably before it is checked (fault 84).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/hq/pool.hpp"
#include "sync/hq/web/totp.hpp"

namespace baodao::hq {

enum class Role { town, agency, community };
[[nodiscard]] std::string_view word(Role role);
[[nodiscard]] std::optional<Role> role_from(std::string_view word);

struct User {
    std::string name;
    std::uint64_t number = 0;  // names the person in events that were written on pages
    Role role = Role::town;
    std::string scope;  // agency: its name; community: its number in decimal digits; town: empty
    bool active = true;
};

inline constexpr std::size_t password_characters_min = 10;
inline constexpr std::size_t password_bytes_max = 256;
inline constexpr std::int64_t tries_before_lock = 5;
inline constexpr std::int64_t lock_minutes = 15;

struct NewUser {
    std::string name;
    std::string password;
    Role role = Role::town;
    std::string scope;
};
// Gives the second factor's secret, which is shown this once. refused: the name is taken; bad_input: name,
// password or scope will not do, in words.
[[nodiscard]] Result<TotpSecret> add_user(Pool& pool, const NewUser& wanted, const SecretKey& secret,
                                          UtcMillis now, Random& random);
// not_found: there is no such user. Sessions that are open end with the next page.
[[nodiscard]] Status close_user(Pool& pool, const std::string& name);
[[nodiscard]] Result<std::vector<User>> all_users(sql::Session& session);
[[nodiscard]] Result<std::optional<User>> find_user(sql::Session& session, const std::string& name);

struct Credentials {
    std::string name;
    std::string password;
    std::string code;  // of the second factor
};
enum class EntryWord { let_in, wrong, locked };
struct Checked {
    EntryWord entry =
        EntryWord::wrong;  // one answer for an unknown name, a wrong password, a wrong or used code
    User user;             // when let in
};
[[nodiscard]] Result<Checked> check_credentials(Pool& pool, const Credentials& given, const SecretKey& secret,
                                                UtcMillis now);

}  // namespace baodao::hq
