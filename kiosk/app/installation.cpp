// SPDX-License-Identifier: MIT
#include "kiosk/app/installation.hpp"

#include <algorithm>
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
constexpr std::int32_t keys_last_year = 2099;
constexpr const char* secrets_file = "installation.json";
constexpr const char* key_set_file = "keyset.bin";

Error broken(const fs::path& file, const std::string& why) {
    return {ErrorKind::damaged, "the kiosk's own keys cannot be read", file.string() + ": " + why};
}

template <class BytesId>
bool read_bytes(const Json& json, const char* key, BytesId& out) {
    const auto value = id_from_hex<BytesId>(text_at(json, key).value_or(""));
    if (value) out = *value;
    return value.has_value();
}

// The key of the years that begin on `first_day`.
Signer later_signer(const KeySeed& root, LocalDate first_day) {
    std::array<std::uint8_t, 4> day{};
    for (std::size_t i = 0; i < day.size(); ++i)
        day[i] = static_cast<std::uint8_t>(static_cast<std::uint32_t>(first_day.days) >> (24 - 8 * i));
    const SecretKey secret{root.bytes};
    const Hash seed = keyed_hash(secret, {as_bytes("BDISSUER1"), day});
    const Hash name = keyed_hash(secret, {as_bytes("BDISSUERID1"), day});
    return {{static_cast<std::uint16_t>(name.bytes[0] << 8 | name.bytes[1])},
            signing_key_from(KeySeed{seed.bytes})};
}

// No window is ever without a key: those of the years after the last one that is there.
void add_later_keys(Installation& installation) {
    std::vector<IssuerKey>& keys = installation.keys.keys;
    std::ranges::sort(keys, {}, &IssuerKey::first_day);
    while (!keys.empty() && year_of(keys.back().last_day) < keys_last_year) {
        IssuerKey next = keys.back();
        next.first_day = {keys.back().last_day.days + 1};
        next.last_day = date_from_civil({std::min(year_of(next.first_day) + 1, keys_last_year), 12, 31});
        const Signer signer = later_signer(installation.root.seed, next.first_day);
        next.id = signer.id;
        next.public_key = signer.key.public_key;
        installation.keys.refresh_by = next.last_day;
        keys.push_back(std::move(next));
    }
}

// Its own root is pinned first: the one that is pinned last is headquarters'.
Status trust_own(Installation& installation) {
    const auto own = sign_key_set(installation.keys, installation.root);
    if (!own) return own.error();
    Keyring keyring(installation.test ? DeskKind::test : DeskKind::production);
    keyring.pin_root(installation.root.public_key);
    if (auto taken = keyring.accept_key_set(*own); !taken) return taken;
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
    add_later_keys(made);
    return made;
}

Signer signer_on(const Installation& installation, LocalDate day) {
    const std::vector<IssuerKey>& keys = installation.keys.keys;
    const auto after = std::ranges::upper_bound(keys, day, {}, &IssuerKey::first_day);
    // Before its first day nothing else could sign either; the paper says its day and is refused by it.
    if (after - keys.begin() <= 1) return {installation.issuer_id, installation.issuer};
    return later_signer(installation.root.seed, std::prev(after)->first_day);
}

Result<InstallationFiles> installation_files(const Installation& installation) {
    const auto key_set = sign_key_set(installation.keys, installation.root);
    if (!key_set) return key_set.error();
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
    return InstallationFiles{to_compact(secrets) + "\n", std::string(key_set->begin(), key_set->end())};
}

Result<Installation> installation_from(const InstallationFiles& files) {
    const auto json = parse_json(files.secrets);
    if (!json || !json->is_object()) return broken(secrets_file, "not JSON");
    if (integer_at(*json, "format") != format_version) {
        return Error{ErrorKind::unsupported, "this data was made by a newer version", secrets_file};
    }
    Installation read;
    read.test = flag_at(*json, "test");
    const auto community = integer_at(*json, "community").value_or(-1);
    const auto issuer_id = integer_at(*json, "issuer_id").value_or(-1);
    const std::string terminal = text_at(*json, "terminal").value_or("");
    KeySeed root;
    KeySeed issuer;
    if (community < 0 || community > 0xFFFFFF || issuer_id < 0 || issuer_id > 0xFFFF ||
        terminal.size() != 1 || !read_bytes(*json, "root_seed", root) ||
        !read_bytes(*json, "issuer_seed", issuer) ||
        !read_bytes(*json, "community_key", read.community_key)) {
        return broken(secrets_file, "a field is missing");
    }
    read.community = {static_cast<std::uint32_t>(community)};
    read.issuer_id = {static_cast<std::uint16_t>(issuer_id)};
    read.terminal = terminal[0];
    read.root = signing_key_from(root);
    read.issuer = signing_key_from(issuer);

    auto keys = read_key_set(as_bytes(files.key_set), read.root.public_key);
    if (!keys) return broken(key_set_file, keys.error().text());
    read.keys = std::move(keys).value();
    add_later_keys(read);
    if (auto trusted = trust_own(read); !trusted) return trusted.error();
    return read;
}

Status save_installation(const Installation& installation, const fs::path& folder) {
    std::error_code failed;
    if (fs::exists(folder / secrets_file, failed)) {
        return Error{ErrorKind::refused, "this folder already holds a kiosk's data", folder.string()};
    }
    fs::create_directories(folder, failed);
    if (failed)
        return Error{ErrorKind::io, "the folder could not be made",
                     folder.string() + ": " + failed.message()};
    const auto files = installation_files(installation);
    if (!files) return files.error();
    if (auto written = write_file_atomic(folder / key_set_file, files->key_set); !written) return written;
    // Written last: a folder with this file is complete.
    return write_file_atomic(folder / secrets_file, files->secrets, Readers::owner_only);
}

Result<Installation> load_installation(const fs::path& folder) {
    InstallationFiles files;
    auto secrets = read_file(folder / secrets_file, installation_bytes_max);
    if (!secrets && secrets.error().kind == ErrorKind::not_found) {
        return Error{ErrorKind::not_found, "this folder holds no kiosk's data; `baodaoctl init` makes it",
                     folder.string()};
    }
    if (!secrets) return secrets.error();
    files.secrets = std::move(*secrets);
    auto key_set = read_file(folder / key_set_file, key_set_bytes_max);
    if (!key_set) return broken(folder / key_set_file, key_set.error().text());
    files.key_set = std::move(*key_set);
    auto loaded = installation_from(files);
    if (loaded) trust_hq_keys(loaded->keyring, folder);
    return loaded;
}

Status refresh_keyring(Installation& installation, const fs::path& folder) {
    if (auto trusted = trust_own(installation); !trusted) return trusted;
    trust_hq_keys(installation.keyring, folder);
    return {};
}

}  // namespace baodao
