// SPDX-License-Identifier: MIT
// The papers of a batch of slips: 签到卡 to cut up, and the texts as a table.
#pragma once

#include "domain/community/issuing.hpp"
#include "domain/paper/paper.hpp"
#include "domain/paper/sign_in_cards.hpp"
#include "domain/service/community_state.hpp"

namespace baodao {

// With the contact of the window on that day (policy R41).
[[nodiscard]] SignInCard sign_in_card(const IssuedSlip& slip, const CommunityState& community, LocalDate day);

// Eight to an A4 sheet, as a PDF; each code was read again from its rendered page.
[[nodiscard]] Result<std::string> slip_sheet(const std::vector<SignInCard>& cards, UtcMillis made_at,
                                             UtcOffset offset);

// Header and serial, name, text, parted by tabs.
[[nodiscard]] std::string slip_table(const std::vector<IssuedSlip>& slips);

}  // namespace baodao
