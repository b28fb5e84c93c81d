// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>

#include "story.hpp"

using namespace baodao;
using namespace baodao::test;

TEST_CASE("a sign-in and a sign-out at one activity are one service") {
    Story story;
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 11:30");
    const EventId in = story.in(Where::a, "2026-03-01 08:57", clean);
    const EventId out = story.out(Where::a, "2026-03-01 11:20:40", clean);
    const PersonState person = story.person();
    REQUIRE(person.services.size() == 1);
    const Service& service = person.services.front();
    CHECK(service.in == in);
    CHECK(service.out == out);
    CHECK(service.minutes == 143);
    CHECK(service.counted);
    CHECK(service.marks.empty());
    CHECK(service.others.empty());
}

TEST_CASE("minutes begin at most half an hour before the planned start") {
    Story story;
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    story.in(Where::a, "2026-03-01 07:00", clean);
    story.out(Where::a, "2026-03-01 10:00", clean);
    CHECK(story.person().services.front().minutes == 90);
}

TEST_CASE("without an activity the service is unplanned and counts from the sign-in") {
    Story story;
    story.in(Where::a, "2026-03-01 07:00");
    story.out(Where::a, "2026-03-01 08:00");
    const Service service = story.person().services.front();
    CHECK(service.has(Mark::unplanned));
    CHECK(service.minutes == 60);
}

TEST_CASE("fault_043_sign_in_twice_keeps_both_and_the_earliest_opens") {
    Story story;
    const EventId first = story.in(Where::a, "2026-03-01 09:00");
    const EventId second = story.in(Where::b, "2026-03-01 09:10");
    story.out(Where::a, "2026-03-01 10:00");
    const PersonState person = story.person();
    REQUIRE(person.services.size() == 1);
    CHECK(person.services[0].in == first);
    CHECK(person.services[0].others == std::vector{second});
    CHECK(person.services[0].minutes == 60);
}

TEST_CASE("fault_043_sign_out_twice_counts_once_and_keeps_both") {
    Story story;
    story.in(Where::a, "2026-03-01 09:00");
    const EventId first = story.out(Where::a, "2026-03-01 10:00");
    const EventId second = story.out(Where::b, "2026-03-01 10:30");
    const PersonState person = story.person();
    REQUIRE(person.services.size() == 1);
    CHECK(person.services[0].out == first);
    CHECK(person.services[0].others == std::vector{second});
    CHECK(person.services[0].minutes == 60);
}

TEST_CASE("a second sign-out from the same planned activity counts: the plan bounds it") {
    Story story;
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    story.in(Where::a, "2026-03-01 09:00", clean);
    story.out(Where::a, "2026-03-01 10:00", clean);
    const EventId last = story.out(Where::b, "2026-03-01 11:00", clean);
    const PersonState person = story.person();
    REQUIRE(person.services.size() == 1);
    CHECK(person.services[0].out == last);
    CHECK(person.services[0].minutes == 120);
}

TEST_CASE("fault_043_a_sign_out_alone_waits_and_counts_nothing") {
    Story story;
    story.out(Where::b, "2026-03-01 10:00");
    const Service service = story.person().services.front();
    CHECK(service.has(Mark::without_sign_in));
    CHECK(service.minutes == 0);
    CHECK_FALSE(service.counted);
    CHECK_FALSE(service.started.has_value());
}

TEST_CASE("coming back to the same activity is the same service, and the break is not counted") {
    Story story;
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 12:00");
    story.in(Where::a, "2026-03-01 09:00", clean);
    story.out(Where::a, "2026-03-01 10:00", clean);
    story.in(Where::a, "2026-03-01 10:30", clean);
    story.out(Where::a, "2026-03-01 11:30", clean);
    const PersonState person = story.person();
    REQUIRE(person.services.size() == 1);
    CHECK(person.services[0].minutes == 120);
}

TEST_CASE("fault_081_in_at_one_kiosk_out_at_the_other_gives_one_result_in_all_24_orders") {
    Story story;
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    const std::vector<Entry> plan = story.entries;
    story.entries.clear();
    story.in(Where::a, "2026-03-01 09:00", clean);
    story.in(Where::b, "2026-03-01 09:30", clean);
    story.out(Where::b, "2026-03-01 10:30", clean);
    story.out(Where::a, "2026-03-01 10:45", clean);
    std::vector<Entry> four = story.entries;
    std::vector<std::size_t> order{0, 1, 2, 3};
    std::set<std::string> ledgers;
    int orders = 0;
    do {
        story.entries = plan;
        for (const std::size_t i : order) story.entries.push_back(four[i]);
        story.entries.push_back(four[order[0]]);  // and one arrives twice
        ledgers.insert(ledger_text(story.person()));
        CHECK(story.person().services.front().minutes == 105);
        ++orders;
    } while (std::next_permutation(order.begin(), order.end()));
    CHECK(orders == 24);
    CHECK(ledgers.size() == 1);
}

