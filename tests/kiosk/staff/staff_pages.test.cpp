// SPDX-License-Identifier: MIT
// 活动, 申请更正 and 补录 on the staff side: what they record, and how many touches they take.
#include <catch2/catch.hpp>

#include "domain/event/kinds_attendance.hpp"
#include "kiosk/app/drafts.hpp"
#include "tests/kiosk/app/screen_driver.hpp"
#include "tests/support/staffed.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

UtcMillis time_of(const std::string& text) {
    return *parse_rfc3339(text);
}

SubmitScan scan_of(const std::string& text) {
    SubmitScan request;
    request.text = text;
    return request;
}

void plan_river(OpenedDesk& opened) {
    ActivityPlanned plan;
    plan.title = "河道巡护清洁";
    plan.start = time_of("2026-03-02T09:00:00+08:00");
    plan.end = time_of("2026-03-02T11:30:00+08:00");
    Draft planned = draft_of(plan);
    planned.event.activity = ActivityId{5};
    REQUIRE(opened.desk().note({planned}).ok());
}

Service last_service(OpenedDesk& opened, SlipSerial serial) {
    const auto person = opened.desk().load(serial.value);
    REQUIRE(person.ok());
    REQUIRE_FALSE(person->state.services.empty());
    return person->state.services.back();
}

// A screen with somebody in on the staff side; touches are counted.
struct StaffScreen : ScreenDriver {
    int touches = 0;
    explicit StaffScreen(StaffPage page) {
        model.staff = StaffState{"周敏", now, false, BoardPage{}};
        model.screen = Screen::staff;
        touch(StaffIntent{PageOpened{std::move(page)}});
    }
    void touch(StaffIntent intent) {
        ++touches;
        send(std::move(intent));
    }
    template <class Request>
    Request asked() {
        return std::get<Request>(only<StaffRequest>());
    }
};

}  // namespace

// ---- 活动
TEST_CASE("an activity opens before its time and closes with one question; who is in stays in") {
    StaffedCommunity community;
    const auto slips = community.issue({"陈建国", "林晓燕"}, "2026-03-01T09:00:00+08:00");
    {
        auto opened = community.at("2026-03-01T09:01:00+08:00");
        for (const auto& slip : slips) (void)opened->desk().scan(scan_of(slip.text));
        plan_river(*opened);
    }
    Staffed staffed(community, "2026-03-02T08:10:00+08:00");
    CHECK_FALSE(staffed.staff.answer(AskActivities{}));  // nobody is in
    staffed.enter();
    auto rows = staffed.ask<ActivitiesAnswered>(AskActivities{}).rows;
    REQUIRE(rows.size() == 1);
    CHECK_FALSE(rows[0].running);
    CHECK(staffed.ask<ActivityStarted>(OpenActivity{ActivityId{5}}).activity == ActivityId{5});
    staffed.enter();
    CHECK(staffed.ask<ActivitiesAnswered>(AskActivities{}).rows[0].running);

    SubmitScan in = scan_of(slips[0].text);
    in.at_event = ActivityId{5};
    CHECK(staffed.opened->desk().scan(in).outcome == Outcome::signed_in);
    rows = staffed.ask<ActivitiesAnswered>(CloseActivity{ActivityId{5}}).rows;
    CHECK(rows[0].closed);
    CHECK(rows[0].still_here == 1);
    CHECK(last_service(*staffed.opened, slips[0].serial).has(Mark::open));
    SubmitScan late = scan_of(slips[1].text);
    CHECK(staffed.opened->desk().scan(late).service->title.empty());  // 未列入计划
}

TEST_CASE("the unplanned activity is open at once, under its own name, until the cadre gives another") {
    StaffedCommunity community;
    const auto slips = community.issue({"陈建国"}, "2026-03-01T09:00:00+08:00");
    (void)community.scan(slips[0].text, "2026-03-01T09:01:00+08:00");
    Staffed staffed(community, "2026-03-02T15:00:00+08:00");
    staffed.enter();
    const ActivityId id = staffed.ask<ActivityStarted>(OpenUnplanned{}).activity;
    SubmitScan in = scan_of(slips[0].text);
    in.at_event = id;
    const ScanAnswer answer = staffed.opened->desk().scan(in);
    CHECK(answer.outcome == Outcome::signed_in);
    CHECK(answer.service->title == "未列入计划的服务");
    CHECK(answer.service->service.activity == id);
}

