// SPDX-License-Identifier: MIT
// The screen of a service event.
#include <catch2/catch.hpp>

#include "kiosk/app/update_parts.hpp"
#include "tests/kiosk/app/screen_driver.hpp"
#include "tests/ui/canned.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

ScreenDriver at_event() {
    ScreenDriver screen;
    update_parts::begin_event(screen.model, canned_event().view, screen.effects);
    REQUIRE(screen.model.screen == Screen::event);
    return screen;
}

ScreenDriver with_team() {
    ScreenDriver screen = at_event();
    const SubmitScan scan = screen.scan("BD1LEADER");
    screen.send(TeamOpened{scan.ticket, canned_team()});
    REQUIRE(screen.model.event->team);
    return screen;
}

}  // namespace

TEST_CASE("thirty people in a row sign in at an event without a touch, each answered inside it") {
    ScreenDriver screen = at_event();
    for (int i = 0; i < 30; ++i) {
        const SubmitScan scan = screen.scan("BD1P" + std::to_string(i));
        CHECK(scan.at_event == ActivityId{1});
        screen.answer(scan.ticket, signed_in_answer());
        CHECK(screen.model.screen == Screen::event);
        REQUIRE(screen.model.event->notice);
        CHECK(screen.model.event->notice->name == "陈＊国");  // masked from the start
        CHECK(screen.sound() == Sound::sign_in);
        screen.wait(400);
    }
}

TEST_CASE("a window that was started anew at a site stands at its event again, behind a self-test too") {
    ScreenDriver screen;
    screen.send(EventResumed{canned_event().view});
    CHECK(screen.model.screen == Screen::event);
    REQUIRE(screen.model.toast);
    CHECK(screen.model.toast->words == Text::toast_event_resumed);
    CHECK(screen.scan("BD1X").at_event == ActivityId{1});

    ScreenDriver tested;
    tested.send(SelfTestDue{TestOccasion::start});
    tested.send(EventResumed{canned_event().view});
    CHECK(tested.model.screen == Screen::self_test);
    REQUIRE(tested.model.event);
    CHECK(tested.model.event->view.activity.id == ActivityId{1});
}

TEST_CASE("a first registration at an event prints its receipt and stays in the event") {
    ScreenDriver screen = at_event();
    screen.answer(screen.scan("BD1X").ticket, registered_answer());
    CHECK(screen.model.screen == Screen::event);
    CHECK(screen.count<PrintReceipt>() == 1);
}

TEST_CASE("what needs a question or an explanation is shown as usual, and leads back to the event") {
    ScreenDriver screen = at_event();
    screen.answer(screen.scan("BD1X").ticket, parked_answer());
    CHECK(screen.model.screen == Screen::attention);
    screen.wait(31'000);
    CHECK(screen.model.screen == Screen::event);
    ScanAnswer brief = signed_in_answer();
    brief.outcome = Outcome::confirm_short;
    screen.answer(screen.scan("BD1Y").ticket, brief);
    CHECK(screen.model.screen == Screen::confirm_short);
    screen.send(CommandTouched{Command::keep_service});
    CHECK(screen.model.screen == Screen::event);
}

TEST_CASE("the event has no time-out; the last answer fades") {
    ScreenDriver screen = at_event();
    screen.answer(screen.scan("BD1X").ticket, signed_in_answer());
    screen.wait(7'000);
    CHECK_FALSE(screen.model.event->notice);
    screen.wait(4 * ms_per_hour);
    CHECK(screen.model.screen == Screen::event);
}

TEST_CASE("a leader signs a team with one touch a person and one more") {
    ScreenDriver screen = with_team();
    screen.send(EventTouch{PersonTicked{SlipSerial{21}}});
    screen.send(EventTouch{PersonTicked{SlipSerial{22}}});
    screen.send(EventTouch{TeamConfirmed{TeamWay::in}});
    const SignTeam team = screen.only<SignTeam>();
    CHECK(team.people == std::vector<SlipSerial>{SlipSerial{21}, SlipSerial{22}});
    CHECK(team.leader == SlipSerial{20});
    CHECK_FALSE(team.out);
    CHECK(screen.model.event->ticked.empty());
    screen.send(TeamSigned{true, {}});
    CHECK(screen.model.toast->words == Text::toast_team_signed);
}

TEST_CASE("the team list closes after a minute without a touch, the event stays") {
    ScreenDriver screen = with_team();
    screen.wait(50'000);
    screen.send(EventTouch{PersonTicked{SlipSerial{21}}});
    screen.wait(50'000);
    CHECK(screen.model.event->team);
    screen.wait(11'000);
    CHECK_FALSE(screen.model.event->team);
    CHECK(screen.model.event->ticked.empty());
    CHECK(screen.model.screen == Screen::event);
}

TEST_CASE("names cannot be ticked without the leader's card") {
    ScreenDriver screen = at_event();
    screen.send(EventTouch{PersonTicked{SlipSerial{30}}});
    CHECK(screen.model.event->ticked.empty());
    screen.send(EventTouch{TeamConfirmed{TeamWay::in}});
    CHECK_FALSE(screen.has<SignTeam>());
}

TEST_CASE("closing the activity ends the event's screen; leaving it does not close the activity") {
    ScreenDriver screen = at_event();
    EventView closed = canned_event().view;
    closed.closed = true;
    screen.send(EventChanged{closed});
    CHECK(screen.model.screen == Screen::home);
    CHECK_FALSE(screen.only<WatchEvent>().activity);

    ScreenDriver left = at_event();
    left.send(CommandTouched{Command::back});
    CHECK(left.model.screen == Screen::home);
    CHECK_FALSE(left.model.event);
}

TEST_CASE("news of another activity change nothing here") {
    ScreenDriver screen = at_event();
    EventView other = canned_event().view;
    other.activity.id = ActivityId{77};
    other.people.clear();
    screen.send(EventChanged{other});
    CHECK(screen.model.event->view.people.size() == 9);
}
