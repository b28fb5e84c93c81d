// SPDX-License-Identifier: MIT
#include "domain/service/clock_judge.hpp"

#include <catch2/catch.hpp>

#include "story.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

const BootId boot{{1}};
const BootId next_boot{{2}};
constexpr std::int64_t ms_per_week = 7 * ms_per_day;

ClockReading reading(std::string_view when, std::int64_t mono_ms, const BootId& on = boot) {
    return {wall(when), {mono_ms}, on};
}

// Built on 1 January 2026, last event on 1 March at nine.
ClockHistory history() {
    return {wall("2026-01-01 00:00"), std::nullopt, wall("2026-03-01 09:00"), std::nullopt};
}

}  // namespace

TEST_CASE("offline, a plausible clock is free-running: neither proved nor doubted") {
    const auto judged = judge_clock(reading("2026-03-01 09:05", 0), history());
    CHECK(judged.confidence == Confidence::free_running);
    CHECK(judged.doubt == ClockDoubt::none);
    CHECK(judged.offset_ms == 0);
    CHECK(judged.offset_age_ms == -1);
}

TEST_CASE("fault_074_implausible_clocks_are_doubtful_and_say_why") {
    struct Row {
        const char* when;
        ClockDoubt expected;
    };
    for (const Row& row : {Row{"1970-01-01 08:00", ClockDoubt::before_build},
                           Row{"2025-12-30 23:00", ClockDoubt::before_build},
                           Row{"2026-03-01 08:00", ClockDoubt::before_last_event},
                           Row{"2027-03-01 09:05", ClockDoubt::far_after_last},
                           Row{"2038-01-19 11:14", ClockDoubt::beyond_life},
                           Row{"2100-01-01 00:00", ClockDoubt::beyond_life}}) {
        CAPTURE(row.when);
        const auto judged = judge_clock(reading(row.when, 0), history());
        CHECK(judged.confidence == Confidence::doubtful);
        CHECK(judged.doubt == row.expected);
    }
}

TEST_CASE("fault_074_an_hour_back_in_mid_session_is_noticed_and_the_estimate_stays_with_the_boot") {
    ClockHistory known = history();
    known.boot_anchor = reading("2026-03-01 09:00", 0);
    const auto judged = judge_clock(reading("2026-03-01 08:30", 30 * ms_per_minute), known);
    CHECK(judged.doubt == ClockDoubt::stepped);
    CHECK(judged.confidence == Confidence::doubtful);
    CHECK(wall("2026-03-01 08:30") + judged.offset_ms == wall("2026-03-01 09:30"));
}

TEST_CASE("fault_075_eight_hours_of_suspend_are_no_step") {
    ClockHistory known = history();
    known.boot_anchor = reading("2026-03-01 09:00", 0);
    CHECK(judge_clock(reading("2026-03-01 17:00", 8 * ms_per_hour), known).doubt == ClockDoubt::none);
}

TEST_CASE("fault_075_a_clock_dead_at_every_boot_is_doubtful_until_HQ_tells_the_time") {
    ClockHistory known = history();
    known.boot_anchor = reading("1970-01-01 08:00", 0);
    CHECK(judge_clock(reading("1970-01-01 08:01", ms_per_minute), known).doubt == ClockDoubt::before_build);

    known.hq = HqObservation{reading("1970-01-01 08:01", ms_per_minute),
                             wall("2026-03-02 10:00") - wall("1970-01-01 08:01")};
    const auto judged = judge_clock(reading("1970-01-01 08:05", 5 * ms_per_minute), known);
    CHECK(judged.confidence == Confidence::confirmed);
    CHECK(wall("1970-01-01 08:05") + judged.offset_ms == wall("2026-03-02 10:04"));
    CHECK(judged.offset_age_ms == 4 * ms_per_minute);
    CHECK(judged.doubt == ClockDoubt::off_from_hq);
}

TEST_CASE("fault_075_the_network_setting_the_clock_right_keeps_the_estimate") {
    ClockHistory known = history();
    known.boot_anchor = reading("2026-03-01 09:00", 0);
    known.hq = HqObservation{reading("2026-03-01 09:10", 10 * ms_per_minute), ms_per_hour};
    const auto judged = judge_clock(reading("2026-03-01 10:20", 20 * ms_per_minute), known);
    CHECK(judged.confidence == Confidence::confirmed);
    CHECK(judged.offset_ms == 0);
    CHECK(judged.doubt == ClockDoubt::none);
}

TEST_CASE("HQ's time of an earlier boot helps the estimate and proves nothing") {
    ClockHistory known = history();
    known.hq = HqObservation{reading("2026-03-01 09:10", 0), 2 * ms_per_second};
    const auto judged = judge_clock(reading("2026-03-02 09:10", 0, next_boot), known);
    CHECK(judged.confidence == Confidence::free_running);
    CHECK(judged.offset_ms == 2 * ms_per_second);
    CHECK(judged.offset_age_ms == ms_per_day);
}

TEST_CASE("an observation of HQ's time grows old") {
    ClockHistory known = history();
    known.hq = HqObservation{reading("2026-03-01 09:10", 0), 0};
    CHECK(judge_clock(reading("2026-03-08 09:10", ms_per_week), known).confidence ==
          Confidence::free_running);
}
