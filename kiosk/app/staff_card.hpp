// SPDX-License-Identifier: MIT
// Staff cards: a slip of that purpose, signed by a key that this window trusts, for this community, opens the
// staff side on each of its days until it is revoked.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "domain/service/community_state.hpp"
#include "kiosk/app/installation.hpp"
#include "sync/store/journal.hpp"

namespace baodao {

struct StaffCard {
    SlipSerial serial;
    std::string name;  // empty when the card carries none
};
struct RefusedStaffCard {
    std::string_view why;  // unknown_key, other_community, not_its_day, revoked, unread_log
};
struct OtherPaper {};  // no staff card

[[nodiscard]] std::variant<StaffCard, RefusedStaffCard, OtherPaper> read_staff_card(
    std::string_view text, const Installation& installation, LocalDate today, Journal& journal);

// Signs one with the window's key, good for the span of that key. Nothing is written: it is no member's slip.
[[nodiscard]] Result<std::string> issue_staff_card(const std::string& name, const Installation& installation,
                                                   Validity validity, Random& random);

// Likewise a team leader's: at an event it opens the team's list (policy R17).
[[nodiscard]] Result<std::string> issue_leader_card(const std::string& name, const Installation& installation,
                                                    Validity validity, Random& random);

}  // namespace baodao
