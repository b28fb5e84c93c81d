// SPDX-License-Identifier: MIT
#include "domain/slip/revocations.hpp"

#include <algorithm>

#include "domain/slip/byte_io.hpp"

namespace baodao {

namespace {

constexpr std::string_view magic("BDR1\0", 5);

bool is_sound(const RevocationList& list) {
    return list.since < list.version && list.serials.size() <= revocations_max &&
           std::adjacent_find(list.serials.begin(), list.serials.end(), std::greater_equal<>()) ==
               list.serials.end();
}

Error damaged() {
    return {ErrorKind::damaged, "the revocation list can't be read", {}};
}

Error refused(std::string_view why) {
    return {ErrorKind::refused, "the revocation list is not taken", std::string(why)};
}

// Of bytes that nobody has vouched for yet.
Result<RevocationList> read_list(ByteSpan covered) {
    ByteReader in(covered);
    const ByteSpan begins = in.get_bytes(magic.size());
    if (!std::equal(begins.begin(), begins.end(), as_bytes(magic).begin(), as_bytes(magic).end())) {
        return damaged();
    }
    RevocationList list;
    list.key = {in.get<std::uint16_t>()};
    list.since = {in.get<std::uint32_t>()};
    list.version = {in.get<std::uint32_t>()};
    const auto count = in.get<std::uint32_t>();
    for (std::uint32_t i = 0; i < count && !in.ran_short(); ++i) {
        list.serials.push_back({in.get<std::uint64_t>()});
    }
    if (!in.done() || !is_sound(list)) return damaged();
    return list;
}

bool is_signed(ByteSpan covered, ByteSpan signed_by, KeyId id, const Keyring& keyring) {
    Signature signature;
    std::copy(signed_by.begin(), signed_by.end(), signature.bytes.begin());
    const auto keys = keyring.keys_with(id);
    return std::any_of(keys.begin(), keys.end(), [&](const IssuerKey* key) {
        return key->signs_revocations && keyring.trusts(*key) &&
               signature_holds(key->public_key, covered, signature);
    });
}

}  // namespace

Result<ByteVector> sign_revocations(const RevocationList& list, const SigningKey& key) {
    RevocationList sorted = list;
    std::sort(sorted.serials.begin(), sorted.serials.end());
    sorted.serials.erase(std::unique(sorted.serials.begin(), sorted.serials.end()), sorted.serials.end());
    if (!is_sound(sorted)) {
        return Error{ErrorKind::bad_input, "the revocation list breaks a rule of its format", {}};
    }
    ByteWriter out;
    out.put(as_bytes(magic));
    out.put(sorted.key.value, sizeof sorted.key.value);
    out.put(sorted.since.value, sizeof sorted.since.value);
    out.put(sorted.version.value, sizeof sorted.version.value);
    out.put(sorted.serials.size(), 4);
    for (const SlipSerial serial : sorted.serials) out.put(serial.value, sizeof serial.value);
    const Signature signature = sign(key, out.bytes());
    out.put(ByteSpan(signature.bytes));
    return out.take();
}

bool Revocations::contains(SlipSerial serial) const {
    return std::binary_search(serials_.begin(), serials_.end(), serial);
}

Status Revocations::accept(ByteSpan bytes, const Keyring& keyring) {
    constexpr std::size_t signature_bytes = sizeof(Signature::bytes);
    if (bytes.size() < signature_bytes) return damaged();
    const ByteSpan covered = bytes.first(bytes.size() - signature_bytes);
    auto list = read_list(covered);
    if (!list) return list.error();
    if (!is_signed(covered, bytes.last(signature_bytes), list->key, keyring)) {
        return refused("no trusted key signed it");
    }
    if (list->version <= version_) return refused("it is not newer than the one held");
    if (list->since.value != 0 && list->since != version_) return refused("it builds on another version");

    std::vector<SlipSerial> held;
    if (list->since.value != 0) held = std::move(serials_);
    serials_.clear();
    std::set_union(held.begin(), held.end(), list->serials.begin(), list->serials.end(),
                   std::back_inserter(serials_));
    version_ = list->version;
    return {};
}

}  // namespace baodao
