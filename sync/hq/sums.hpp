// SPDX-License-Identifier: MIT
// What pages count, kept as sums: by community and branch, by community, by branch. A page of a county reads
// a row of these instead of everybody's.
#pragma once

#include "sync/sql/session.hpp"

namespace baodao::hq {

// Brings the sums into line with the community's rows in people and person_years. Inside the transaction that
// changed those, under the lock of the community's row; only what differs is written.
[[nodiscard]] Status sum_up_community(sql::Session& session, CommunityId community);

}  // namespace baodao::hq
