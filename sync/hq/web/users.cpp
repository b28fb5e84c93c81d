// SPDX-License-Identifier: MIT
#include "sync/hq/web/users.hpp"

#include "domain/base/text.hpp"
#include "domain/base/unicode.hpp"
#include "domain/slip/pin.hpp"

namespace baodao::hq {

namespace {

constexpr std::size_t name_bytes_max = 64;
constexpr std::uint64_t unknown_doors = 4096;  // names that nobody has share so many counters

struct Stored {
    User user;
    Salt salt;
    StretchCost cost;
    Hash hash;
    ByteVector totp;  // sealed
};

Result<Hash> hash_of(std::string_view password, const Salt& salt, StretchCost cost, const SecretKey& secret) {
    const Hash mixed = keyed_hash(secret, {as_bytes("BDUSER1"), as_bytes(password)});
    return stretch(mixed.bytes, salt, cost);
}

User user_of(const sql::Row& row) {
    return {row.text(0), static_cast<std::uint64_t>(row.integer(1)),
            role_from(row.text(2)).value_or(Role::community), row.text(3), row.integer(4) != 0};
}

Result<std::optional<Stored>> find_stored(sql::Session& session, const std::string& name) {
    std::optional<Stored> out;
    const auto read = session.query(
        "SELECT name,number,role,scope,active,salt,passes,memory_kib,hash,totp FROM users WHERE name=?",
        {name}, [&](const sql::Row& row) {
            const std::string_view totp = row.bytes(9);
            out = Stored{
                user_of(row),
                row.id<Salt>(5),
                {static_cast<std::uint32_t>(row.integer(6)), static_cast<std::uint32_t>(row.integer(7))},
                row.id<Hash>(8),
                {totp.begin(), totp.end()}};
            return Status{};
        });
    if (!read) return read.error();
    return out;
}

// Known names have a counter each, by their number; the others share some.
std::int64_t door_of(const std::optional<Stored>& stored, const std::string& name, const SecretKey& secret) {
    if (stored) return static_cast<std::int64_t>(stored->user.number);
    const Hash hash = keyed_hash(secret, {as_bytes("BDDOOR1"), as_bytes(name)});
    return static_cast<std::int64_t>((hash.bytes[0] << 8 | hash.bytes[1]) % unknown_doors);
}

// False: locked, and nothing was counted. Committed before anything is checked.
Result<bool> count_try(sql::Session& session, std::int64_t door, UtcMillis now) {
    bool open = false;
    const auto counted = session.transaction([&]() -> Status {
        const auto made = session.run(
            "INSERT INTO tries(door,wrong,locked_until_ms) VALUES (?,0,0) ON CONFLICT (door) DO NOTHING",
            {door});
        if (!made) return made.error();
        std::int64_t wrong = 0;
        UtcMillis locked;
        const auto read = session.query("SELECT wrong,locked_until_ms FROM tries WHERE door=? FOR UPDATE",
                                        {door}, [&](const sql::Row& row) {
                                            wrong = row.integer(0);
                                            locked = {row.integer(1)};
                                            return Status{};
                                        });
        if (!read) return read;
        open = now >= locked;
        if (!open) return {};
        ++wrong;
        const bool last = wrong >= tries_before_lock;
        const UtcMillis until = last ? now + lock_minutes * ms_per_minute : UtcMillis{0};
        const auto written = session.run("UPDATE tries SET wrong=?, locked_until_ms=? WHERE door=?",
                                         {last ? std::int64_t{0} : wrong, until, door});
        return written ? Status{} : Status{written.error()};
    });
    if (!counted) return counted.error();
    return open;
}

// The code's step is used up; false: it was before.
Result<bool> use_step(sql::Session& session, const std::string& name, std::int64_t step, std::int64_t door) {
    bool fresh = false;
    const auto done = session.transaction([&]() -> Status {
        const auto used =
            session.run("UPDATE users SET totp_step=? WHERE name=? AND totp_step<?", {step, name, step});
        if (!used) return used.error();
        fresh = *used == 1;
        if (!fresh) return {};
        const auto cleared = session.run("UPDATE tries SET wrong=0, locked_until_ms=0 WHERE door=?", {door});
        return cleared ? Status{} : Status{cleared.error()};
    });
    if (!done) return done.error();
    return fresh;
}

Error unfit(const char* words) {
    return {ErrorKind::bad_input, words, ""};
}

Status check_wanted(const NewUser& wanted) {
    const auto name_nfc = to_nfc(wanted.name);
    if (wanted.name.empty() || wanted.name.size() > name_bytes_max || !is_utf8(wanted.name) ||
        !is_clean_text(wanted.name) || !name_nfc || *name_nfc != wanted.name)
        return unfit("a user's name is 1 to 64 bytes of plain text");
    if (!is_utf8(wanted.password) || code_points(wanted.password).size() < password_characters_min)
        return unfit("a password has at least 10 characters");
    if (wanted.password.size() > password_bytes_max) return unfit("a password has at most 256 bytes");
    if (wanted.password.find(wanted.name) != std::string::npos)
        return unfit("a password does not hold the user's name");
    if (wanted.role == Role::town && !wanted.scope.empty()) return unfit("the town has no --scope");
    if (wanted.role == Role::agency && wanted.scope.empty()) return unfit("--scope wants the agency's name");
    const bool digits =
        !wanted.scope.empty() && wanted.scope.size() <= 8 && is_digits(wanted.scope, wanted.scope.size());
    if (wanted.role == Role::community && !digits)
        return unfit("--scope wants the community's number, see kiosk list");
    return {};
}

}  // namespace

std::string_view word(Role role) {
    return role == Role::town ? "town" : role == Role::agency ? "agency" : "community";
}

std::optional<Role> role_from(std::string_view text) {
    for (const Role role : {Role::town, Role::agency, Role::community}) {
        if (word(role) == text) return role;
    }
    return std::nullopt;
}

Result<TotpSecret> add_user(Pool& pool, const NewUser& wanted, const SecretKey& secret, UtcMillis now,
                            Random& random) {
    if (const auto fit = check_wanted(wanted); !fit) return fit.error();
    const Salt salt = random.draw<Salt>();
    const StretchCost cost;
    const auto hash = hash_of(wanted.password, salt, cost, secret);
    if (!hash) return hash.error();
    const auto totp = random.draw<TotpSecret>();
    const ByteVector sealed = seal(secret, totp.bytes, as_bytes(wanted.name), random);
    const auto number = static_cast<std::int64_t>(random.next_u64() | unknown_doors);
    const auto added = pool.with<std::int64_t>([&](sql::Session& session) {
        return session.run(
            "INSERT INTO "
            "users(name,number,role,scope,salt,passes,memory_kib,hash,totp,totp_step,active,made_ms)"
            " VALUES (?,?,?,?,?,?,?,?,?,0,1,?) ON CONFLICT (name) DO NOTHING",
            {wanted.name, number, word(wanted.role), wanted.scope, salt, std::int64_t{cost.passes},
             std::int64_t{cost.memory_kib}, *hash, sealed, now});
    });
    if (!added) return added.error();
    if (*added == 0) return Error{ErrorKind::refused, "there is a user of this name", wanted.name};
    return totp;
}

Status close_user(Pool& pool, const std::string& name) {
    const auto closed = pool.with<std::int64_t>(
        [&](sql::Session& session) { return session.run("UPDATE users SET active=0 WHERE name=?", {name}); });
    if (!closed) return closed.error();
    if (*closed == 0) return Error{ErrorKind::not_found, "there is no such user", name};
    return {};
}

Result<std::vector<User>> all_users(sql::Session& session) {
    std::vector<User> out;
    const auto read = session.query("SELECT name,number,role,scope,active FROM users ORDER BY name", {},
                                    [&](const sql::Row& row) {
                                        out.push_back(user_of(row));
                                        return Status{};
                                    });
    if (!read) return read.error();
    return out;
}

Result<std::optional<User>> find_user(sql::Session& session, const std::string& name) {
    std::optional<User> out;
    const auto read = session.query("SELECT name,number,role,scope,active FROM users WHERE name=?", {name},
                                    [&](const sql::Row& row) {
                                        out = user_of(row);
                                        return Status{};
                                    });
    if (!read) return read.error();
    return out;
}

Result<Checked> check_credentials(Pool& pool, const Credentials& given, const SecretKey& secret,
                                  UtcMillis now) {
    if (given.name.size() > name_bytes_max || given.password.size() > password_bytes_max) return Checked{};
    const auto stored = pool.with<std::optional<Stored>>(
        [&](sql::Session& session) { return find_stored(session, given.name); });
    if (!stored) return stored.error();
    const std::int64_t door = door_of(*stored, given.name, secret);
    const auto counted =
        pool.with<bool>([&](sql::Session& session) { return count_try(session, door, now); });
    if (!counted) return counted.error();
    if (!*counted) return Checked{EntryWord::locked, {}};

    // As long for a name that nobody has.
    const Stored nobody{{}, {}, {}, {}, {}};
    const Stored& who = *stored ? **stored : nobody;
    const auto hash = hash_of(given.password, who.salt, who.cost, secret);
    if (!hash) return hash.error();
    const bool password_right = same_secret(*hash, who.hash) && *stored && who.user.active;
    const auto totp = unseal(secret, who.totp, as_bytes(given.name));
    TotpSecret second;
    if (totp && totp->size() == second.bytes.size())
        std::copy(totp->begin(), totp->end(), second.bytes.begin());
    const auto step = totp_matches(second, given.code, now);
    if (!password_right || !totp || !step) return Checked{};
    const auto fresh =
        pool.with<bool>([&](sql::Session& session) { return use_step(session, given.name, *step, door); });
    if (!fresh) return fresh.error();
    return *fresh ? Checked{EntryWord::let_in, who.user} : Checked{};
}

}  // namespace baodao::hq
