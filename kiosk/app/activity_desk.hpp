// SPDX-License-Identifier: MIT
// The desk's side of 活动: today's activities and those that are still open.
#pragma once

#include "kiosk/app/activity_page.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "sync/store/journal.hpp"

namespace baodao {

// By planned start; those opened earlier and never closed stand among them.
[[nodiscard]] std::vector<ActivityRow> activity_rows(OpenedDesk& opened);

// What opening one takes: nothing when it is open already.
[[nodiscard]] std::vector<Draft> opening_drafts(OpenedDesk& opened, ActivityId activity);
// A plan from now for four hours under the name 未列入计划的服务, opened at once.
inline constexpr std::int64_t unplanned_ms = 4 * ms_per_hour;
[[nodiscard]] std::vector<Draft> unplanned_drafts(OpenedDesk& opened, ActivityId id);
// Closing asks nobody to leave: who is signed in stays so, and the board asks for the end later.
[[nodiscard]] std::vector<Draft> closing_drafts(OpenedDesk& opened, ActivityId activity);

}  // namespace baodao