TEST_CASE("starting an activity takes two touches and locks the staff side; closing takes two") {
    StaffScreen start(ActivityPage{});
    start.send(StaffAnswer{ActivitiesAnswered{{}}});
    start.touch(StaffIntent{ActivityTouch{OpenActivity{ActivityId{5}}}});
    CHECK(start.asked<OpenActivity>().activity == ActivityId{5});
    CHECK(start.touches == 2);
    start.send(StaffAnswer{ActivityStarted{ActivityId{5}}});
    CHECK(start.model.screen == Screen::event);
    CHECK_FALSE(start.model.staff);
    CHECK(start.only<WatchEvent>().activity == ActivityId{5});

    StaffScreen close(ActivityPage{});
    ActivityRow row;
    row.activity.id = ActivityId{5};
    close.send(StaffAnswer{ActivitiesAnswered{{row}}});
    close.touches = 0;
    close.touch(StaffIntent{ActivityTouch{AskToClose{ActivityId{5}}}});
    CHECK_FALSE(close.has<StaffRequest>());
    close.touch(StaffIntent{ActivityTouch{CloseActivity{ActivityId{5}}}});
    CHECK(close.asked<CloseActivity>().activity == ActivityId{5});
    CHECK(close.touches == 2);
}

// ---- 申请更正
TEST_CASE("an answer to a correction counts at once and is kept with its basis; a refusal changes nothing") {
    StaffedCommunity community;
    const auto slips = community.issue({"陈建国"}, "2026-03-01T08:00:00+08:00");
    (void)community.scan(slips[0].text, "2026-03-01T08:01:00+08:00");
    (void)community.scan(slips[0].text, "2026-03-02T09:01:00+08:00");
    const auto out = community.scan(slips[0].text, "2026-03-02T09:10:00+08:00");
    REQUIRE(out.outcome == Outcome::signed_out);
    REQUIRE(
        community.at("2026-03-02T12:00:00+08:00")
            ->desk()
            .dispute({slips[0].serial, out.event->id, "out_time", {}, time_of("2026-03-02T11:20:00+08:00")})
            .ok());
    // After a final day it counts as well, and waits for her own scan or the town as the second consent.
    const bool day_final = GENERATE(false, true);
    if (day_final) {
        const DayClosed closed{date_from_civil({2026, 3, 2}), {}};
        REQUIRE(community.at("2026-03-03T00:10:00+08:00")->desk().note({draft_of(closed)}).ok());
    }
    Staffed staffed(community, "2026-03-03T15:00:00+08:00");
    staffed.enter();
    const auto list = staffed.ask<CorrectionsAnswered>(AskCorrections{}).list;
    REQUIRE(list.open.size() == 1);
    const OpenCorrection& asked = list.open[0];
    CHECK(asked.name == "陈建国");
    CHECK(asked.wrong == Wrong::out_time);
    CHECK(asked.minutes_then == 139);
    CHECK(asked.day_final == day_final);

    SECTION("agreed") {
        const AnswerCorrection answer{asked, true, Basis::teammates, asked.start, asked.end};
        const auto after = staffed.ask<CorrectionsAnswered>(answer).list;
        CHECK(after.open.empty());
        REQUIRE(after.answered.size() == 1);
        CHECK(after.answered[0].agreed);
        CHECK_FALSE(after.answered[0].seen);
        const Service service = last_service(*staffed.opened, slips[0].serial);
        CHECK(service.minutes == 139);
        CHECK(service.has(Mark::amended));
        CHECK(service.has(Mark::pending_review) == day_final);
    }
    SECTION("refused") {
        const auto after =
            staffed.ask<CorrectionsAnswered>(AnswerCorrection{asked, false, Basis::none, {}, {}}).list;
        CHECK(after.open.empty());
        const Service service = last_service(*staffed.opened, slips[0].serial);
        CHECK(service.minutes == 9);
        CHECK_FALSE(service.has(Mark::disputed));
    }
}

TEST_CASE("an answer takes three touches, and none without a basis") {
    StaffScreen screen(AnswerPage{});
    CorrectionList list;
    list.open.resize(2);
    list.open[1].wrong = Wrong::out_time;
    list.open[1].end = canned_time(11, 20);
    screen.send(StaffAnswer{CorrectionsAnswered{list}});
    screen.touches = 0;
    screen.touch(StaffIntent{AnswerTouch{CorrectionPicked{1}}});
    screen.send(StaffIntent{AnswerTouch{AgreeTouched{}}});
    CHECK_FALSE(screen.has<StaffRequest>());
    screen.touch(StaffIntent{AnswerTouch{BasisChosen{Basis::teammates}}});
    screen.touch(StaffIntent{AnswerTouch{AgreeTouched{}}});
    CHECK(screen.touches == 3);
    CHECK(screen.asked<AnswerCorrection>().end == canned_time(11, 20));
    CHECK(screen.asked<AnswerCorrection>().basis == Basis::teammates);
}

