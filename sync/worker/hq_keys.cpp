// SPDX-License-Identifier: MIT
#include "sync/worker/hq_keys.hpp"

#include <algorithm>

#include "domain/base/file.hpp"
#include "domain/slip/byte_io.hpp"

namespace baodao {

namespace {

constexpr std::size_t file_bytes_max = 16U << 20;
constexpr std::string_view magic("BDKS\x01\0\0\0", 8);

struct Entry {
    HqRoot by;
    ByteVector key_set;
    KeySet keys;  // as read from it
};

std::filesystem::path keys_path(const std::filesystem::path& folder) {
    return folder / "keyset-headquarters.bin";
}

void take(ByteReader& reader, PublicKey& key) {
    const ByteSpan part = reader.get_bytes(key.bytes.size());
    std::copy(part.begin(), part.end(), key.bytes.begin());
}

std::vector<Entry> read_entries(const std::filesystem::path& folder) {
    const auto text = read_file(keys_path(folder), file_bytes_max);
    if (!text || !text->starts_with(magic)) return {};
    std::vector<Entry> entries;
    ByteSpan rest = as_bytes(*text).subspan(magic.size());
    constexpr std::size_t head_bytes = 32 + 32 + 4;
    while (rest.size() >= head_bytes) {
        Entry entry;
        ByteReader reader(rest.first(head_bytes));
        take(reader, entry.by.answers);
        take(reader, entry.by.root);
        const auto size = reader.get<std::uint32_t>();
        rest = rest.subspan(head_bytes);
        if (size > rest.size()) return {};
        entry.key_set.assign(rest.begin(), rest.begin() + size);
        auto keys = read_key_set(entry.key_set, entry.by.root);
        if (!keys) return {};
        entry.keys = std::move(*keys);
        entries.push_back(std::move(entry));
        rest = rest.subspan(size);
    }
    return rest.empty() ? entries : std::vector<Entry>{};
}

Status write_entries(const std::filesystem::path& folder, const std::vector<Entry>& entries) {
    ByteWriter writer;
    writer.put(as_bytes(magic));
    for (const Entry& entry : entries) {
        writer.put(entry.by.answers.bytes);
        writer.put(entry.by.root.bytes);
        writer.put(entry.key_set.size(), 4);
        writer.put(entry.key_set);
    }
    const ByteVector& bytes = writer.bytes();
    return write_file_atomic(keys_path(folder), {reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

}  // namespace

std::vector<HqKeysHeld> hq_keys_held(const std::filesystem::path& folder) {
    std::vector<HqKeysHeld> held;
    for (const Entry& entry : read_entries(folder)) held.push_back({entry.by, entry.keys.version});
    return held;
}

Status take_hq_keys(const std::filesystem::path& folder, const HqRoot& by, ByteSpan key_set) {
    auto keys = read_key_set(key_set, by.root);
    if (!keys) return keys.error();
    std::vector<Entry> entries = read_entries(folder);
    const auto known = std::find_if(entries.begin(), entries.end(),
                                    [&](const Entry& entry) { return entry.by.answers == by.answers; });
    if (known != entries.end()) {
        if (known->by.root != by.root)
            return Error{ErrorKind::refused, "headquarters names another root than before", {}};
        if (keys->version <= known->keys.version)
            return Error{ErrorKind::refused, "the key set is not newer than the one held", {}};
        entries.erase(known);
    }
    entries.push_back({by, {key_set.begin(), key_set.end()}, std::move(*keys)});
    return write_entries(folder, entries);
}

void trust_hq_keys(Keyring& keyring, const std::filesystem::path& folder) {
    for (const Entry& entry : read_entries(folder)) {
        keyring.pin_root(entry.by.root);
        // Two headquarters with one root: the newer set holds.
        (void)keyring.accept_key_set(entry.key_set);
    }
}

}  // namespace baodao
