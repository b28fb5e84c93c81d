// SPDX-License-Identifier: MIT
// The desk's part of 代班人.
#pragma once

#include <vector>

#include "domain/service/community_state.hpp"
#include "kiosk/app/staff.hpp"
#include "kiosk/app/staff_door.hpp"
#include "sync/store/journal.hpp"

namespace baodao {

[[nodiscard]] DeputyBoard deputy_board(const CommunityState& community, const StaffDoor& door,
                                       LocalDate today);
[[nodiscard]] DeputyNamed deputy_of(const NameDeputy& request);
// The cadre is back from `today` on. Empty: nobody stands in.
[[nodiscard]] std::vector<Draft> ending_drafts(const CommunityState& community, LocalDate today);

}  // namespace baodao
