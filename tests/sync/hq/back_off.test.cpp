// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "sync/core/back_off.hpp"

using namespace baodao;

TEST_CASE("fault_069_waiting_is_never_under_a_second_or_over_five_minutes_and_spread_evenly") {
    SeededRandom random(5);
    BackOff back_off;
    std::int64_t longest = 0;
    int early = 0;
    for (int i = 0; i < 2000; ++i) {
        const std::int64_t wait = back_off.next_ms(random, std::nullopt);
        REQUIRE(wait >= back_off_ms_min);
        REQUIRE(wait <= back_off_ms_max);
        longest = std::max(longest, wait);
        if (i >= 20) early += wait < back_off_ms_max / 2 ? 1 : 0;
    }
    CHECK(longest > back_off_ms_max * 9 / 10);
    CHECK(early > 850);
    CHECK(early < 1130);
}

TEST_CASE("headquarters can ask for longer, and a success begins anew") {
    SeededRandom random(5);
    BackOff back_off;
    for (int i = 0; i < 100; ++i) {
        const std::int64_t wait = back_off.next_ms(random, 600);
        CHECK(wait >= 600'000);
        CHECK(wait <= 720'000);
    }
    back_off.reset();
    CHECK(back_off.next_ms(random, std::nullopt) <= 2'000);
    CHECK(back_off.next_ms(random, std::int64_t{1} << 60) <= 2 * 24 * 3'600'000);
    CHECK(back_off.next_ms(random, -5) >= back_off_ms_min);
}