TEST_CASE("fault_081_overlapping_services_of_one_person_count_once") {
    Story story;
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    const ActivityId law = story.activity("2026-03-01 10:00", "2026-03-01 12:00");
    story.in(Where::a, "2026-03-01 09:00", clean);
    story.in(Where::b, "2026-03-01 10:00", law);
    story.out(Where::a, "2026-03-01 11:00", clean);
    story.out(Where::b, "2026-03-01 12:00", law);
    const PersonState person = story.person();
    REQUIRE(person.services.size() == 2);
    CHECK(person.services[0].minutes + person.services[1].minutes == 180);
    CHECK(person.services[1].has(Mark::overlapping));
    CHECK_FALSE(person.services[0].has(Mark::overlapping));
}

TEST_CASE("a service can be closed until the next four o'clock in the morning") {
    const Rules rules;
    const auto limit = [&](std::string_view started) {
        return closing_limit(wall(started), nullptr, rules, china);
    };
    CHECK(limit("2026-03-01 09:00") == wall("2026-03-02 04:00"));
    CHECK(limit("2026-03-01 03:59") == wall("2026-03-01 04:00"));
    CHECK(limit("2026-03-01 04:00") == wall("2026-03-02 04:00"));
    CHECK(limit("2026-12-31 23:59") == wall("2027-01-01 04:00"));
}

TEST_CASE("fault_082_a_forgotten_sign_out_counts_for_the_half_and_adds_nothing") {
    Story story;
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    story.in(Where::a, "2026-03-01 09:00", clean);
    const PersonState same_day = story.person("2026-03-01 23:00");
    CHECK(same_day.open_service() != nullptr);
    const PersonState person = story.person("2026-03-02 04:01");
    const Service& service = person.services.front();
    CHECK(person.open_service() == nullptr);
    CHECK(person.forgotten_service() == &service);
    CHECK(service.minutes == 0);
    CHECK(service.counted);
    CHECK(service.proposed_end == wall("2026-03-01 11:00"));
}

TEST_CASE("the proposed end is the team's, else the planned, else the last sighting") {
    Story story;
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    story.in(Where::a, "2026-03-01 09:00", clean);
    FoldHints hints;
    hints.team_ends[clean] = wall("2026-03-01 11:12");
    const auto person =
        fold_person(chen.value, story.entries, story.community(), wall("2026-03-05 09:00"), hints);
    CHECK(person.services.front().proposed_end == wall("2026-03-01 11:12"));

    Story alone;
    alone.in(Where::a, "2026-03-01 09:00");
    CHECK_FALSE(alone.person().services.front().proposed_end.has_value());
    alone.in(Where::b, "2026-03-01 10:40");
    CHECK(alone.person().services.front().proposed_end == wall("2026-03-01 10:40"));
}

TEST_CASE("fault_082_a_sign_out_three_days_later_closes_nothing") {
    Story story;
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    const EventId out = story.out(Where::b, "2026-03-04 09:00");
    const PersonState person = story.person();
    REQUIRE(person.services.size() == 2);
    CHECK(person.services[0].in == in);
    CHECK(person.services[0].has(Mark::forgotten));
    CHECK(person.services[1].out == out);
    CHECK(person.services[1].has(Mark::without_sign_in));
    CHECK(person.services[0].minutes + person.services[1].minutes == 0);
}

TEST_CASE("fault_082_a_cancelled_activity_does_not_take_the_hours_away") {
    Story story;
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    ActivityPlanned plan;
    plan.title = "河道清洁";
    plan.start = wall("2026-03-01 09:00");
    plan.end = wall("2026-03-01 11:00");
    plan.cancelled = true;
    story.tell(Where::hq, "2026-02-28 09:00", plan, clean);
    story.in(Where::a, "2026-03-01 09:00", clean);
    story.out(Where::a, "2026-03-01 09:40", clean);
    const Service service = story.person().services.front();
    CHECK(service.minutes == 40);
    CHECK(service.has(Mark::unplanned));
}

TEST_CASE("drills and kinds of a later version never count") {
    Story story;
    story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 10:00");
    for (Entry& entry : story.entries) entry.event.drill = true;
    CHECK(story.person().services.empty());

    for (Entry& entry : story.entries) {
        entry.event.drill = false;
        entry.event.sv = 2;
    }
    CHECK(story.person().services.empty());
}

