// SPDX-License-Identifier: MIT
// 我的记录: what a figure opens to, and 申请更正.
#include <catch2/catch.hpp>

#include "kiosk/app/record_lines.hpp"
#include "tests/kiosk/app/screen_driver.hpp"
#include "tests/ui/canned.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

RecordView told() {
    RecordView record = canned_record();
    for (std::size_t i = 0; i < record.services.size(); ++i) {
        Service& service = record.services[i].service;
        service.in = EventId{{}, {1}, {10 * i + 1}};
        service.out = EventId{{}, {1}, {10 * i + 2}};
    }
    return record;
}

ScreenDriver reading(const RecordView& record) {
    ScreenDriver screen;
    screen.wait(3 * ms_per_hour);
    screen.send(TileTouched{HomeTile::record});
    const SubmitScan scan = screen.scan("BD1X");
    screen.send(RecordAnswered{scan.ticket, record});
    REQUIRE(screen.model.screen == Screen::record);
    return screen;
}

}  // namespace

TEST_CASE("a correction takes five touches: tile, 申请更正, what, when, 提交申请") {
    ScreenDriver screen = reading(told());         // 1: the tile
    screen.send(RecordTouch{CorrectionBegun{1}});  // 2
    REQUIRE(screen.model.screen == Screen::correct);
    CHECK_FALSE(screen.model.visit->correct->wrong);         // nothing is chosen for her
    screen.send(RecordTouch{WrongChosen{Wrong::out_time}});  // 3
    const UtcMillis remembered = *told().services[1].service.started + 139 * ms_per_minute;
    screen.send(RecordTouch{TimeTaken{remembered}});        // 4: 与队友一样
    screen.send(CommandTouched{Command::send_correction});  // 5
    const AskCorrection asked = screen.only<AskCorrection>();
    CHECK(asked.serial == SlipSerial{7});
    CHECK(asked.event == *told().services[1].service.out);
    CHECK(asked.reason == "out_time");
    CHECK(asked.end == remembered);
    CHECK_FALSE(asked.start);
    CHECK(screen.model.screen == Screen::record);
}

TEST_CASE("a request that was stored shows on its row, one that was not says so") {
    ScreenDriver screen = reading(told());
    const EventId event = *told().services[1].service.out;
    screen.send(CorrectionStored{event, std::nullopt});
    CHECK(screen.model.toast->words == Text::toast_correction_failed);
    CHECK_FALSE(screen.model.visit->record->services[1].service.has(Mark::disputed));
    EventLine line;
    line.what = EventWhat::disputed;
    screen.send(CorrectionStored{event, line});
    REQUIRE_FALSE(screen.model.visit->record->services[1].events.empty());
    CHECK(screen.model.visit->record->services[1].events.back().what == EventWhat::disputed);
    CHECK(screen.model.visit->record->services[1].service.has(Mark::disputed));
    CHECK_FALSE(screen.model.visit->record->services[0].service.has(Mark::disputed));
}

TEST_CASE("nothing is sent before something was chosen") {
    ScreenDriver screen = reading(told());
    screen.send(RecordTouch{CorrectionBegun{0}});
    screen.send(CommandTouched{Command::send_correction});
    CHECK_FALSE(screen.has<AskCorrection>());
    CHECK(screen.model.screen == Screen::correct);
}

TEST_CASE("the remembered time moves to whole five minutes and never before the sign-in") {
    ScreenDriver screen = reading(told());
    screen.send(RecordTouch{CorrectionBegun{1}});  // 09:01–09:04
    screen.send(RecordTouch{WrongChosen{Wrong::out_time}});
    const CorrectState& correct = *screen.model.visit->correct;
    const UtcMillis started = *correct.service.service.started;
    screen.send(RecordTouch{TimeMoved{5}});
    CHECK(correct.time - started == 4 * ms_per_minute);  // 09:05
    screen.send(RecordTouch{TimeMoved{30}});
    CHECK(correct.time - started == 34 * ms_per_minute);
    for (int i = 0; i < 10; ++i) screen.send(RecordTouch{TimeMoved{-30}});
    CHECK(correct.time == started);
}