// ---- 补录
TEST_CASE(
    "a signed sheet becomes a record for each person, with reason, sheet number and the cadre's name on it") {
    StaffedCommunity community;
    const auto slips = community.issue({"陈建国", "林晓燕"}, "2026-03-01T08:00:00+08:00");
    for (const auto& slip : slips) (void)community.scan(slip.text, "2026-03-01T08:01:00+08:00");
    Staffed staffed(community, "2026-03-03T15:00:00+08:00");
    staffed.enter();
    const auto form = staffed.ask<BackEntryAnswered>(AskBackEntry{}).form;
    CHECK(form.people.size() == 2);
    REQUIRE(form.kinds.size() >= 3);
    CHECK(form.kinds[0].title == "上门服务");
    CHECK(form.sheets.empty());
    const RecordEntry entry{form.kinds[0],
                            time_of("2026-03-02T14:00:00+08:00"),
                            time_of("2026-03-02T16:00:00+08:00"),
                            EntryReason::outside,
                            3,
                            {slips[0].serial, slips[1].serial}};
    CHECK(staffed.ask<EntryRecorded>(entry).people == 2);
    CHECK(staffed.ask<BackEntryAnswered>(AskBackEntry{}).form.sheets == std::vector<std::int64_t>{3, 3});
    const auto record = staffed.opened->desk().record(scan_of(slips[0].text));
    REQUIRE(record.ok());
    REQUIRE(record->services.size() == 1);
    CHECK(record->services[0].title == "上门服务");
    CHECK(record->services[0].service.minutes == 120);
    CHECK(record->services[0].service.has(Mark::back_entry));
    REQUIRE(record->services[0].events.size() == 1);
    CHECK(record->services[0].events[0].by == EventBy::cadre);
    CHECK(record->services[0].events[0].sheet == "3");
    CHECK(record->services[0].events[0].reason == "outside");
    const ScanAnswer next = staffed.opened->desk().scan(scan_of(slips[1].text));
    REQUIRE(next.news.size() == 1);
    CHECK(next.news[0].what == EventWhat::recorded);
}

TEST_CASE("a back entry over a time that is recorded already counts it once") {
    StaffedCommunity community;
    const auto slips = community.issue({"陈建国"}, "2026-03-01T08:00:00+08:00");
    (void)community.scan(slips[0].text, "2026-03-01T08:01:00+08:00");
    (void)community.scan(slips[0].text, "2026-03-02T14:30:00+08:00");
    (void)community.scan(slips[0].text, "2026-03-02T15:30:00+08:00");
    Staffed staffed(community, "2026-03-03T15:00:00+08:00");
    staffed.enter();
    const RecordEntry entry{{"上门服务", {}, {}, {}},
                            time_of("2026-03-02T14:00:00+08:00"),
                            time_of("2026-03-02T16:00:00+08:00"),
                            EntryReason::outside,
                            1,
                            {slips[0].serial}};
    (void)staffed.ask<EntryRecorded>(entry);
    const auto record = staffed.opened->desk().record(scan_of(slips[0].text));
    CHECK(record->year.minutes == 120);
}

namespace {

BackEntryForm form_of(int people) {
    BackEntryForm form;
    form.today = date_from_civil({2026, 11, 22});
    form.offset = UtcOffset{480};
    form.kinds.push_back({"上门服务", {}, {}, {}});
    for (int i = 0; i < people; ++i)
        form.people.push_back({SlipSerial{static_cast<std::uint64_t>(i + 1)}, "某某"});
    form.sheets = {1, 2};
    return form;
}

}  // namespace

TEST_CASE("ten people are entered in at most 25 touches") {
    StaffScreen screen(BackEntryPage{});  // 1: 补录
    screen.send(StaffAnswer{BackEntryAnswered{form_of(12)}});
    const auto touch = [&](BackEntryTouch what) { screen.touch(StaffIntent{std::move(what)}); };
    touch(KindChosen{0});
    touch(DayMoved{-1});
    touch(FromMoved{-5});
    touch(ToMoved{5});
    touch(ToMoved{5});
    touch(ReasonChosen{EntryReason::outside});
    for (std::uint64_t i = 1; i <= 10; ++i) touch(EntryPersonTicked{SlipSerial{i}});
    touch(SheetMoved{1});
    touch(SheetMoved{1});
    touch(EntrySent{});
    const RecordEntry entry = screen.asked<RecordEntry>();
    CHECK(entry.people.size() == 10);
    CHECK(entry.sheet == 5);  // the next free one is offered, then two more
    CHECK(entry.start == utc_from_civil({2026, 11, 20}, 13, 55, 0, UtcOffset{480}));
    CHECK(entry.end == utc_from_civil({2026, 11, 20}, 16, 10, 0, UtcOffset{480}));
    CHECK(screen.touches <= 25);
}

