// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "story.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

const PersonRef she{chen, std::nullopt};

void close_day(Story& story, std::string_view closed, std::string_view when) {
    story.tell(Where::hq, when, DayClosed{day(closed), {}});
}

}  // namespace

TEST_CASE("the cadre's confirmation gives a forgotten service its minutes") {
    Story story;
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    story.tell(Where::a, "2026-03-02 09:00", AttendanceConfirmed{she, in, wall("2026-03-01 11:00")});
    const Service service = story.person().services.front();
    CHECK(service.minutes == 120);
    CHECK(service.has(Mark::confirmed));
    CHECK_FALSE(service.has(Mark::forgotten));
}

TEST_CASE("a real sign-out that arrives late wins over the confirmed proposal") {
    Story story;
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    story.tell(Where::a, "2026-03-02 09:00", AttendanceConfirmed{she, in, wall("2026-03-01 11:00")});
    story.out(Where::b, "2026-03-01 11:30");
    const Service service = story.person().services.front();
    CHECK(service.minutes == 150);
    CHECK_FALSE(service.has(Mark::confirmed));
}

TEST_CASE("after the cadre ended a service the next scan begins another one") {
    Story story;
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    story.tell(Where::a, "2026-03-01 11:30", AttendanceConfirmed{she, in, wall("2026-03-01 11:00")});
    story.in(Where::a, "2026-03-01 14:00");
    story.out(Where::a, "2026-03-01 15:00");
    const PersonState person = story.person();
    REQUIRE(person.services.size() == 2);
    CHECK(person.services[0].minutes == 120);
    CHECK(person.services[1].minutes == 60);
}

TEST_CASE("what she scanned herself can be asked about at any time, a word of staff for thirty days") {
    Story story;
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 09:03");
    story.tell(Where::a, "2026-06-01 09:00",
               AttendanceDisputed{she, in, "out_time", {}, wall("2026-03-01 11:20")});
    CHECK(story.person().services.front().has(Mark::disputed));
    CHECK(story.person().services.front().minutes == 3);
}

TEST_CASE("an objection that the cadre refused is answered") {
    Story story;
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 09:30");
    const EventId asked =
        story.tell(Where::a, "2026-03-02 09:00", AttendanceDisputed{she, in, "out_time", {}, {}});
    CHECK(story.person().services.front().has(Mark::disputed));
    story.tell(Where::a, "2026-03-03 09:00", ConflictResolved{she, asked, false, "none"});
    CHECK_FALSE(story.person().services.front().has(Mark::disputed));
    CHECK(story.person().services.front().minutes == 30);
}

TEST_CASE("fault_083_a_correction_can_be_corrected_and_the_last_word_holds") {
    Story story;
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 10:00");
    story.tell(Where::a, "2026-03-02 09:00",
               AttendanceAmended{she, in, {}, wall("2026-03-01 12:00"), {}, "clock"});
    story.tell(Where::a, "2026-03-03 09:00",
               AttendanceAmended{she, in, {}, wall("2026-03-01 11:00"), {}, "clock"});
    const Service service = story.person().services.front();
    CHECK(service.minutes == 120);
    CHECK(service.has(Mark::amended));
    CHECK(service.others.size() == 2);
}

TEST_CASE("fault_083_a_voided_correction_no_longer_holds") {
    Story story;
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 10:00");
    const EventId amended = story.tell(Where::a, "2026-03-02 09:00",
                                       AttendanceAmended{she, in, {}, wall("2026-03-01 12:00"), {}, "clock"});
    const EventId voided =
        story.tell(Where::a, "2026-03-03 09:00", AttendanceVoided{she, amended, "mistake"});
    CHECK(story.person().services.front().minutes == 60);
    story.tell(Where::a, "2026-03-04 09:00", AttendanceVoided{she, voided, "mistake"});
    CHECK(story.person().services.front().minutes == 180);
}

TEST_CASE("fault_083_a_voided_sign_in_keeps_its_record_and_its_orphaned_sign_out_and_counts_nothing") {
    Story story;
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    story.tell(Where::a, "2026-03-01 09:05", AttendanceVoided{she, in, "wrong_scan"});
    const EventId out = story.out(Where::b, "2026-03-01 10:00");
    const PersonState person = story.person();
    REQUIRE(person.services.size() == 1);
    CHECK(person.services[0].has(Mark::voided));
    CHECK(person.services[0].out == out);
    CHECK(person.services[0].minutes == 0);
    CHECK_FALSE(person.services[0].counted);
}

