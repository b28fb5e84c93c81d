// SPDX-License-Identifier: MIT
// How many rows a filter has, and where: from the sums, not from everybody's rows.
#pragma once

#include "sync/hq/web/people_query.hpp"

namespace baodao::hq {

// A search and those who wait are counted themselves: they are few.
[[nodiscard]] Result<std::int64_t> count_people(sql::Session& session, const PeopleConditions& conditions);

// Communities, by number, in which somebody has something open, or waits, as `show` says.
[[nodiscard]] Result<std::vector<CommunityId>> communities_with(sql::Session& session,
                                                                const PeopleConditions& conditions);

}  // namespace baodao::hq
