// SPDX-License-Identifier: MIT
// The rows that pages read, made from the folds: one for each person on a community's roll, her years, what
// waits, and sums by branch. The projector marks whose rows are out of date in the transaction of the event;
// here they are made anew, under the lock of the community's row. Nothing in them depends on today.
#pragma once

#include "sync/sql/session.hpp"

namespace baodao::hq {

// Some people of one community. Returns how many; 0: nothing is out of date.
[[nodiscard]] Result<std::size_t> roll_up_some(sql::Session& session);
[[nodiscard]] Status roll_up_all(sql::Session& session);

// For columns that may hold no day.
inline constexpr std::int64_t no_day = -1'000'000;

// The branch of an agency, everywhere the same number.
[[nodiscard]] std::int64_t branch_number(std::string_view agency, std::string_view branch);

}  // namespace baodao::hq
