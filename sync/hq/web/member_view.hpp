// SPDX-License-Identifier: MIT
// One member's record: her year, and every event about her with what corrected it and why (picture 14). The
// same fold as at her window.
#pragma once

#include "sync/hq/web/people_list.hpp"

namespace baodao::hq {

// For member.html. `row` is hers.
[[nodiscard]] Result<Json> member_view(const Asking& asking, const PersonRow& row);

// "待补记 1", "已满足" …, with its colour.
[[nodiscard]] Json state_badge(const PersonRow& row, const Speech& say, UtcMillis now);

}  // namespace baodao::hq
