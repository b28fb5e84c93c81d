// SPDX-License-Identifier: MIT
// A member's record, her objections and the answers to them, on a real journal in a real folder.
#include "domain/event/kinds_attendance.hpp"
#include "kiosk/app/desk.hpp"
#include "kiosk/app/drafts.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

SubmitScan scan_of(const std::string& text) {
    SubmitScan request;
    request.text = text;
    return request;
}

UtcMillis time_of(const std::string& text) {
    return *parse_rfc3339(text);
}

RecordView record_at(const DeskFixture& kiosk, const std::string& text, const std::string& time) {
    auto record = kiosk.at(time)->desk().record(scan_of(text));
    REQUIRE(record.ok());
    return std::move(record).value();
}

Draft by_staff(Draft draft) {
    draft.event.actor = {ActorKind::staff, 1};
    return draft;
}

// Registered, signed in at nine and out after three minutes by mistake.
struct Short {
    DeskFixture kiosk;
    std::string text;
    Short() {
        text = kiosk.issue({"陈建国"}, "2026-02-01T09:00:00+08:00")[0].text;
        (void)kiosk.scan(text, "2026-02-02T09:00:00+08:00");
        (void)kiosk.scan(text, "2026-03-01T09:01:00+08:00");
        SubmitScan out = scan_of(text);
        out.sign_out_confirmed = true;
        REQUIRE(kiosk.at("2026-03-01T09:04:00+08:00")->desk().scan(out).outcome == Outcome::signed_out);
    }
};

}  // namespace

TEST_CASE("a service of the record opens to its events: what, when, by whom, at which terminal") {
    Short scene;
    const RecordView record = record_at(scene.kiosk, scene.text, "2026-03-01T12:00:00+08:00");
    REQUIRE(record.services.size() == 1);
    const auto& events = record.services[0].events;
    REQUIRE(events.size() == 2);
    CHECK(events[0].what == EventWhat::signed_in);
    CHECK(events[1].what == EventWhat::signed_out);
    CHECK(events[0].by == EventBy::member);
    CHECK(events[0].terminal == "枫林A");
    CHECK(events[1].at == time_of("2026-03-01T09:04:00+08:00"));
}

TEST_CASE(
    "an objection is an event that changes no minute; the cadre's answer counts at once and is told once") {
    Short scene;
    const RecordView before = record_at(scene.kiosk, scene.text, "2026-03-01T12:00:00+08:00");
    const auto target = objection_target(before.services[0]);
    REQUIRE(target);
    const UtcMillis remembered = time_of("2026-03-01T11:20:00+08:00");
    {
        auto opened = scene.kiosk.at("2026-03-01T12:01:00+08:00");
        REQUIRE(opened->desk().dispute({before.serial, *target, "out_time", {}, remembered}).ok());
    }
    const RecordView asked = record_at(scene.kiosk, scene.text, "2026-03-01T12:02:00+08:00");
    CHECK(asked.services[0].service.has(Mark::disputed));
    CHECK(asked.services[0].service.minutes == 3);
    CHECK(asked.year.minutes == before.year.minutes);
    REQUIRE(asked.services[0].events.size() == 3);
    CHECK(asked.services[0].events[2].what == EventWhat::disputed);
    CHECK(asked.services[0].events[2].end == remembered);
    const EventId question = asked.services[0].events[2].id;
    {
        auto opened = scene.kiosk.at("2026-03-01T15:00:00+08:00");
        const PersonRef who{before.serial, {}};
        REQUIRE(
            opened->desk()
                .note({by_staff(draft_of(AttendanceAmended{who, *target, {}, remembered, {}, "teammates"})),
                       by_staff(draft_of(ConflictResolved{who, question, true, "teammates"}))})
                .ok());
    }
    const RecordView answered = record_at(scene.kiosk, scene.text, "2026-03-01T15:01:00+08:00");
    CHECK(answered.services[0].service.minutes == 139);
    CHECK_FALSE(answered.services[0].service.has(Mark::disputed));
    CHECK(answered.services[0].events[3].by == EventBy::cadre);

    const ScanAnswer next = scene.kiosk.scan(scene.text, "2026-03-08T09:00:00+08:00");
    REQUIRE(next.news.size() == 1);
    CHECK(next.news[0].what == EventWhat::amended);
    CHECK(next.news[0].minutes == 139);
    CHECK(next.news[0].reason == "teammates");
    CHECK(scene.kiosk.scan(scene.text, "2026-03-08T10:00:00+08:00").news.empty());
}

