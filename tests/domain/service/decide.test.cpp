// SPDX-License-Identifier: MIT
#include "domain/service/decide.hpp"

#include <catch2/catch.hpp>

#include "window.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

Window registered_window() {
    Window window;
    CHECK(window.scan("2026-02-01 09:00").outcome == Outcome::registered);
    return window;
}

}  // namespace

TEST_CASE("the first scan registers and only registers, later ones sign in and out by turns") {
    Window window;
    const Decision first = window.scan("2026-03-01 08:50");
    CHECK(first.outcome == Outcome::registered);
    CHECK(first.number == "枫林A-0195");
    REQUIRE(first.events.size() == 1);
    CHECK(first.events[0].kind == "member.registered");
    CHECK(window.scan("2026-03-01 09:00").outcome == Outcome::signed_in);
    const Decision out = window.scan("2026-03-01 10:00");
    CHECK(out.outcome == Outcome::signed_out);
    CHECK(out.service->started == wall("2026-03-01 09:00"));
    CHECK(out.number == "枫林A-0195");
    CHECK(window.scan("2026-03-01 14:00").outcome == Outcome::signed_in);
}

TEST_CASE("fault_042_the_same_slip_fifty_times_in_two_seconds_is_one_event") {
    Window window = registered_window();
    const std::size_t before = window.story.entries.size();
    const UtcMillis start = wall("2026-03-01 09:02");
    CHECK(window.scan_at(start).outcome == Outcome::signed_in);
    for (int i = 1; i < 50; ++i) {
        const Decision again = window.scan_at(start + i * 40);
        REQUIRE(again.outcome == Outcome::already_in);
        REQUIRE(again.at == start);
        REQUIRE(again.events.empty());
    }
    CHECK(window.story.entries.size() == before + 1);
}

TEST_CASE("a slip held up for a minute stays one scan, and is new five seconds after it was taken away") {
    Window window = registered_window();
    const UtcMillis start = wall("2026-03-01 09:02");
    window.scan_at(start);
    for (int second = 1; second <= 60; ++second) {
        REQUIRE(window.scan_at(start + second * ms_per_second).outcome == Outcome::already_in);
    }
    CHECK(window.scan_at(start + 65 * ms_per_second).outcome == Outcome::confirm_short);
}

