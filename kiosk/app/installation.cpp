// SPDX-License-Identifier: MIT
#include "kiosk/app/installation.hpp"

#include <system_error>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "sync/worker/hq_keys.hpp"

namespace baodao {

namespace {

namespace fs = std::filesystem;

constexpr std::int64_t format_version = 1;
constexpr std::size_t installation_bytes_max = 64 * 1024;
constexpr std::size_t key_set_bytes_max = 4 * 1024 * 1024;

fs::path secrets_path(const fs::path& folder) {
    return folder / "installation.json";
}
fs::path key_set_path(const fs::path& folder) {
    return folder / "keyset.bin";
}

Error broken(const fs::path& file, const std::string& why) {
    return {ErrorKind::damaged, "the kiosk's own keys cannot be read", file.string() + ": " + why};
}

template <class BytesId>
bool read_bytes(const Json& json, const char* key, BytesId& out) {
    const auto value = id_from_hex<BytesId>(text_at(json, key).value_or(""));
    if (value) out = *value;
    return value.has_value();
}

// Its own root first: the one that is pinned last is headquarters'.
Status trust(Installation& installation, ByteSpan own, const fs::path& folder) {
    Keyring keyring(installation.test ? DeskKind::test : DeskKind::production);
    keyring.pin_root(installation.root.public_key);
    if (auto taken = keyring.accept_key_set(own); !taken) return taken;
    trust_hq_keys(keyring, folder);
    installation.keyring = std::move(keyring);
    return {};
}

}  // namespace

Validity default_validity(bool test, LocalDate today) {
    if (test) return {date_from_civil({2020, 1, 1}), date_from_civil({2099, 12, 31})};
    return {today, date_from_civil({year_of(today) + 1, 12, 31})};
}

Installation make_installation(bool test, LocalDate today, Random& random) {
    Installation made;
    made.test = test;
    made.community = {self_made_first +
                      static_cast<std::uint32_t>(random.below(0x1000000 - self_made_first))};
    made.root = signing_key_from(random.draw<KeySeed>());
    made.issuer = signing_key_from(random.draw<KeySeed>());
    made.issuer_id = {static_cast<std::uint16_t>(random.below(0x10000))};
    made.community_key = random.draw<SecretKey>();

    const Validity validity = default_validity(test, today);
    IssuerKey key;
    key.id = made.issuer_id;
    key.public_key = made.issuer.public_key;
    key.first_day = validity.first;
    key.last_day = validity.last;
    key.communities = {made.community};
    key.test = test;
    key.signs_revocations = true;
    made.keys = {{1}, today, validity.last, {key}};
    return made;
}

Status save_installation(const Installation& installation, const fs::path& folder) {
    std::error_code failed;
    if (fs::exists(secrets_path(folder), failed)) {
        return Error{ErrorKind::refused, "this folder already holds a kiosk's data", folder.string()};
    }
    fs::create_directories(folder, failed);
    if (failed)
        return Error{ErrorKind::io, "the folder could not be made",
                     folder.string() + ": " + failed.message()};

    const auto key_set = sign_key_set(installation.keys, installation.root);
    if (!key_set) return key_set.error();
    const std::string_view bytes(reinterpret_cast<const char*>(key_set->data()), key_set->size());
    if (auto written = write_file_atomic(key_set_path(folder), bytes); !written) return written;

    const Json secrets{
        {"format", format_version},
        {"test", installation.test},
        {"community", installation.community.value},
        {"terminal", std::string(1, installation.terminal)},
        {"root_seed", to_hex(installation.root.seed)},
        {"issuer_seed", to_hex(installation.issuer.seed)},
        {"issuer_id", installation.issuer_id.value},
        {"community_key", to_hex(installation.community_key)},
    };
    // Written last: a folder with this file is complete.
    return write_file_atomic(secrets_path(folder), to_compact(secrets) + "\n", Readers::owner_only);
}

Result<Installation> load_installation(const fs::path& folder) {
    const fs::path file = secrets_path(folder);
    const auto text = read_file(file, installation_bytes_max);
    if (!text && text.error().kind == ErrorKind::not_found) {
        return Error{ErrorKind::not_found, "this folder holds no kiosk's data; `baodaoctl init` makes it",
                     folder.string()};
    }
    if (!text) return text.error();
    const auto json = parse_json(*text);
    if (!json || !json->is_object()) return broken(file, "not JSON");
    if (integer_at(*json, "format") != format_version) {
        return Error{ErrorKind::unsupported, "this data was made by a newer version", file.string()};
    }

    Installation loaded;
    loaded.test = flag_at(*json, "test");
    const auto community = integer_at(*json, "community").value_or(-1);
    const auto issuer_id = integer_at(*json, "issuer_id").value_or(-1);
    const std::string terminal = text_at(*json, "terminal").value_or("");
    KeySeed root;
    KeySeed issuer;
    if (community < 0 || community > 0xFFFFFF || issuer_id < 0 || issuer_id > 0xFFFF ||
        terminal.size() != 1 || !read_bytes(*json, "root_seed", root) ||
        !read_bytes(*json, "issuer_seed", issuer) ||
        !read_bytes(*json, "community_key", loaded.community_key)) {
        return broken(file, "a field is missing");
    }
    loaded.community = {static_cast<std::uint32_t>(community)};
    loaded.issuer_id = {static_cast<std::uint16_t>(issuer_id)};
    loaded.terminal = terminal[0];
    loaded.root = signing_key_from(root);
    loaded.issuer = signing_key_from(issuer);

    const auto key_set = read_file(key_set_path(folder), key_set_bytes_max);
    if (!key_set) return broken(key_set_path(folder), key_set.error().text());
    auto keys = read_key_set(as_bytes(*key_set), loaded.root.public_key);
    if (!keys) return broken(key_set_path(folder), keys.error().text());
    loaded.keys = std::move(keys).value();
    if (auto trusted = trust(loaded, as_bytes(*key_set), folder); !trusted) return trusted.error();
    return loaded;
}

Status refresh_keyring(Installation& installation, const fs::path& folder) {
    const auto key_set = read_file(key_set_path(folder), key_set_bytes_max);
    if (!key_set) return key_set.error();
    return trust(installation, as_bytes(*key_set), folder);
}

}  // namespace baodao
