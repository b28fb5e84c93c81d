// SPDX-License-Identifier: MIT
// What makes a folder one kiosk's data: who it is, its secrets, and the keys it trusts.
// Two files beside the journal: installation.json (secrets, readable by its owner only)
// and keyset.bin (signed by the root, public).
#pragma once

#include <filesystem>

#include "domain/base/random.hpp"
#include "domain/slip/keyring.hpp"

namespace baodao {

struct Installation {
    bool test = false;        // made by `init --test`: takes any time it is told, and test keys
    CommunityId community;    //
    char terminal = 'A';      // letter in registration numbers (decision 13)
    SigningKey root;          // self-made, until enrolment brings HQ's
    SigningKey issuer;        // signs this community's slips
    KeyId issuer_id;          //
    SecretKey community_key;  // seals cards; shared by HQ and this community's kiosks
    KeySet keys;              // as the root signed them
    Keyring keyring{DeskKind::production};
};

// Keys for a fresh community, valid 2020-01-01 to 2099-12-31 on test data, otherwise from `today` to
// 31 December of the next year. Nothing is written.
[[nodiscard]] Installation make_installation(bool test, LocalDate today, Random& random);

// What a slip issued today is dated by default: the same span as the keys.
struct Validity {
    LocalDate first;
    LocalDate last;
};
[[nodiscard]] Validity default_validity(bool test, LocalDate today);

// Refused when the folder holds an installation already.
[[nodiscard]] Status save_installation(const Installation& installation, const std::filesystem::path& folder);
// not_found when the folder holds none; damaged when its files don't fit together.
// Trusts the keys of its own root and those that headquarters gave (keyset-headquarters.bin).
[[nodiscard]] Result<Installation> load_installation(const std::filesystem::path& folder);

// Headquarters gave other keys meanwhile: trusted from now on.
[[nodiscard]] Status refresh_keyring(Installation& installation, const std::filesystem::path& folder);

}  // namespace baodao
