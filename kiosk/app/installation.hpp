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
    SigningKey issuer;        // signs this community's slips in its first years
    KeyId issuer_id;          //
    SecretKey community_key;  // seals cards; shared by HQ and this community's kiosks
    KeySet keys;  // those of its own root, by their first day: the first one and the years' after it
    Keyring keyring{DeskKind::production};
};

// Keys for a fresh community: the first one valid 2020-01-01 to 2099-12-31 on test data, otherwise from
// `today` to 31 December of the next year, and one for each two years after it, to the end of 2099. Nothing
// is written.
[[nodiscard]] Installation make_installation(bool test, LocalDate today, Random& random);

// Who signs a slip whose first day is that one. The keys of later years come from the root's secret: every
// window of the community makes the same ones by itself, without a line, whatever its clock says.
struct Signer {
    KeyId id;
    SigningKey key;
};
[[nodiscard]] Signer signer_on(const Installation& installation, LocalDate day);

// What a slip issued today is dated by default: the same span as a first key.
struct Validity {
    LocalDate first;
    LocalDate last;
};
[[nodiscard]] Validity default_validity(bool test, LocalDate today);

// What the two files hold. `secrets` is for the owner's eyes only.
struct InstallationFiles {
    std::string secrets;
    std::string key_set;
};
[[nodiscard]] Result<InstallationFiles> installation_files(const Installation& installation);
// damaged: they don't read, or don't fit together. The keyring has the keys of its own root.
[[nodiscard]] Result<Installation> installation_from(const InstallationFiles& files);

// Refused when the folder holds an installation already.
[[nodiscard]] Status save_installation(const Installation& installation, const std::filesystem::path& folder);
// not_found when the folder holds none; damaged when its files don't fit together.
// Trusts the keys of its own root and those that headquarters gave (keyset-headquarters.bin).
[[nodiscard]] Result<Installation> load_installation(const std::filesystem::path& folder);

// Headquarters gave other keys meanwhile: trusted from now on.
[[nodiscard]] Status refresh_keyring(Installation& installation, const std::filesystem::path& folder);

}  // namespace baodao