TEST_CASE("a back entry is one service with its own mark") {
    Story story;
    const EventId entry =
        story.tell(Where::a, "2026-03-05 10:00",
                   AttendanceRecorded{
                       {chen, {}}, wall("2026-03-01 14:00"), wall("2026-03-01 16:00"), "7", "home_visit"});
    const Service service = story.person().services.front();
    CHECK(service.in == entry);
    CHECK(service.minutes == 120);
    CHECK(service.has(Mark::back_entry));
}

TEST_CASE("an absurd back entry gives no hours") {
    Story story;
    story.tell(Where::a, "2026-03-05 10:00",
               AttendanceRecorded{{chen, {}}, wall("2026-03-01 14:00"), wall("2026-03-01 12:00"), "7", "x"});
    story.tell(Where::a, "2026-03-05 10:00",
               AttendanceRecorded{{chen, {}}, wall("2020-03-01 14:00"), wall("2026-03-01 12:00"), "7", "x"});
    CHECK(story.year(2026, "2026-06-01").minutes == 0);
}

TEST_CASE("times at the end of what an event can say give no hours and do no harm") {
    constexpr std::int64_t limit = 1'000'000'000'000'000;
    for (const std::int64_t wall_ms : {-limit, limit}) {
        for (const std::int64_t mono_ms : {-limit, std::int64_t{0}, limit}) {
            Story story;
            const ActivityId clean{7};
            ActivityPlanned plan;
            plan.start = {-limit};
            plan.end = {limit};
            story.tell(Where::hq, "2026-01-01 09:00", plan, clean);
            story.in(Where::a, "2026-03-01 09:00", clean);
            story.in(Where::b, "2026-03-01 09:00");
            story.out(Where::a, "2026-03-01 10:00", clean);
            story.tell(Where::a, "2026-03-02 09:00",
                       AttendanceRecorded{{chen, {}}, {-limit}, {limit}, {}, {}});
            for (Entry& entry : story.entries) {
                if (entry.event.kind == ActivityPlanned::kind) continue;
                entry.event.at.wall = {wall_ms};
                entry.event.at.mono = {mono_ms};
                entry.event.at.offset_ms = wall_ms;
            }
            CHECK(story.year(2026, "2026-06-01").minutes == 0);
        }
    }
}

TEST_CASE("fault_074_a_wall_clock_that_jumps_inside_a_boot_changes_no_minutes") {
    const std::int64_t jump =
        GENERATE(-ms_per_hour, -5 * ms_per_hour, 365 * ms_per_day, -56 * 365 * ms_per_day);
    Story story;
    story.in(Where::a, "2026-03-01 09:00");
    story.shift_wall(Where::a, jump, Confidence::doubtful);
    story.out(Where::a, "2026-03-01 11:30");
    const PersonState person = story.person();
    REQUIRE(person.services.size() == 1);
    CHECK(person.services[0].minutes == 150);
    CHECK(person.services[0].started == wall("2026-03-01 09:00"));
}

TEST_CASE("fault_074_a_boot_that_began_in_1970_is_put_right_by_a_later_event_that_is_believed") {
    Story story;
    story.shift_wall(Where::a, -56 * 365 * ms_per_day, Confidence::doubtful);
    story.in(Where::a, "2026-03-01 09:00");
    story.shift_wall(Where::a, 0, Confidence::confirmed);
    story.out(Where::a, "2026-03-01 11:30");
    const Service service = story.person().services.front();
    CHECK(service.started == wall("2026-03-01 09:00"));
    CHECK_FALSE(service.has(Mark::doubtful_clock));
}

TEST_CASE("fault_075_a_clock_that_stays_doubtful_is_flagged_and_its_minutes_still_hold") {
    Story story;
    story.shift_wall(Where::a, 365 * ms_per_day, Confidence::doubtful);
    story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 10:00");
    const Service service = story.person("2028-01-01 00:00").services.front();
    CHECK(service.has(Mark::doubtful_clock));
    CHECK(service.minutes == 60);
}

TEST_CASE("fault_075_the_truth_about_a_boot_moves_all_of_its_events") {
    Story story;
    story.shift_wall(Where::a, 365 * ms_per_day, Confidence::doubtful);
    story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 10:00");
    const Entry& seen = story.entries.front();
    story.tell(Where::hq, "2026-03-09 10:00",
               ClockCorrected{seen.id.origin, seen.event.at.boot, seen.event.at.wall, seen.event.at.mono,
                              -365 * ms_per_day});
    const Service service = story.person().services.front();
    CHECK(service.started == wall("2026-03-01 09:00"));
    CHECK_FALSE(service.has(Mark::doubtful_clock));
    CHECK(story.year(2026, "2026-06-01").minutes == 60);
}
