// SPDX-License-Identifier: MIT
// 代班人: her PIN opens on her days and on no others, and everybody sees who it is.
#include "domain/event/kinds_machine.hpp"
#include "domain/event/kinds_staff.hpp"
#include "kiosk/app/staff_desk.hpp"
#include "tests/kiosk/app/screen_driver.hpp"
#include "tests/support/staffed.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr const char* her_pin = "830416";

LocalDate day(std::uint32_t month, std::uint32_t of_month) {
    return date_from_civil({2026, month, of_month});
}

const NameDeputy wang{"王丽", "6612 0444", her_pin, day(3, 10), day(3, 12)};

// On 2 March, for 10 to 12 March.
DeputyBoard name_deputy(StaffedCommunity& kiosk, const NameDeputy& wanted = wang) {
    Staffed desk(kiosk, "2026-03-02T08:30:00+08:00");
    desk.enter();
    const auto answer = desk.ask<DeputyAnswered>(wanted);
    CHECK(answer.changed);
    return answer.board;
}

PinNotice turned_away(StaffedCommunity& kiosk, const std::string& time) {
    Staffed desk(kiosk, time);
    const auto away = desk.ask<StaffTurnedAway>(TryPin{her_pin});
    CHECK(away.tries_left == 4);
    return away.notice;
}

std::string admitted(StaffedCommunity& kiosk, const std::string& time, const std::string& pin = her_pin) {
    Staffed desk(kiosk, time);
    return desk.ask<StaffAdmitted>(TryPin{pin}).name;
}

}  // namespace

TEST_CASE("her PIN opens on the first day and the last, not before and not after") {
    StaffedCommunity kiosk;
    (void)name_deputy(kiosk);
    CHECK(turned_away(kiosk, "2026-03-09T23:59:59+08:00") == PinNotice::deputy_day);
    CHECK(admitted(kiosk, "2026-03-10T00:00:00+08:00") == "王丽");
    CHECK(admitted(kiosk, "2026-03-12T23:59:59+08:00") == "王丽");
    CHECK(turned_away(kiosk, "2026-03-13T00:00:00+08:00") == PinNotice::deputy_day);
}

TEST_CASE("the cadre's own PIN goes on opening, in her own name") {
    StaffedCommunity kiosk;
    (void)name_deputy(kiosk);
    CHECK(admitted(kiosk, "2026-03-11T09:00:00+08:00", staffed_pin) == "周敏");
}

TEST_CASE("on her days she is the contact, and the log says who came in") {
    StaffedCommunity kiosk;
    (void)name_deputy(kiosk);
    Staffed desk(kiosk, "2026-03-11T09:00:00+08:00");
    CHECK(desk.opened->desk().home().contact.name == "王丽");
    CHECK(desk.opened->desk().home().contact.deputy);
    (void)desk.ask<StaffAdmitted>(TryPin{her_pin});
    const auto written = desk.opened->journal().last_records(1);
    REQUIRE(written.ok());
    const auto entered = body_of<StaffEntered>(entry_from(written->front())->event);
    REQUIRE(entered);
    CHECK(entered->how == "deputy");
}

TEST_CASE("while nobody knows which day it is her PIN rests, and the cadre's does not") {
    StaffedCommunity kiosk;
    {
        // Later than the machine's own clock will be: from then on that is no time to be believed.
        Staffed desk(kiosk, "2099-03-02T08:30:00+08:00");
        desk.enter();
        NameDeputy always = wang;
        always.first = day(1, 1);
        always.last = date_from_civil({2099, 12, 31});
        (void)desk.ask<DeputyAnswered>(always);
    }
    const auto opened = *OpenedDesk::open({kiosk.data(), std::nullopt});
    StaffDesk staff = *StaffDesk::open(*opened, kiosk.data());
    const auto away = staff.answer(TryPin{her_pin});
    REQUIRE((away && std::holds_alternative<StaffTurnedAway>(*away)));
    CHECK(std::get<StaffTurnedAway>(*away).notice == PinNotice::deputy_clock);
    const auto cadre = staff.answer(TryPin{staffed_pin});
    CHECK((cadre && std::holds_alternative<StaffAdmitted>(*cadre)));
}

