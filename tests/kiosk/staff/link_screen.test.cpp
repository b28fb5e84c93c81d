// SPDX-License-Identifier: MIT
// Headquarters' invitation on the screen: acted on inside the staff side, and nowhere else; and the stick.
#include "tests/kiosk/app/screen_driver.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

const std::string invitation = "BDE1" + std::string(200, '0');

bool says(const ScreenDriver& screen, Text words) {
    return screen.model.toast && screen.model.toast->words == words;
}

const LinkPage& link_page(const ScreenDriver& screen) {
    REQUIRE(screen_name(screen.model) == "staff_link");
    return std::get<LinkPage>(screen.model.staff->page);
}

void link_says(ScreenDriver& screen, LinkView link) {
    HomeView home = screen.model.home;
    home.link = std::move(link);
    screen.send(HomeChanged{home});
}

}  // namespace

TEST_CASE("an invitation at the ordinary window is told in a sentence, and nothing else happens") {
    const auto check = [](ScreenDriver& screen, Screen at) {
        for (const ScanSource source : {ScanSource::camera, ScanSource::hand_scanner}) {
            screen.wait(2'000);
            screen.send(ScanRead{invitation, source});
            CHECK(screen.effects.empty());
            CHECK(says(screen, Text::toast_invitation));
            CHECK(screen.model.screen == at);
            CHECK(screen.model.pending.empty());
        }
    };
    ScreenDriver home;
    check(home, Screen::home);
    ScreenDriver door;
    door.send(CommandTouched{Command::staff});
    check(door, Screen::staff_pin);
}

TEST_CASE("inside, an invitation goes to the desk from every page, and its page opens") {
    ScreenDriver screen = staff_inside();
    screen.send(ScanRead{invitation, ScanSource::camera});
    REQUIRE(asked<JoinWith>(screen));
    CHECK(asked<JoinWith>(screen)->text == invitation);
    CHECK(screen.count<SubmitScan>() == 0);
    screen.send(StaffAnswer{JoinAnswered{JoinNotice::damaged}});
    CHECK(link_page(screen).notice == JoinNotice::damaged);
    // Held up all the while it is one invitation; scanned anew it is asked anew.
    screen.wait(500);
    screen.send(ScanRead{invitation, ScanSource::camera});
    CHECK_FALSE(asked<JoinWith>(screen));
    screen.wait(2'000);
    screen.send(ScanRead{invitation, ScanSource::camera});
    CHECK(asked<JoinWith>(screen));
    CHECK(link_page(screen).notice == JoinNotice::none);
    screen.send(StaffIntent{LinkTouch{StopJoining{}}});
    CHECK(asked<StopJoining>(screen));
}

TEST_CASE("the staff side stays open while six digits are read out, and only then") {
    LinkView waiting;
    waiting.state = LinkState::waiting;
    waiting.digits = "048271";
    ScreenDriver screen = staff_inside();
    link_says(screen, waiting);
    SECTION("on its page") {
        screen.send(StaffIntent{PageOpened{LinkPage{}}});
        screen.wait(staff_locks_after_ms + 1'000);
        CHECK(screen.model.screen == Screen::staff);
        screen.wait(staff_joins_for_ms);
        CHECK(screen.model.screen == Screen::home);
    }
    SECTION("not on another page") {
        screen.wait(staff_locks_after_ms + 1'000);
        CHECK(screen.model.screen == Screen::home);
    }
    SECTION("not once it is approved") {
        screen.send(StaffIntent{PageOpened{LinkPage{}}});
        link_says(screen, {LinkState::good, 0, {}});
        screen.wait(staff_locks_after_ms + 1'000);
        CHECK(screen.model.screen == Screen::home);
    }
}

TEST_CASE("a stick is offered to who is in, and at work it is asked for one thing at a time") {
    ScreenDriver screen;
    screen.send(StickReported{StickView{"KINGSTON"}});
    CHECK_FALSE(screen.model.toast);
    screen = staff_inside();
    screen.send(StickReported{StickView{"KINGSTON"}});
    CHECK(says(screen, Text::toast_stick));
    screen.send(StaffIntent{PageOpened{LinkPage{}}});
    screen.send(StaffIntent{LinkTouch{CarryOut{}}});
    CHECK(asked<CarryOut>(screen));
    CHECK(link_page(screen).carrying);
    screen.send(StaffIntent{LinkTouch{BringIn{}}});
    CHECK_FALSE(asked<BringIn>(screen));
    screen.send(StaffAnswer{CourierAnswered{{CourierWord::carried, 128, 0}}});
    CHECK_FALSE(link_page(screen).carrying);
    CHECK(link_page(screen).news->events == 128);
    screen.send(StaffIntent{LinkTouch{BringIn{}}});
    CHECK(asked<BringIn>(screen));
    CHECK_FALSE(link_page(screen).news);
    screen.send(StickReported{});
    CHECK_FALSE(screen.model.stick);
}
