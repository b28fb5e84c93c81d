// SPDX-License-Identifier: MIT
// The staff pages of activities, corrections and back entries, in the states that have their own words.
#pragma once

#include "tests/ui/canned.hpp"

namespace baodao::test {

void add_work_pages(std::vector<CannedScreen>& screens);

}  // namespace baodao::test
