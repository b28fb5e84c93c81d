// SPDX-License-Identifier: MIT
// When the others left: the best guess for somebody who forgot to sign out (decision 2).
#pragma once

#include <span>

#include "domain/service/person.hpp"
#include "sync/store/journal.hpp"

namespace baodao {

// For each planned activity at which this person forgot to sign out, when half of the others had signed out;
// nothing where nobody else did. Reads the days of those activities, so it costs nothing for everybody else.
[[nodiscard]] FoldHints team_hints(Journal& journal, const PersonState& person,
                                   const CommunityState& community);

}  // namespace baodao