TEST_CASE("another slip in between does not turn a repeat into a sign-out") {
    RecentSightings recent;
    const SlipSerial a{1};
    const SlipSerial b{2};
    recent.remember(a, {0}, {Outcome::signed_in, {}, {100}});
    recent.remember(b, {1000}, {Outcome::signed_in, {}, {1100}});
    for (std::int64_t t = 1500; t < 60'000; t += 1000) {
        REQUIRE(recent.see(a, {t}, 5000).has_value());
        REQUIRE(recent.see(b, {t + 500}, 5000)->at == UtcMillis{1100});
    }
    CHECK_FALSE(recent.see(a, {70'000}, 5000).has_value());
}

TEST_CASE("the table of recent slips is bounded") {
    RecentSightings recent;
    for (std::uint64_t i = 0; i <= RecentSightings::slips_max; ++i) {
        recent.remember({i}, {0}, {Outcome::signed_in, {}, {}});
    }
    CHECK_FALSE(recent.see({0}, {1}, 5000).has_value());
    CHECK(recent.see({1}, {1}, 5000).has_value());
}

TEST_CASE("a program restarted within five seconds still knows the slip from the log") {
    Window window = registered_window();
    window.scan("2026-03-01 09:00");
    window.recent.clear();
    const Decision again = window.scan("2026-03-01 09:00:03");
    CHECK(again.outcome == Outcome::already_in);
    CHECK(again.at == wall("2026-03-01 09:00"));
    CHECK(again.events.empty());
}

TEST_CASE("a sign-out within five minutes asks first and then signs out") {
    Window window = registered_window();
    window.scan("2026-03-01 09:00");
    const Decision asks = window.scan("2026-03-01 09:04:59");
    CHECK(asks.outcome == Outcome::confirm_short);
    CHECK(asks.events.empty());
    const Decision out = window.confirm("2026-03-01 09:05:04");
    CHECK(out.outcome == Outcome::signed_out);
    CHECK(out.events.size() == 1);
    CHECK(window.confirm("2026-03-01 09:05:06").outcome == Outcome::already_out);

    window.scan("2026-03-01 10:00");
    CHECK(window.scan("2026-03-01 10:05").outcome == Outcome::signed_out);
}

TEST_CASE("two activities at once ask which one, and the answer signs in there") {
    Window window = registered_window();
    const ActivityId clean = window.story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    const ActivityId law = window.story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    const Decision asks = window.scan("2026-03-01 09:00");
    CHECK(asks.outcome == Outcome::choose_activity);
    CHECK(asks.choices == std::vector{clean, law});
    CHECK(asks.events.empty());
    const Decision in = window.choose("2026-03-01 09:00:04", law);
    CHECK(in.outcome == Outcome::signed_in);
    CHECK(in.events.at(0).activity == law);
    CHECK(window.choose("2026-03-01 09:00:05", law).outcome == Outcome::already_in);
    CHECK(window.scan("2026-03-01 11:00").events.at(0).activity == law);
}

TEST_CASE("soon after the sign-in another choice moves it to the other activity") {
    Window window = registered_window();
    const ActivityId clean = window.story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    const ActivityId law = window.story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    window.choose("2026-03-01 09:00", clean);
    const Decision moved = window.choose("2026-03-01 09:01", law);
    CHECK(moved.outcome == Outcome::signed_in);
    CHECK(moved.activity == law);
    const auto person = window.story.person("2026-03-01 09:02");
    REQUIRE(person.services.size() == 1);
    CHECK(person.open_service()->activity == law);
    CHECK(window.choose("2026-03-01 09:30", clean).events.empty());
    CHECK(window.scan("2026-03-01 11:00").events.at(0).activity == law);
}

TEST_CASE("the one activity that is on is taken without asking, and unplanned is an answer") {
    Window window = registered_window();
    const ActivityId clean = window.story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    CHECK(window.scan("2026-03-01 08:40").activity == clean);
    window.scan("2026-03-01 11:00");
    CHECK_FALSE(window.choose("2026-03-01 12:00", std::nullopt).activity.has_value());
}

TEST_CASE("registered while an activity is on, one touch signs in at once") {
    Window window;
    const ActivityId clean = window.story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    CHECK(window.scan("2026-03-01 09:00").running == clean);
    const Decision in = window.sign_in_now("2026-03-01 09:00:02");
    CHECK(in.outcome == Outcome::signed_in);
    CHECK(in.activity == clean);
    CHECK(window.sign_in_now("2026-03-01 09:00:03").outcome == Outcome::already_in);
}

TEST_CASE("an open service never turns the next morning's sign-in into a sign-out") {
    Window window = registered_window();
    window.scan("2026-03-01 09:00");
    CHECK(window.scan("2026-03-02 03:59").outcome == Outcome::signed_out);
    window.scan("2026-03-02 09:00");
    const Decision next = window.scan("2026-03-03 04:00:01");
    CHECK(next.outcome == Outcome::forgotten_sign_out);
    CHECK(next.events.at(0).kind == "attendance.in");
    CHECK(next.forgotten->started == wall("2026-03-02 09:00"));
}

TEST_CASE("an activity through the night can be signed out of until two hours past its planned end") {
    Window window = registered_window();
    window.story.activity("2026-03-01 20:00", "2026-03-02 06:00");
    window.scan("2026-03-01 20:00");
    SECTION("in time") {
        CHECK(window.scan("2026-03-02 08:00").outcome == Outcome::signed_out);
    }
    SECTION("too late") {
        CHECK(window.scan("2026-03-02 08:00:01").outcome == Outcome::forgotten_sign_out);
    }
}

TEST_CASE("fault_078_the_dates_of_a_slip_are_local_and_inclusive") {
    struct Row {
        const char* when;
        Outcome expected;
    };
    for (const Row& row :
         {Row{"2025-12-31 23:59:59", Outcome::not_yet_valid}, Row{"2026-01-01 00:00", Outcome::registered},
          Row{"2026-06-30 23:59:59", Outcome::registered}, Row{"2026-07-01 00:00", Outcome::parked}}) {
        Window window;
        CAPTURE(row.when);
        const Decision decision = window.scan(row.when);
        CHECK(decision.outcome == row.expected);
        if (row.expected == Outcome::parked) CHECK(decision.park_reason == ParkReason::past_last_day);
        if (row.expected == Outcome::not_yet_valid) CHECK(decision.events.empty());
    }
}

TEST_CASE("fault_078_the_dates_limit_the_first_registration_only") {
    Window window = registered_window();
    window.slip.key_known = false;  // and its key has gone since
    const Decision in = window.scan("2027-01-01 09:00");
    CHECK(in.outcome == Outcome::signed_in);
    CHECK_FALSE(in.parked);
}

TEST_CASE("a parked slip is recorded and signs in and out, marked") {
    Window window;
    window.slip.key_known = false;
    const Decision first = window.scan("2026-03-01 08:50");
    CHECK(first.outcome == Outcome::parked);
    CHECK(first.park_reason == ParkReason::unknown_key);
    CHECK(first.number == "枫林A-待核 0042");
    REQUIRE(first.events.size() == 1);
    CHECK(window.scan("2026-03-01 08:50:02").outcome == Outcome::parked);
    const Decision in = window.scan("2026-03-01 09:00");
    CHECK(in.outcome == Outcome::signed_in);
    CHECK(in.parked);
    const Decision out = window.scan("2026-03-01 10:00");
    CHECK(out.outcome == Outcome::signed_out);
    CHECK(out.parked);
    const auto person = window.story.person();
    CHECK(person.services.at(0).has(Mark::parked));
    CHECK(person.services.at(0).pending_minutes == 60);
}

TEST_CASE("once HQ accepted a parked slip it is as good as any, once refused it is revoked") {
    Window window;
    window.slip.community = {77};
    CHECK(window.scan("2026-03-01 08:50").park_reason == ParkReason::other_community);
    SECTION("accepted") {
        window.story.tell(Where::hq, "2026-03-02 09:00", SlipResolved{chen, MemberNumber{9}, {}});
        const Decision in = window.scan("2026-03-03 09:00");
        CHECK(in.outcome == Outcome::signed_in);
        CHECK_FALSE(in.parked);
    }
    SECTION("refused") {
        window.story.tell(Where::hq, "2026-03-02 09:00", SlipResolved{chen, {}, "unknown"});
        CHECK(window.scan("2026-03-03 09:00").outcome == Outcome::revoked);
    }
}

TEST_CASE("a slip that a newer roster does not name is parked, one that it names is not") {
    Window window;
    SECTION("not named") {
        window.story.tell(Where::hq, "2026-02-01 09:00", RosterReceived{day("2026-02-01"), 300, {}});
        CHECK(window.scan("2026-03-01 09:00").park_reason == ParkReason::not_on_roster);
    }
    SECTION("named") {
        window.story.tell(Where::hq, "2026-02-01 09:00", RosterReceived{day("2026-02-01"), 300, {}});
        window.story.tell(Where::hq, "2026-02-01 09:00", MemberListed{{chen, {}}, {}, {}});
        CHECK(window.scan("2026-03-01 09:00").outcome == Outcome::registered);
    }
    SECTION("the roster is older than the slip") {
        window.story.tell(Where::hq, "2025-12-01 09:00", RosterReceived{day("2025-12-01"), 300, {}});
        CHECK(window.scan("2026-03-01 09:00").outcome == Outcome::registered);
    }
}

TEST_CASE("a revoked slip is refused and nothing is written") {
    Window window = registered_window();
    window.story.tell(Where::hq, "2026-02-02 09:00", SlipRevoked{chen, "lost"});
    const Decision decision = window.scan("2026-03-01 09:00");
    CHECK(decision.outcome == Outcome::revoked);
    CHECK(decision.events.empty());
}

TEST_CASE("papers that are no registration slip are named as such") {
    for (const SlipPurpose purpose :
         {SlipPurpose::staff_card, SlipPurpose::receipt, SlipPurpose::enrolment, SlipPurpose::test}) {
        Window window;
        window.slip.purpose = purpose;
        CHECK(window.scan("2026-03-01 09:00").outcome == Outcome::wrong_purpose);
        CHECK(window.story.entries.empty());
    }
    Window leader;
    leader.slip.purpose = SlipPurpose::team_leader;
    CHECK(leader.scan("2026-03-01 09:00").outcome == Outcome::registered);
}

TEST_CASE("a new card of a registered member signs in, whatever its dates") {
    Window window = registered_window();
    SlipIssued issued;
    issued.serial = chen;
    issued.member = {9};
    window.story.tell(Where::hq, "2026-01-02 09:00", issued);
    issued.serial = {0x2222};
    window.story.tell(Where::hq, "2026-06-02 09:00", issued);
    window.slip.serial = {0x2222};
    const Decision in = window.scan("2026-09-01 09:00");
    CHECK(in.outcome == Outcome::signed_in);
    CHECK(in.number == "枫林A-0195");
}

TEST_CASE("fault_074_a_clock_that_nobody_believes_turns_nobody_away") {
    Window window;
    CHECK(window.scan("1970-01-02 08:00").outcome == Outcome::not_yet_valid);
    window.confidence = Confidence::doubtful;
    CHECK(window.scan("1970-01-02 08:05").outcome == Outcome::registered);
}

TEST_CASE("fault_074_a_clock_set_back_an_hour_still_signs_out") {
    Window window = registered_window();
    window.scan("2026-03-01 09:00");
    window.mono_zero = window.mono_zero - ms_per_hour;  // the wall went back, the monotonic clock did not
    CHECK(window.scan("2026-03-01 08:30").outcome == Outcome::signed_out);
    CHECK(window.story.person().services.at(0).minutes == 30);
}
