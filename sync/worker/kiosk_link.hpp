// SPDX-License-Identifier: MIT
// What a kiosk keeps about its headquarters, in one file readable by its owner only: where it is, what it is
// known by, and this kiosk's own key.
#pragma once

#include <filesystem>

#include "sync/net/https_client.hpp"
#include "sync/wire/invitation.hpp"

namespace baodao {

struct KioskLink {
    InvitationText invitation;
    SigningKey key;
    std::string proxy;
    [[nodiscard]] HttpsOptions https() const { return {invitation.url, invitation.certificate, proxy}; }
};

// not_found: this kiosk belongs to no headquarters yet.
[[nodiscard]] Result<KioskLink> load_link(const std::filesystem::path& folder);
[[nodiscard]] Status save_link(const KioskLink& link, const std::filesystem::path& folder);
// This kiosk's own key, known or drawn now and kept: headquarters knows a kiosk by one key for ever.
[[nodiscard]] Result<SigningKey> kiosk_key(const std::filesystem::path& folder, Random& random);
// It belongs to no headquarters any more; its key stays.
[[nodiscard]] Status leave_link(const std::filesystem::path& folder);
// Applies, or asks how the application stands. refused: headquarters does not take it; the context says why
// in a word: used, expired, unknown, other_key.
[[nodiscard]] Result<Standing> apply_for(const KioskLink& link, const Application& application,
                                         Random& random);

}  // namespace baodao