TEST_CASE("a refused objection is told with its reason, and the record stays as it was") {
    Short scene;
    const RecordView before = record_at(scene.kiosk, scene.text, "2026-03-01T12:00:00+08:00");
    const auto target = objection_target(before.services[0]);
    {
        auto opened = scene.kiosk.at("2026-03-01T12:01:00+08:00");
        REQUIRE(opened->desk().dispute({before.serial, *target, "out_time", {}, {}}).ok());
    }
    const EventId question =
        record_at(scene.kiosk, scene.text, "2026-03-01T12:02:00+08:00").services[0].events[2].id;
    {
        auto opened = scene.kiosk.at("2026-03-01T15:00:00+08:00");
        const ConflictResolved refused{{before.serial, {}}, question, false, "none"};
        REQUIRE(opened->desk().note({by_staff(draft_of(refused))}).ok());
    }
    const ScanAnswer next = scene.kiosk.scan(scene.text, "2026-03-08T09:00:00+08:00");
    REQUIRE(next.news.size() == 1);
    CHECK(next.news[0].what == EventWhat::refused);
    CHECK(next.news[0].reason == "none");
    const RecordView after = record_at(scene.kiosk, scene.text, "2026-03-08T09:01:00+08:00");
    CHECK(after.services[1].service.minutes == 3);
    CHECK_FALSE(after.services[1].service.has(Mark::disputed));
}

TEST_CASE("a confirmed end can be objected to for thirty days, and no longer") {
    DeskFixture kiosk;
    const std::string text = kiosk.issue({"陈建国"}, "2026-02-01T09:00:00+08:00")[0].text;
    (void)kiosk.scan(text, "2026-02-02T09:00:00+08:00");
    const auto in = kiosk.scan(text, "2026-03-01T09:00:00+08:00");
    {
        auto opened = kiosk.at("2026-03-02T09:00:00+08:00");
        const AttendanceConfirmed confirmed{
            {*in.serial, {}}, in.event->id, time_of("2026-03-01T10:00:00+08:00")};
        REQUIRE(opened->desk().note({by_staff(draft_of(confirmed))}).ok());
    }
    CHECK_FALSE(record_at(kiosk, text, "2026-03-31T08:59:00+08:00").services[0].objection_over);
    CHECK(record_at(kiosk, text, "2026-04-01T09:01:00+08:00").services[0].objection_over);
}

TEST_CASE("the others' coming and leaving is told for an activity, without the one who asks") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"陈建国", "林晓燕", "赵堃"}, "2026-02-01T09:00:00+08:00");
    {
        auto opened = kiosk.at("2026-02-02T09:00:00+08:00");
        for (const auto& slip : slips) (void)opened->desk().scan(scan_of(slip.text));
        ActivityPlanned plan;
        plan.title = "河道巡护清洁";
        plan.start = time_of("2026-03-01T09:00:00+08:00");
        plan.end = time_of("2026-03-01T11:30:00+08:00");
        Draft planned = draft_of(plan);
        planned.event.activity = ActivityId{5};
        REQUIRE(opened->desk().note({planned}).ok());
    }
    for (const auto& slip : slips) (void)kiosk.scan(slip.text, "2026-03-01T09:00:00+08:00");
    const auto mine = kiosk.scan(slips[0].text, "2026-03-01T09:30:00+08:00");
    (void)kiosk.scan(slips[1].text, "2026-03-01T11:10:00+08:00");
    (void)kiosk.scan(slips[2].text, "2026-03-01T11:20:00+08:00");
    const TeamTimes times =
        kiosk.at("2026-03-01T12:00:00+08:00")
            ->desk()
            .team_times({*mine.serial, ActivityId{5}, time_of("2026-03-01T09:00:00+08:00")});
    CHECK(times.in == time_of("2026-03-01T09:00:00+08:00"));
    CHECK(times.out == time_of("2026-03-01T11:10:00+08:00"));
}

TEST_CASE("04c: why nothing is asked comes with the day on the roll") {
    DeskFixture kiosk;
    const std::string text = kiosk.issue({"林晓燕"}, "2026-11-22T08:00:00+08:00")[0].text;
    (void)kiosk.scan(text, "2026-11-22T08:57:00+08:00");
    (void)kiosk.scan(text, "2026-11-22T09:01:00+08:00");
    const ScanAnswer out = kiosk.scan(text, "2026-11-22T11:28:00+08:00");
    REQUIRE(out.on_roll_since);
    CHECK(*out.on_roll_since == date_from_civil({2026, 11, 22}));
    CHECK(out.year->halves[1].not_asked == NotAsked::short_roll);
    CHECK(out.year->hours == Duty::not_asked);
}

TEST_CASE("an opening balance opens to the roster that brought it, with its source") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"陈建国"}, "2026-02-01T09:00:00+08:00");
    (void)kiosk.scan(slips[0].text, "2026-02-02T09:00:00+08:00");
    {
        auto opened = kiosk.at("2026-02-03T09:00:00+08:00");
        BalanceOpening balance;
        balance.who.serial = slips[0].serial;
        balance.year = 2026;
        balance.first_half = 1;
        balance.minutes = 120;
        balance.source = "2025 年签到簿";
        REQUIRE(opened->desk().note({draft_of(balance)}).ok());
    }
    const RecordView record = record_at(kiosk, slips[0].text, "2026-02-04T09:00:00+08:00");
    REQUIRE(record.openings.size() == 1);
    CHECK(record.openings[0].minutes == 120);
    CHECK(record.openings[0].line.reason == "2025 年签到簿");
}