TEST_CASE("时间不对 on the sign-out asks about that service, without a record") {
    ScreenDriver screen;
    ScanAnswer out = signed_out_answer();
    out.service->service.in = EventId{{}, {1}, {1}};
    out.service->service.out = EventId{{}, {1}, {2}};
    out.service->service.activity = ActivityId{1};
    screen.answer(screen.scan("BD1X").ticket, out);
    screen.send(CommandTouched{Command::wrong_time});
    REQUIRE(screen.model.screen == Screen::correct);
    CHECK(screen.only<AskTeamTimes>().activity == ActivityId{1});
    screen.send(TeamTimesAnswered{ActivityId{1}, {std::nullopt, canned_time(11, 20)}});
    CHECK(screen.model.visit->correct->team_out == canned_time(11, 20));
    screen.send(RecordTouch{WrongChosen{Wrong::other}});
    screen.send(CommandTouched{Command::send_correction});
    CHECK(screen.only<AskCorrection>().reason == "other");
    CHECK(screen.model.screen == Screen::home);
}

TEST_CASE("an objection names the newest word of staff, so that its thirty days count") {
    ServiceView view = told().services[0];
    CHECK(objection_target(view) == view.service.out);
    EventLine confirmed;
    confirmed.id = EventId{{}, {1}, {99}};
    confirmed.what = EventWhat::confirmed;
    view.events.push_back(confirmed);
    CHECK(objection_target(view) == confirmed.id);
}

TEST_CASE("after the thirty days there is no request that would change nothing") {
    RecordView record = told();
    record.services[1].objection_over = true;
    ScreenDriver screen = reading(record);
    screen.send(RecordTouch{CorrectionBegun{1}});
    CHECK(screen.model.screen == Screen::record);
}

TEST_CASE("a figure opens to what it adds up to, a service to its events, and back leads to the record") {
    RecordView record = told();
    for (ServiceView& view : record.services) {
        view.day = date_from_civil({2026, 11, 22});
        view.service.counted = !view.service.has(Mark::voided);
        view.service.days.clear();
        if (view.service.counted) view.service.days = {{*view.day, view.service.minutes}};
    }
    record.services[3].day = date_from_civil({2026, 3, 8});
    OpeningView opening;
    opening.minutes = 60;
    opening.first_half = 1;
    record.openings.push_back(opening);
    record.services[0].events.resize(2);

    CHECK(record_lines(record, {FigureOpened{Figure::year}}).size() == 4);
    CHECK(record_lines(record, {FigureOpened{Figure::first_half}}).size() == 2);
    CHECK(record_lines(record, {FigureOpened{Figure::second_half}}).size() == 2);
    CHECK(record_lines(record, {ServiceOpened{0}}).size() == 2);

    ScreenDriver screen = reading(record);
    screen.send(RecordTouch{FigureOpened{Figure::year}});
    CHECK(screen.model.screen == Screen::record_lines);
    screen.send(RecordTouch{ServiceOpened{0}});
    screen.send(CommandTouched{Command::back});
    CHECK(screen.model.screen == Screen::record);
    screen.send(CommandTouched{Command::back});
    CHECK(screen.model.screen == Screen::home);
    CHECK(screen.has<Wipe>());
}

TEST_CASE("the running service is told with its minutes so far, from half an hour before the plan at most") {
    RecordView record = told();
    ServiceView& running = record.services[0];
    running.service.marks = {Mark::open};
    running.service.ended.reset();
    CHECK(running_minutes(record, *running.service.started + 65 * ms_per_minute) == 65);
    running.planned_start = *running.service.started + 60 * ms_per_minute;
    CHECK(running_minutes(record, *running.service.started + 65 * ms_per_minute) == 35);
    running.service.marks.clear();
    CHECK(running_minutes(record, canned_time(12, 0)) == 0);
}
