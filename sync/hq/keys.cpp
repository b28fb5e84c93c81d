// SPDX-License-Identifier: MIT
#include "sync/hq/keys.hpp"

#include <algorithm>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "domain/event/json.hpp"

namespace baodao::hq {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t secrets_bytes_max = 64 * 1024;
constexpr std::size_t key_set_bytes_max = 4 * 1024 * 1024;

fs::path secrets_path(const fs::path& folder) {
    return folder / "hq.json";
}
fs::path key_set_path(const fs::path& folder) {
    return folder / "keyset.bin";
}

Error broken(const fs::path& file) {
    return {ErrorKind::damaged, "headquarters' own keys cannot be read", file.string()};
}

constexpr std::int32_t issuer_days = 183;

Status sign_set(HqKeys& keys) {
    auto key_set = sign_key_set(keys.keys, keys.root);
    if (!key_set) return key_set.error();
    keys.key_set = std::move(key_set).value();
    return {};
}

IssuerKey issuer_key(const HqKeys& keys, LocalDate today) {
    IssuerKey key;
    key.id = keys.issuer_id;
    key.public_key = keys.issuer.public_key;
    key.first_day = today;
    key.last_day = {today.days + issuer_days};
    key.signs_revocations = true;
    return key;
}

}  // namespace

Status replace_keys(const HqKeys& keys, const fs::path& folder) {
    const std::string_view key_set(reinterpret_cast<const char*>(keys.key_set.data()), keys.key_set.size());
    if (auto written = write_file_atomic(key_set_path(folder), key_set); !written) return written;
    const Json secrets{{"format", 1},
                       {"store", keys.store},
                       {"root_seed", to_hex(keys.root.seed)},
                       {"issuer_seed", to_hex(keys.issuer.seed)},
                       {"issuer_id", keys.issuer_id.value},
                       {"answers_seed", to_hex(keys.answers.seed)},
                       {"sessions", to_hex(keys.sessions)}};
    // Written last: a folder with this file is complete, and a key that signs is in the set.
    return write_file_atomic(secrets_path(folder), to_compact(secrets) + "\n", Readers::owner_only);
}

Result<HqKeys> make_keys(LocalDate today, Random& random) {
    HqKeys made;
    made.root = signing_key_from(random.draw<KeySeed>());
    made.issuer = signing_key_from(random.draw<KeySeed>());
    made.issuer_id = {static_cast<std::uint16_t>(random.below(0x10000))};
    made.answers = signing_key_from(random.draw<KeySeed>());
    made.sessions = random.draw<SecretKey>();
    const IssuerKey key = issuer_key(made, today);
    made.keys = {{1}, today, key.last_day, {key}};
    if (auto set = sign_set(made); !set) return set.error();
    return made;
}

Status save_keys(const HqKeys& keys, const fs::path& folder) {
    std::error_code failed;
    if (fs::exists(secrets_path(folder), failed))
        return Error{ErrorKind::refused, "this folder already holds a headquarters", folder.string()};
    return replace_keys(keys, folder);
}

Result<HqKeys> load_keys(const fs::path& folder) {
    const fs::path file = secrets_path(folder);
    const auto text = read_file(file, secrets_bytes_max);
    if (!text && text.error().kind == ErrorKind::not_found) {
        return Error{ErrorKind::not_found, "this folder holds no headquarters; `baodao-hq init` makes one",
                     folder.string()};
    }
    if (!text) return text.error();
    const auto json = parse_json(*text);
    if (!json || !json->is_object() || integer_at(*json, "format") != 1) return broken(file);
    const auto seed = [&](const char* key) { return id_from_hex<KeySeed>(text_at(*json, key).value_or("")); };
    const auto root = seed("root_seed");
    const auto issuer = seed("issuer_seed");
    const auto answers = seed("answers_seed");
    const auto sessions = id_from_hex<SecretKey>(text_at(*json, "sessions").value_or(""));
    if (!root || !issuer || !answers || !sessions) return broken(file);
    HqKeys loaded;
    loaded.store = text_at(*json, "store").value_or("");
    loaded.root = signing_key_from(*root);
    loaded.issuer = signing_key_from(*issuer);
    loaded.issuer_id = {static_cast<std::uint16_t>(integer_at(*json, "issuer_id").value_or(0))};
    loaded.answers = signing_key_from(*answers);
    loaded.sessions = *sessions;
    const auto key_set = read_file(key_set_path(folder), key_set_bytes_max);
    if (!key_set) return broken(key_set_path(folder));
    auto keys = read_key_set(as_bytes(*key_set), loaded.root.public_key);
    if (!keys) return broken(key_set_path(folder));
    loaded.keys = std::move(keys).value();
    loaded.key_set.assign(key_set->begin(), key_set->end());
    return loaded;
}

Status rotate_issuer(HqKeys& keys, LocalDate today, Random& random) {
    const auto taken = [&](KeyId id) {
        return std::ranges::any_of(keys.keys.keys, [&](const IssuerKey& key) { return key.id == id; });
    };
    keys.issuer = signing_key_from(random.draw<KeySeed>());
    do {
        keys.issuer_id = {static_cast<std::uint16_t>(random.below(0x10000))};
    } while (taken(keys.issuer_id));
    const IssuerKey key = issuer_key(keys, today);
    keys.keys.keys.push_back(key);
    keys.keys.version.value += 1;
    keys.keys.issued = today;
    keys.keys.refresh_by = key.last_day;
    return sign_set(keys);
}

Status revoke_issuer(HqKeys& keys, KeyId id, LocalDate today) {
    if (id == keys.issuer_id)
        return Error{ErrorKind::refused, "this key signs slips now: rotate first, then revoke it", ""};
    const auto found = std::ranges::find(keys.keys.keys, id, &IssuerKey::id);
    if (found == keys.keys.keys.end())
        return Error{ErrorKind::not_found, "there is no key of that number", std::to_string(id.value)};
    found->revoked = true;
    keys.keys.version.value += 1;
    keys.keys.issued = today;
    return sign_set(keys);
}

}  // namespace baodao::hq
