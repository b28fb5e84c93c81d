// SPDX-License-Identifier: MIT
// Who may sign slips: issuer keys, in a list that an offline root signs.
// FORMAT: SLIP_FORMAT.md beside this file.
#pragma once

#include <cstdint>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/base/result.hpp"
#include "domain/base/time.hpp"
#include "domain/slip/crypto.hpp"

namespace baodao {

using ListVersion = Id<struct ListVersionTag, std::uint32_t>;  // of a key set or a revocation list, from 1

// A window that issues offline has a delegated key: one community, not longer than this.
inline constexpr std::int32_t delegated_key_days_max = 400;
inline constexpr std::size_t keys_max = 4096;    // in one key set
inline constexpr std::size_t scope_max = 65535;  // communities or agencies of one key

// A key that signs slips.
struct IssuerKey {
    KeyId id;
    PublicKey public_key;
    LocalDate first_day;                   // of validity, for the first day of a slip
    LocalDate last_day;                    // inclusive
    std::vector<CommunityId> communities;  // that it may issue for, ascending; empty: all
    std::vector<AgencyId> agencies;        // likewise
    bool delegated = false;                // held by a window
    bool test = false;                     // good at test desks only
    bool revoked = false;                  // its secret is out: what it signed waits for HQ
    bool signs_revocations = false;        // may sign revocation lists
    friend bool operator==(const IssuerKey&, const IssuerKey&) = default;
};

struct KeySet {
    ListVersion version;
    LocalDate issued;
    LocalDate refresh_by;         // a desk that heard of none newer after that day says so, and goes on
    std::vector<IssuerKey> keys;  // ascending by id, then by public key
    friend bool operator==(const KeySet&, const KeySet&) = default;
};

// The signed bytes. Keys and scopes may come in any order and are put into the one that is written.
// bad_input when a number does not fit, a key stands there twice, or a delegated key is not limited to one
// community and delegated_key_days_max.
[[nodiscard]] Result<ByteVector> sign_key_set(const KeySet& keys, const SigningKey& root);

// refused when `root` did not sign these bytes; damaged when they break a rule of the format all the same.
[[nodiscard]] Result<KeySet> read_key_set(ByteSpan bytes, const PublicKey& root);

}  // namespace baodao
