// SPDX-License-Identifier: MIT
// Headquarters' own secrets, in one file of its folder readable by its owner only: the root that signs key
// sets, the issuer key, the key that signs answers to kiosks, and the secret behind sessions.
#pragma once

#include <filesystem>

#include "domain/slip/keys.hpp"

namespace baodao::hq {

struct HqKeys {
    std::string store;   // where the records are: a postgresql:// address, or empty for hq.db in the folder
    SigningKey root;     // pinned by kiosks for slips
    SigningKey issuer;   // signs slips
    KeyId issuer_id;     //
    SigningKey answers;  // pinned by kiosks for what headquarters says
    SecretKey sessions;  // never leaves
    KeySet keys;         // as the root signed them
    ByteVector key_set;  // the signed bytes
};

[[nodiscard]] Result<HqKeys> make_keys(LocalDate today, Random& random);
// refused: there are keys already.
[[nodiscard]] Status save_keys(const HqKeys& keys, const std::filesystem::path& folder);
// not_found: `baodao-hq init` was never run there.
[[nodiscard]] Result<HqKeys> load_keys(const std::filesystem::path& folder);

// Another key signs slips from `today` on; the one before stays good for what it signed.
[[nodiscard]] Status rotate_issuer(HqKeys& keys, LocalDate today, Random& random);
// What that key signed waits for headquarters' word from now on. refused: it is the one that signs now;
// rotate first. not_found: there is none of that number.
[[nodiscard]] Status revoke_issuer(HqKeys& keys, KeyId id, LocalDate today);
// In place of those that the folder holds.
[[nodiscard]] Status replace_keys(const HqKeys& keys, const std::filesystem::path& folder);

}  // namespace baodao::hq
