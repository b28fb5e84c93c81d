// SPDX-License-Identifier: MIT
#include "tests/kiosk/app/screen_driver.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

void type(ScreenDriver& screen, const std::string& digits) {
    for (const char digit : digits) screen.send(StaffIntent{PinTouch{PinKey{digit}}});
}

ScreenDriver at_the_door() {
    ScreenDriver screen;
    screen.send(CommandTouched{Command::staff});
    REQUIRE(screen.model.screen == Screen::staff_pin);
    return screen;
}

}  // namespace

TEST_CASE("seven touches log in: the key and six digits") {
    ScreenDriver screen = at_the_door();
    type(screen, "25071");
    CHECK_FALSE(asked<TryPin>(screen));
    type(screen, "9");
    REQUIRE(asked<TryPin>(screen));
    CHECK(asked<TryPin>(screen)->pin == "250719");
    screen.send(StaffAnswer{StaffAdmitted{"周敏"}});
    CHECK(screen.model.screen == Screen::staff);
    CHECK(screen_name(screen.model) == "staff_board");
    CHECK(asked<AskBoard>(screen));
    CHECK_FALSE(screen.model.pin);
}

TEST_CASE("keys while the PIN is being checked do nothing") {
    ScreenDriver screen = at_the_door();
    type(screen, "111222");
    type(screen, "3");
    CHECK(screen.model.pin->typed.size() == 6);
    CHECK(screen.effects.empty());
    screen.send(StaffAnswer{StaffTurnedAway{PinNotice::wrong, 4, 0}});
    CHECK(screen.model.pin->typed.empty());
    CHECK(screen.model.pin->notice == PinNotice::wrong);
}

TEST_CASE("two minutes without a touch lock the staff side, and it says so before") {
    ScreenDriver screen = staff_inside();
    screen.wait(99'999);
    CHECK_FALSE(screen.model.toast);
    screen.wait(1);
    REQUIRE(screen.model.toast);
    CHECK(screen.model.toast->words == Text::toast_staff_locks);
    screen.wait(19'999);
    CHECK(screen.model.screen == Screen::staff);
    screen.wait(1);
    CHECK(screen.model.screen == Screen::home);
    CHECK_FALSE(screen.model.staff);
    CHECK(asked<LeaveStaff>(screen)->why == "idle");
    CHECK(screen.has<Wipe>());
}

TEST_CASE("any touch puts the lock off") {
    ScreenDriver screen = staff_inside();
    screen.wait(110'000);
    screen.send(ScreenTouched{});
    screen.wait(110'000);
    CHECK(screen.model.screen == Screen::staff);
}

TEST_CASE("a scan at the door asks for a staff card first and is never held up") {
    ScreenDriver screen = at_the_door();
    screen.send(ScanRead{"BD1CHEN", ScanSource::camera});
    REQUIRE(asked<TryStaffCard>(screen));
    screen.send(StaffAnswer{NotAStaffCard{"BD1CHEN", true}});
    CHECK(screen.only<SubmitScan>().text == "BD1CHEN");
    CHECK(screen.model.screen == Screen::home);
}

TEST_CASE("a scan on a staff page waits until the cadre is done") {
    ScreenDriver screen = staff_inside();
    screen.send(ScanRead{"BD1CHEN", ScanSource::camera});
    CHECK_FALSE(screen.has<SubmitScan>());
    CHECK(screen.model.toast->words == Text::toast_one_moment);
    CHECK(screen.model.screen == Screen::staff);
}

TEST_CASE("who walked away from the door is not let in by a late answer") {
    ScreenDriver screen = at_the_door();
    type(screen, "250719");
    screen.wait(30'000);
    REQUIRE(screen.model.screen == Screen::home);
    screen.send(StaffAnswer{StaffAdmitted{"周敏"}});
    CHECK(screen.model.screen == Screen::home);
    CHECK_FALSE(screen.model.staff);
    CHECK(asked<LeaveStaff>(screen));
}

TEST_CASE("a forgotten PIN: challenge, the town's code, a new PIN typed twice") {
    ScreenDriver screen = at_the_door();
    screen.send(StaffIntent{PinTouch{PinForgotten{}}});
    REQUIRE(asked<AskChallenge>(screen));
    screen.send(StaffAnswer{ChallengeGiven{"48210937"}});
    CHECK(screen.model.pin->stage == PinStage::reset_code);
    screen.wait(5 * ms_per_minute);
    REQUIRE(screen.model.screen == Screen::staff_pin);
    type(screen, "12345678");
    CHECK(asked<TryResetCode>(screen)->code == "12345678");
    screen.send(StaffAnswer{ResetAdmitted{}});
    type(screen, "740213");
    CHECK_FALSE(asked<SetPin>(screen));
    type(screen, "740212");
    CHECK(screen.model.pin->notice == PinNotice::differs);
    type(screen, "740213740213");
    CHECK(asked<SetPin>(screen)->pin == "740213");
    screen.send(StaffAnswer{PinWasSet{PinNotice::changed}});
    CHECK(screen.model.pin->stage == PinStage::pin);
}

TEST_CASE("the time of a missing sign-out stays between the sign-in and now") {
    ScreenDriver screen = staff_inside();
    MissingEnd missing;
    missing.since = screen.wall - ms_per_hour;
    missing.event.seq = {7};
    Board board;
    board.missing_ends = {missing};
    screen.send(StaffAnswer{BoardAnswered{board}});
    screen.send(StaffIntent{BoardTouch{AdjustEnd{missing.event}}});
    const auto choice = [&] { return std::get<BoardPage>(screen.model.staff->page).choosing; };
    REQUIRE(choice());
    screen.send(StaffIntent{BoardTouch{StepEnd{60}}});
    CHECK(choice()->end == screen.wall);
    for (int i = 0; i < 5; ++i) screen.send(StaffIntent{BoardTouch{StepEnd{-60}}});
    CHECK(choice()->end == missing.since + ms_per_minute);
    screen.send(StaffIntent{BoardTouch{ConfirmEnd{missing.who, missing.event, choice()->end}}});
    CHECK(asked<ConfirmEnd>(screen)->event == missing.event);
    CHECK_FALSE(choice());
}