TEST_CASE("what cannot be a deputy's PIN is refused with its reason, and nothing is recorded") {
    StaffedCommunity kiosk;
    Staffed desk(kiosk, "2026-03-02T08:30:00+08:00");
    desk.enter();
    const std::uint64_t before = desk.opened->journal().count();
    NameDeputy wrong = wang;
    wrong.pin = "123456";
    CHECK(desk.ask<DeputyRefused>(wrong).notice == DeputyNotice::easy_pin);
    wrong.pin = staffed_pin;
    CHECK(desk.ask<DeputyRefused>(wrong).notice == DeputyNotice::same_pin);
    CHECK(desk.opened->journal().count() == before);
}

TEST_CASE("a deputy names no deputies and changes no PIN") {
    StaffedCommunity kiosk;
    (void)name_deputy(kiosk);
    Staffed desk(kiosk, "2026-03-11T09:00:00+08:00");
    (void)desk.ask<StaffAdmitted>(TryPin{her_pin});
    CHECK(desk.ask<DeputyRefused>(wang).notice == DeputyNotice::cadre_only);
    CHECK(desk.ask<DeputyRefused>(EndDeputy{}).notice == DeputyNotice::cadre_only);
    CHECK_FALSE(desk.staff.answer(SetPin{"740213"}).has_value());
}

TEST_CASE("ended early she is out at once, and the cadre is the contact again") {
    StaffedCommunity kiosk;
    const DeputyBoard board = name_deputy(kiosk);
    REQUIRE(board.named);
    CHECK(board.named->may_enter);
    {
        Staffed desk(kiosk, "2026-03-11T12:00:00+08:00");
        desk.enter();
        CHECK_FALSE(desk.ask<DeputyAnswered>(EndDeputy{}).board.named);
        CHECK(desk.opened->desk().home().contact.name == "周敏");
    }
    CHECK(turned_away(kiosk, "2026-03-11T12:01:00+08:00") == PinNotice::wrong);
}

TEST_CASE("a new deputy takes the place of the one before") {
    StaffedCommunity kiosk;
    (void)name_deputy(kiosk);
    NameDeputy li = wang;
    li.name = "李强";
    li.pin = "957204";
    (void)name_deputy(kiosk, li);
    CHECK(turned_away(kiosk, "2026-03-11T09:00:00+08:00") == PinNotice::wrong);
    CHECK(admitted(kiosk, "2026-03-11T09:01:00+08:00", "957204") == "李强");
}

TEST_CASE("wrong PINs are counted together with hers") {
    StaffedCommunity kiosk;
    (void)name_deputy(kiosk);
    Staffed desk(kiosk, "2026-03-11T09:00:00+08:00");
    for (int i = 0; i < pin_tries_max; ++i) (void)desk.ask<StaffTurnedAway>(TryPin{"111222"});
    CHECK(desk.ask<StaffTurnedAway>(TryPin{her_pin}).notice == PinNotice::locked);
}

TEST_CASE("the last day never comes before the first, and the first not before today") {
    ScreenDriver screen;
    screen.send(CommandTouched{Command::staff});
    screen.send(StaffAnswer{StaffAdmitted{"周敏"}});
    screen.send(StaffIntent{PageOpened{DeputyPage{}}});
    screen.send(StaffAnswer{DeputyAnswered{DeputyBoard{std::nullopt, day(3, 2)}, false}});
    const auto page = [&] { return std::get<DeputyPage>(screen.model.staff->page); };
    screen.send(StaffIntent{DeputyTouch{DeputyFirstMoved{-1}}});
    CHECK(page().first == day(3, 2));
    screen.send(StaffIntent{DeputyTouch{DeputyFirstMoved{+3}}});
    CHECK(page().last == day(3, 5));
    screen.send(StaffIntent{DeputyTouch{DeputyLastMoved{-9}}});
    CHECK(page().last == day(3, 5));
    screen.send(StaffIntent{DeputyTouch{DeputyLastMoved{+1000}}});
    CHECK(page().last.days - page().first.days == deputy_days_max - 1);
}
