// SPDX-License-Identifier: MIT
// Slips that are good no more: sorted serials, signed, with deltas.
// FORMAT: SLIP_FORMAT.md beside this file.
#pragma once

#include <vector>

#include "domain/slip/keyring.hpp"

namespace baodao {

inline constexpr std::size_t revocations_max = 1'000'000;  // serials in one list

// A whole list, or what came to it since an earlier version.
struct RevocationList {
    KeyId key;                        // the one that signed it: IssuerKey::signs_revocations
    ListVersion since;                // 0: whole; else only good on top of exactly that version
    ListVersion version;              // higher than `since`
    std::vector<SlipSerial> serials;  // ascending
    friend bool operator==(const RevocationList&, const RevocationList&) = default;
};

// The signed bytes; serials may come in any order and more than once. bad_input when the versions don't
// ascend or there are too many serials.
[[nodiscard]] Result<ByteVector> sign_revocations(const RevocationList& list, const SigningKey& key);

// The list that a desk holds. A value.
class Revocations {
  public:
    [[nodiscard]] bool contains(SlipSerial serial) const;
    [[nodiscard]] ListVersion version() const { return version_; }
    [[nodiscard]] std::size_t size() const { return serials_.size(); }

    // Takes a list that a trusted key of `keyring` signed. refused when none did, when the version is not
    // higher than the one held (fault 73), or when it builds on another version; damaged when it can't be
    // read. On failure nothing changes.
    [[nodiscard]] Status accept(ByteSpan bytes, const Keyring& keyring);

  private:
    ListVersion version_;
    std::vector<SlipSerial> serials_;  // ascending
};

}  // namespace baodao
