// SPDX-License-Identifier: MIT
// When the others left: the best guess for somebody who forgot to sign out (decision 2).
#pragma once

#include "domain/service/person.hpp"
#include "kiosk/app/correct.hpp"
#include "sync/store/journal.hpp"

namespace baodao {

// For each planned activity at which this person forgot to sign out, when half of the others had signed out;
// nothing where nobody else did. Reads the days of those activities, so it costs nothing for everybody else.
[[nodiscard]] FoldHints team_hints(Journal& journal, const PersonState& person,
                                   const CommunityState& community);

// When half of the others had come to an activity of that day, and when half of those who left had left.
[[nodiscard]] TeamTimes team_hours(Journal& journal, ActivityId activity, LocalDate day,
                                   const PersonState& without);

}  // namespace baodao
