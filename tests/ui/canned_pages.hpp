// SPDX-License-Identifier: MIT
// The self-test, the search by name, and the staff pages of activities, corrections and back entries, in the
// states that have their own words.
#pragma once

#include "tests/ui/canned.hpp"

namespace baodao::test {

// 签到卡, eight of them, as the printer would have them.
[[nodiscard]] SheetView canned_sheet();
void add_self_tests(std::vector<CannedScreen>& screens);
void add_link_pages(std::vector<CannedScreen>& screens);
void add_waiting_pages(std::vector<CannedScreen>& screens);
void add_work_pages(std::vector<CannedScreen>& screens);
void add_find_screens(std::vector<CannedScreen>& screens);

}  // namespace baodao::test