TEST_CASE(
    "one of 845 is there after two keys of her name, what was ticked stays, and the next name begins anew") {
    StaffScreen screen(BackEntryPage{});
    BackEntryForm form = form_of(845);
    const std::string_view heads[] = {"chen", "gao", "li", "ma", "sun", "wu", "xu", "zhao"};
    for (std::size_t i = 0; i < form.people.size(); ++i)
        form.people[i].sound = {{std::string(heads[i % 8])}, {std::string(heads[i / 8 % 7])}};
    // 陈勇 alone has these two.
    form.people[500].sound = {{"chen"}, {"yong"}};
    form.people[3].sound = {};  // whom nobody can read: always listed
    screen.send(StaffAnswer{BackEntryAnswered{form}});
    const auto page = [&]() -> const BackEntryPage& {
        return std::get<BackEntryPage>(screen.model.staff->page);
    };
    const auto touch = [&](BackEntryTouch what) { screen.touch(StaffIntent{std::move(what)}); };
    CHECK(people_listed(page()).size() == 845);
    touch(EntryPersonTicked{SlipSerial{9}});
    touch(PeopleTurned{1});
    touch(EntryNameKey{'A'});
    CHECK(page().people_page == 0);
    touch(EntryNameKey{'Y'});
    const auto listed = people_listed(page());
    REQUIRE(listed.size() == 2);
    CHECK(listed[0]->serial == SlipSerial{4});
    CHECK(listed[1]->serial == SlipSerial{501});
    touch(EntryNameErased{});
    CHECK(page().name_keys == "A");
    touch(EntryNameKey{'Y'});
    touch(EntryPersonTicked{SlipSerial{501}});
    CHECK(page().name_keys.empty());
    CHECK(people_listed(page()).size() == 845);
    CHECK(is_ticked(page().draft, SlipSerial{501}));
    CHECK(is_ticked(page().draft, SlipSerial{9}));
    touch(EntryNameErased{});  // nothing to take back
    CHECK(page().name_keys.empty());
    for (int i = 0; i < 5; ++i) touch(EntryNameKey{'Y'});
    CHECK(page().name_keys == "YYY");
}

TEST_CASE("a sheet number that was used asks once") {
    StaffScreen screen(BackEntryPage{});
    screen.send(StaffAnswer{BackEntryAnswered{form_of(2)}});
    const auto touch = [&](BackEntryTouch what) { screen.touch(StaffIntent{std::move(what)}); };
    touch(KindChosen{0});
    touch(ReasonChosen{EntryReason::forgot});
    touch(EntryPersonTicked{SlipSerial{1}});
    touch(SheetMoved{-1});
    touch(EntrySent{});
    CHECK_FALSE(screen.has<StaffRequest>());
    CHECK(std::get<BackEntryPage>(screen.model.staff->page).sheet_asked);
    touch(SheetAgain{});
    CHECK(screen.asked<RecordEntry>().sheet == 2);
}

TEST_CASE("nothing is sent before service, reason and people are there, and the future takes no entry") {
    StaffScreen screen(BackEntryPage{});
    screen.send(StaffAnswer{BackEntryAnswered{form_of(2)}});
    const auto touch = [&](BackEntryTouch what) { screen.touch(StaffIntent{std::move(what)}); };
    touch(EntrySent{});
    CHECK_FALSE(screen.has<StaffRequest>());
    for (int i = 0; i < 5; ++i) touch(DayMoved{1});
    CHECK(std::get<BackEntryPage>(screen.model.staff->page).draft.day == date_from_civil({2026, 11, 22}));
}

TEST_CASE("what was filled in outlives the lock behind the PIN, until it is recorded or dropped") {
    StaffScreen screen(BackEntryPage{});
    screen.send(StaffAnswer{BackEntryAnswered{form_of(2)}});
    screen.send(StaffIntent{BackEntryTouch{EntryPersonTicked{SlipSerial{2}}}});
    screen.wait(121'000);
    CHECK_FALSE(screen.model.staff);
    CHECK(screen.model.screen == Screen::home);
    screen.model.staff = StaffState{"周敏", screen.now, false, BoardPage{}};
    screen.model.screen = Screen::staff;
    screen.send(StaffIntent{PageOpened{BackEntryPage{}}});
    screen.send(StaffAnswer{BackEntryAnswered{form_of(2)}});
    CHECK(is_ticked(std::get<BackEntryPage>(screen.model.staff->page).draft, SlipSerial{2}));
    screen.send(StaffIntent{BackEntryTouch{EntryDropped{}}});
    CHECK_FALSE(screen.model.back_entry);
}
