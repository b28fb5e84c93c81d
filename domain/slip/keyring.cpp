// SPDX-License-Identifier: MIT
#include "domain/slip/keyring.hpp"

#include <algorithm>

namespace baodao {

namespace {

template <class Id>
bool in_scope(const std::vector<Id>& scope, Id id) {
    return scope.empty() || std::binary_search(scope.begin(), scope.end(), id);
}

// A genuine signature by `key`: may it stand on this slip? nullopt: yes.
std::optional<SlipRefusal> doubt(const IssuerKey& key, const Slip& slip, DeskKind desk) {
    if (key.revoked) return SlipRefusal::key_revoked;
    if (slip.first_day < key.first_day || slip.first_day > key.last_day) return SlipRefusal::key_not_valid;
    if (!in_scope(key.communities, slip.community) || !in_scope(key.agencies, slip.agency)) {
        return SlipRefusal::out_of_scope;
    }
    if (key.test && desk != DeskKind::test) return SlipRefusal::test_key;
    return std::nullopt;
}

}  // namespace

void Keyring::pin_root(const PublicKey& root) {
    if (!roots_.empty() && roots_.back().public_key == root) return;
    // A root that comes back goes on where it was: a lower version must stay refused.
    const auto known =
        std::find_if(roots_.begin(), roots_.end(), [&](const Root& held) { return held.public_key == root; });
    if (known == roots_.end()) {
        roots_.push_back({root, {}});
    } else {
        std::rotate(known, known + 1, roots_.end());
    }
}

Status Keyring::accept_key_set(ByteSpan bytes) {
    if (roots_.empty()) return Error{ErrorKind::refused, "no root is pinned", {}};
    Root& pinned = roots_.back();
    auto keys = read_key_set(bytes, pinned.public_key);
    if (!keys) return keys.error();
    if (keys->version <= pinned.keys.version) {
        return Error{
            ErrorKind::refused, "the key set is not newer than the one held",
            std::to_string(keys->version.value) + " after " + std::to_string(pinned.keys.version.value)};
    }
    pinned.keys = *std::move(keys);
    return {};
}

std::variant<VerifiedSlip, SlipRefusal> Keyring::verify(const UnverifiedSlip& slip) const {
    const auto candidates = keys_with(slip.claimed().key);
    if (candidates.empty()) return SlipRefusal::unknown_key;
    SlipRefusal refusal = SlipRefusal::signature;
    for (const IssuerKey* key : candidates) {
        if (!signature_holds(key->public_key, slip.signed_bytes(), slip.signature())) continue;
        const auto reason = doubt(*key, slip.claimed(), desk_);
        if (!reason) return VerifiedSlip(slip.claimed(), *key);
        refusal = *reason;
    }
    return refusal;
}

ListVersion Keyring::version() const {
    return roots_.empty() ? ListVersion{} : roots_.back().keys.version;
}

bool Keyring::stale_on(LocalDate today) const {
    return version().value > 0 && today > roots_.back().keys.refresh_by;
}

std::vector<const IssuerKey*> Keyring::keys_with(KeyId id) const {
    std::vector<const IssuerKey*> found;
    for (const Root& root : roots_) {
        for (const IssuerKey& key : root.keys.keys) {
            if (key.id == id) found.push_back(&key);
        }
    }
    return found;
}

bool Keyring::trusts(const IssuerKey& key) const {
    return !key.revoked && (!key.test || desk_ == DeskKind::test);
}

}  // namespace baodao
