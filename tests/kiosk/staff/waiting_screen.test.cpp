// SPDX-License-Identifier: MIT
#include "tests/kiosk/app/screen_driver.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

EventId event_number(std::uint64_t seq) {
    EventId id;
    id.seq = {seq};
    return id;
}

WaitingBoard with(std::size_t things) {
    WaitingBoard board;
    for (std::size_t i = 0; i < things; ++i) {
        WaitingThing thing;
        thing.kind = WaitKind::unconfirmed;
        thing.event = event_number(i + 1);
        thing.may_void = i == 0;
        board.things.push_back(thing);
    }
    return board;
}

void touch(ScreenDriver& screen, WaitingTouch what) {
    screen.send(StaffIntent{std::move(what)});
}

}  // namespace

TEST_CASE("what waits is asked for when its page opens, and the strip keeps the board's counts") {
    ScreenDriver screen = staff_inside();
    Board board;
    board.held.resize(3);
    screen.send(StaffAnswer{BoardAnswered{board}});
    screen.send(StaffIntent{PageOpened{WaitingPage{}}});
    CHECK(asked<AskWaiting>(screen));
    CHECK(screen_name(screen.model) == "staff_waiting");
    CHECK(screen.model.staff->held == 3);
}

TEST_CASE("a record is voided only after the question, and only where that can be done") {
    ScreenDriver screen = staff_inside();
    screen.send(StaffIntent{PageOpened{WaitingPage{}}});
    screen.send(StaffAnswer{WaitingAnswered{with(2)}});
    touch(screen, VoidRecord{event_number(1)});
    CHECK_FALSE(asked<VoidRecord>(screen));
    touch(screen, AskToVoid{event_number(2)});
    touch(screen, VoidRecord{event_number(2)});
    CHECK_FALSE(asked<VoidRecord>(screen));
    touch(screen, AskToVoid{event_number(1)});
    touch(screen, LeaveVoid{});
    touch(screen, VoidRecord{event_number(1)});
    CHECK_FALSE(asked<VoidRecord>(screen));
    touch(screen, AskToVoid{event_number(1)});
    touch(screen, VoidRecord{event_number(1)});
    CHECK(asked<VoidRecord>(screen)->event == event_number(1));
}

TEST_CASE("pages of what waits end with the last one, also when it became less") {
    ScreenDriver screen = staff_inside();
    screen.send(StaffIntent{PageOpened{WaitingPage{}}});
    screen.send(StaffAnswer{WaitingAnswered{with(9)}});
    const auto page = [&] { return std::get<WaitingPage>(screen.model.staff->page).page; };
    for (int i = 0; i < 5; ++i) touch(screen, TurnThings{+1});
    CHECK(page() == 2);
    screen.send(StaffAnswer{WaitingAnswered{with(4)}});
    CHECK(page() == 0);
    touch(screen, TurnThings{-1});
    CHECK(page() == 0);
}

TEST_CASE("the day is closed by one touch, and a sheet that does not come out is told") {
    ScreenDriver screen = staff_inside();
    screen.send(StaffIntent{PageOpened{DayPage{}}});
    CHECK(asked<AskDay>(screen));
    screen.send(StaffIntent{DayTouch{CloseDay{}}});
    CHECK_FALSE(asked<CloseDay>(screen));  // nobody has seen the figures yet
    screen.send(StaffAnswer{DayAnswered{DayBoard{}}});
    screen.send(StaffIntent{DayTouch{CloseDay{true}}});
    CHECK(asked<CloseDay>(screen)->to_stick);
    screen.send(StaffAnswer{SheetAsked{true}});
    CHECK(screen.model.toast->words == Text::toast_sheet_sent);
    screen.send(SheetReported{PaperStage::accepted, {}});
    CHECK(screen.model.toast->words == Text::toast_sheet_sent);
    screen.send(SheetReported{PaperStage::failed, PrintTrouble::stick_absent});
    CHECK(screen.model.toast->words == Text::toast_sheet_failed);
}
