// SPDX-License-Identifier: MIT
// Everybody's services as headquarters has them: the fold of the windows, on the community's feed
// (工作台账, policy R29).
#pragma once

#include <vector>

#include "domain/service/person.hpp"
#include "sync/sql/session.hpp"

namespace baodao::hq {

// Everybody who holds a slip of that community, by person. Error: the records cannot be read.
[[nodiscard]] Result<std::vector<PersonState>> fold_community(sql::Session& session, CommunityId community,
                                                              UtcMillis now);

}  // namespace baodao::hq
