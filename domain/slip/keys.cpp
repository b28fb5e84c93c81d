// SPDX-License-Identifier: MIT
#include "domain/slip/keys.hpp"

#include <algorithm>
#include <limits>
#include <tuple>

#include "domain/slip/byte_io.hpp"

namespace baodao {

namespace {

constexpr std::string_view magic("BDK1\0", 5);
constexpr std::size_t id_bytes = 3;  // of a community and of an agency
constexpr std::size_t day_bytes = 2;
constexpr std::size_t count_bytes = 2;
constexpr std::uint8_t flag_delegated = 1;
constexpr std::uint8_t flag_test = 2;
constexpr std::uint8_t flag_revoked = 4;
constexpr std::uint8_t flag_signs_revocations = 8;
constexpr std::uint8_t flags_known = 15;

auto order_of(const IssuerKey& key) {
    return std::tie(key.id, key.public_key);
}

bool before(const IssuerKey& a, const IssuerKey& b) {
    return order_of(a) < order_of(b);
}

template <class Scope>
bool ascends(const Scope& ids) {
    return std::adjacent_find(ids.begin(), ids.end(), std::greater_equal<>()) == ids.end();
}

template <class Scope>
bool scope_fits(const Scope& ids) {
    constexpr std::uint32_t id_max = 0xFFFFFF;
    return ids.size() <= scope_max && ascends(ids) && (ids.empty() || ids.back().value <= id_max);
}

bool day_fits(LocalDate date) {
    return date.days >= 0 && date.days <= std::numeric_limits<std::uint16_t>::max();
}

bool key_is_sound(const IssuerKey& key) {
    const bool delegation_is_narrow =
        !key.delegated || (key.communities.size() == 1 && !key.signs_revocations &&
                           key.last_day.days - key.first_day.days < delegated_key_days_max);
    return day_fits(key.first_day) && day_fits(key.last_day) && key.first_day <= key.last_day &&
           scope_fits(key.communities) && scope_fits(key.agencies) && delegation_is_narrow;
}

// The rules that both sides keep: who signs refuses to break them, who reads refuses what does.
bool is_sound(const KeySet& set) {
    const auto not_ascending = [](const IssuerKey& a, const IssuerKey& b) { return !before(a, b); };
    return set.version.value > 0 && day_fits(set.issued) && day_fits(set.refresh_by) &&
           set.keys.size() <= keys_max && std::all_of(set.keys.begin(), set.keys.end(), key_is_sound) &&
           std::adjacent_find(set.keys.begin(), set.keys.end(), not_ascending) == set.keys.end();
}

void put_day(ByteWriter& out, LocalDate date) {
    out.put(static_cast<std::uint64_t>(date.days), day_bytes);
}

template <class Scope>
void put_scope(ByteWriter& out, const Scope& ids) {
    out.put(ids.size(), count_bytes);
    for (const auto id : ids) out.put(id.value, id_bytes);
}

void put_key(ByteWriter& out, const IssuerKey& key) {
    out.put(key.id.value, sizeof key.id.value);
    out.put(ByteSpan(key.public_key.bytes));
    put_day(out, key.first_day);
    put_day(out, key.last_day);
    const auto flag = [](bool set, std::uint8_t bit) { return set ? bit : std::uint8_t{0}; };
    out.put(static_cast<std::uint64_t>(flag(key.delegated, flag_delegated) | flag(key.test, flag_test) |
                                       flag(key.revoked, flag_revoked) |
                                       flag(key.signs_revocations, flag_signs_revocations)),
            1);
    put_scope(out, key.communities);
    put_scope(out, key.agencies);
}

LocalDate get_day(ByteReader& in) {
    return {in.get<std::uint16_t>()};
}

template <class Id>
std::vector<Id> get_scope(ByteReader& in) {
    std::vector<Id> ids(in.get<std::uint16_t>());
    for (Id& id : ids) id = {in.get<std::uint32_t>(id_bytes)};
    return ids;
}

// nullopt: a flag is set that this version does not know.
std::optional<IssuerKey> get_key(ByteReader& in) {
    IssuerKey key;
    key.id = {in.get<std::uint16_t>()};
    const ByteSpan public_key = in.get_bytes(sizeof key.public_key.bytes);
    std::copy(public_key.begin(), public_key.end(), key.public_key.bytes.begin());
    key.first_day = get_day(in);
    key.last_day = get_day(in);
    const auto flags = in.get<std::uint8_t>();
    if ((flags & ~flags_known) != 0) return std::nullopt;
    key.delegated = (flags & flag_delegated) != 0;
    key.test = (flags & flag_test) != 0;
    key.revoked = (flags & flag_revoked) != 0;
    key.signs_revocations = (flags & flag_signs_revocations) != 0;
    key.communities = get_scope<CommunityId>(in);
    key.agencies = get_scope<AgencyId>(in);
    return key;
}

Error damaged(std::string_view why) {
    return {ErrorKind::damaged, "the key set can't be read", std::string(why)};
}

}  // namespace

Result<ByteVector> sign_key_set(const KeySet& keys, const SigningKey& root) {
    KeySet set = keys;
    for (IssuerKey& key : set.keys) {
        std::sort(key.communities.begin(), key.communities.end());
        std::sort(key.agencies.begin(), key.agencies.end());
    }
    std::sort(set.keys.begin(), set.keys.end(), before);
    if (!is_sound(set)) return Error{ErrorKind::bad_input, "the key set breaks a rule of its format", {}};

    ByteWriter out;
    out.put(as_bytes(magic));
    out.put(set.version.value, sizeof set.version.value);
    put_day(out, set.issued);
    put_day(out, set.refresh_by);
    out.put(set.keys.size(), count_bytes);
    for (const IssuerKey& key : set.keys) put_key(out, key);
    const Signature signature = sign(root, out.bytes());
    out.put(ByteSpan(signature.bytes));
    return out.take();
}

Result<KeySet> read_key_set(ByteSpan bytes, const PublicKey& root) {
    Signature signature;
    if (bytes.size() < magic.size() + sizeof signature.bytes) return damaged("too short");
    const ByteSpan covered = bytes.first(bytes.size() - sizeof signature.bytes);
    const ByteSpan signed_by = bytes.last(sizeof signature.bytes);
    std::copy(signed_by.begin(), signed_by.end(), signature.bytes.begin());
    ByteReader in(covered);
    const ByteSpan begins = in.get_bytes(magic.size());
    if (!std::equal(begins.begin(), begins.end(), as_bytes(magic).begin())) return damaged("no key set");
    if (!signature_holds(root, covered, signature)) {
        return Error{ErrorKind::refused, "the key set was not signed by this root", {}};
    }
    KeySet set;
    set.version = {in.get<std::uint32_t>()};
    set.issued = get_day(in);
    set.refresh_by = get_day(in);
    const std::size_t count = in.get<std::uint16_t>();
    for (std::size_t i = 0; i < count && !in.ran_short(); ++i) {
        auto key = get_key(in);
        if (!key) return damaged("a key's flags are from a newer version");
        set.keys.push_back(*std::move(key));
    }
    if (!in.done() || !is_sound(set)) return damaged("it breaks a rule of its format");
    return set;
}

}  // namespace baodao