TEST_CASE("a voided sign-in gives way to the repeat behind it") {
    Story story;
    const EventId first = story.in(Where::a, "2026-03-01 08:00");
    const EventId second = story.in(Where::b, "2026-03-01 09:00");
    story.out(Where::b, "2026-03-01 10:00");
    story.tell(Where::a, "2026-03-01 10:05", AttendanceVoided{she, first, "wrong_scan"});
    const PersonState person = story.person();
    REQUIRE(person.services.size() == 2);
    CHECK(person.services[1].in == second);
    CHECK(person.services[1].minutes == 60);
}

TEST_CASE("a voided sign-out leaves the service open") {
    Story story;
    story.in(Where::a, "2026-03-01 09:00");
    const EventId out = story.out(Where::a, "2026-03-01 09:20");
    story.tell(Where::a, "2026-03-01 09:21", AttendanceVoided{she, out, "wrong_scan"});
    CHECK(story.person("2026-03-01 10:00").open_service() != nullptr);
    story.out(Where::a, "2026-03-01 11:00");
    CHECK(story.person("2026-03-01 12:00").services.front().minutes == 120);
}

TEST_CASE("voids that name each other in a circle end the same way whatever the order") {
    Story story;
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 10:00");
    const EventId next{in.origin, {1}, {in.seq.value + 3}};
    const EventId first = story.tell(Where::a, "2026-03-02 09:00", AttendanceVoided{she, next, "x"});
    story.tell(Where::a, "2026-03-02 09:01", AttendanceVoided{she, first, "x"});
    const std::string forward = ledger_text(story.person());
    std::reverse(story.entries.begin(), story.entries.end());
    CHECK(ledger_text(story.person()) == forward);
}

TEST_CASE("naming the activity of an unplanned service later makes it part of that activity") {
    Story story;
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 10:00");
    story.tell(Where::a, "2026-03-01 10:30", AttendanceAmended{she, in, {}, {}, clean, "named"});
    const Service service = story.person().services.front();
    CHECK(service.activity == clean);
    CHECK_FALSE(service.has(Mark::unplanned));
    CHECK(service.minutes == 60);
}

TEST_CASE("an objection is shown until somebody answers it") {
    Story story;
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    const EventId confirmed =
        story.tell(Where::a, "2026-03-02 09:00", AttendanceConfirmed{she, in, wall("2026-03-01 10:00")});
    story.tell(Where::a, "2026-03-20 09:00", AttendanceDisputed{she, confirmed, "later", {}, {}});
    CHECK(story.person().services.front().has(Mark::disputed));
    CHECK(story.person().services.front().minutes == 60);
    story.tell(Where::a, "2026-03-21 09:00",
               AttendanceAmended{she, in, {}, wall("2026-03-01 11:00"), {}, "objection"});
    CHECK_FALSE(story.person().services.front().has(Mark::disputed));
    CHECK(story.person().services.front().minutes == 120);
}

TEST_CASE("an objection after the thirty days is too late") {
    Story story;
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    const EventId confirmed =
        story.tell(Where::a, "2026-03-02 09:00", AttendanceConfirmed{she, in, wall("2026-03-01 10:00")});
    story.tell(Where::a, "2026-04-01 09:00:01", AttendanceDisputed{she, confirmed, "later", {}, {}});
    CHECK_FALSE(story.person().services.front().has(Mark::disputed));
}

TEST_CASE("fault_083_a_correction_after_the_day_is_final_counts_and_waits_for_a_second_consent") {
    Story story;
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 10:00");
    close_day(story, "2026-03-01", "2026-03-02 00:10");
    const EventId amended = story.tell(Where::a, "2026-03-03 09:00",
                                       AttendanceAmended{she, in, {}, wall("2026-03-01 11:00"), {}, "clock"});
    CHECK(story.person().services.front().minutes == 120);
    CHECK(story.person().services.front().has(Mark::pending_review));

    SECTION("the member's own next scan consents") {
        story.in(Where::a, "2026-03-08 09:00");
        CHECK_FALSE(story.person().services.front().has(Mark::pending_review));
    }
    SECTION("the town's reviewer consents") {
        story.tell(Where::hq, "2026-03-04 09:00", ConflictResolved{she, amended, true, {}});
        CHECK_FALSE(story.person().services.front().has(Mark::pending_review));
        CHECK(story.person().services.front().minutes == 120);
    }
    SECTION("the town's reviewer refuses, and the old figure stands") {
        story.tell(Where::hq, "2026-03-04 09:00", ConflictResolved{she, amended, false, "no sheet"});
        CHECK(story.person().services.front().minutes == 60);
    }
}

TEST_CASE("a correction before the day is final needs nobody else") {
    Story story;
    const EventId in = story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 10:00");
    story.tell(Where::a, "2026-03-01 18:00",
               AttendanceAmended{she, in, {}, wall("2026-03-01 11:00"), {}, "clock"});
    close_day(story, "2026-03-01", "2026-03-02 00:10");
    CHECK_FALSE(story.person().services.front().has(Mark::pending_review));
}
