// SPDX-License-Identifier: MIT
// A county for pages: many communities with plans and windows, and everybody on a roll. The first community's
// people come from their events; the others' rows are copies of theirs, since only their number matters here.
#pragma once

#include "tests/support/web_scene.hpp"

namespace baodao::test {

struct CountySize {
    int communities = 0;
    int members = 0;   // of each community
    int branches = 0;  // in all; their members live everywhere
    int audit = 0;     // lines
};

// At `web`'s headquarters. Every twentieth has not registered, every fourth has done all that is asked, every
// thirty-first waits for a word.
void make_county(WebScene& web, const CountySize& size);

// 15728641 on.
[[nodiscard]] CommunityId county_community(int index);
[[nodiscard]] std::int64_t county_branch(int index);
inline constexpr const char* county_agency = "县直单位 3";

}  // namespace baodao::test
