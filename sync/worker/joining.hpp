// SPDX-License-Identifier: MIT
// How a kiosk comes to a headquarters by the invitation that it read itself: the invitation is kept until
// headquarters said yes or no, whatever the line does meanwhile. One file of the kiosk's folder, readable by
// its owner only.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>

#include "sync/worker/join_state.hpp"
#include "sync/worker/kiosk_link.hpp"

namespace baodao {

[[nodiscard]] Status keep_invitation(const std::filesystem::path& folder, const std::string& code);
// Nothing: none is kept, or it cannot be read.
[[nodiscard]] std::optional<InvitationCode> kept_invitation(const std::filesystem::path& folder);
void drop_invitation(const std::filesystem::path& folder);

// Who applies, beside its key: that is the folder's.
struct Applicant {
    OriginId origin;
    CommunityId community;
    SecretKey card_key;
};
// One try over the network.
struct JoinTry {
    Joining joining = Joining::no_line;
    Standing standing = Standing::waiting;  // of none, which is: headquarters took the application
};
// The link is kept then, unless the invitation was dropped meanwhile.
[[nodiscard]] JoinTry try_to_join(const std::filesystem::path& folder, const InvitationCode& code,
                                  const Applicant& applicant, Random& random,
                                  const std::function<bool()>& given_up);

}  // namespace baodao
