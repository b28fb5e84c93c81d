// SPDX-License-Identifier: MIT
#include "kiosk/app/update.hpp"

#include <catch2/catch.hpp>

#include "tests/kiosk/app/screen_driver.hpp"
#include "tests/ui/canned.hpp"

using namespace baodao;
using namespace baodao::test;

TEST_CASE("a scan goes to the desk and its answer comes to the screen") {
    ScreenDriver screen;
    const SubmitScan sent = screen.scan("BD1CHEN");
    CHECK(sent.text == "BD1CHEN");
    CHECK(sent.purpose == ScanPurpose::attend);
    CHECK(screen.model.screen == Screen::home);

    screen.answer(sent.ticket, signed_in_answer());
    CHECK(screen.model.screen == Screen::sign_in);
    CHECK(screen.sound() == Sound::sign_in);
}

TEST_CASE("every outcome has a screen and a sound, and only good ones sound good") {
    for (const Outcome outcome : all_outcomes) {
        CAPTURE(token(outcome));
        ScreenDriver screen;
        ScanAnswer answer = refused_answer(outcome);
        screen.answer(screen.scan("BD1X").ticket, answer);
        CHECK(screen.model.screen != Screen::home);
        REQUIRE(screen.sound());
        const bool bad = screen.model.screen == Screen::attention;
        CHECK((*screen.sound() == Sound::attention) ==
              (bad || outcome == Outcome::confirm_short || outcome == Outcome::choose_activity));
    }
}

TEST_CASE("a forgotten sign-out did sign in, so it shows as signed in") {
    ScreenDriver screen;
    ScanAnswer answer = signed_in_answer();
    answer.outcome = Outcome::forgotten_sign_out;
    screen.answer(screen.scan("BD1X").ticket, answer);
    CHECK(screen.model.screen == Screen::sign_in);
}

TEST_CASE("the next scan is taken while the last confirmation still shows") {
    ScreenDriver screen;
    screen.answer(screen.scan("BD1CHEN").ticket, signed_in_answer());
    screen.wait(1'000);
    const SubmitScan next = screen.scan("BD1LIN");
    CHECK(next.text == "BD1LIN");
    screen.answer(next.ticket, newcomer_signed_out_answer());
    CHECK(screen.model.screen == Screen::sign_out);
    CHECK(screen.model.visit->answer.name == "林晓燕");
    CHECK(screen.has<Wipe>());
}

TEST_CASE("forty scans before the desk answers are forty answers in order") {
    ScreenDriver screen;
    std::vector<ScanTicket> tickets;
    for (int i = 0; i < 40; ++i) tickets.push_back(screen.scan("BD1" + std::to_string(i)).ticket);
    for (const ScanTicket ticket : tickets) {
        ScanAnswer answer = signed_in_answer();
        answer.name = std::to_string(ticket.value);
        screen.answer(ticket, answer);
        CHECK(screen.model.visit->answer.name == answer.name);
    }
    CHECK(screen.model.pending.empty());
}

TEST_CASE("a slip that is held up is one scan, and alternating two slips does not defeat that") {
    ScreenDriver screen;
    screen.scan("BD1A");
    screen.scan("BD1B");
    for (int frame = 0; frame < 45; ++frame) {
        screen.wait(66);
        screen.send(ScanRead{frame % 2 == 0 ? "BD1A" : "BD1B", ScanSource::camera});
        CHECK_FALSE(screen.has<SubmitScan>());
    }
}

TEST_CASE("a slip shown again after it was gone is sent with how long it was gone") {
    ScreenDriver screen;
    CHECK_FALSE(screen.scan("BD1A").absent_ms.has_value());
    screen.wait(2'000);
    CHECK(screen.scan("BD1A").absent_ms == 2'000);
}

TEST_CASE("every pull of a hand scanner's trigger counts") {
    ScreenDriver screen;
    screen.scan("BD1A", ScanSource::hand_scanner);
    screen.wait(100);
    CHECK(screen.scan("BD1A", ScanSource::hand_scanner).absent_ms == 100);
}

TEST_CASE("an answer that belongs to no scan changes nothing") {
    ScreenDriver screen;
    screen.answer(ScanTicket{99}, signed_in_answer());
    CHECK(screen.model.screen == Screen::home);
    CHECK(screen.effects.empty());
}

TEST_CASE("each screen goes home by itself after its time") {
    for (const Outcome outcome : {Outcome::registered, Outcome::signed_in, Outcome::signed_out,
                                  Outcome::parked, Outcome::already_in}) {
        CAPTURE(token(outcome));
        ScreenDriver screen;
        screen.answer(screen.scan("BD1X").ticket, refused_answer(outcome));
        const std::int64_t length = *timeout_ms(screen.model.screen, false);
        screen.wait(length - 1);
        CHECK(screen.model.screen != Screen::home);
        screen.wait(1);
        CHECK(screen.model.screen == Screen::home);
        CHECK(screen.has<Wipe>());
    }
}

TEST_CASE("fault_045 a person who walks away leaves nothing behind") {
    ScreenDriver screen;
    screen.answer(screen.scan("BD1X").ticket, registered_answer());
    screen.wait(30'000);
    CHECK(screen.model.screen == Screen::home);
    CHECK_FALSE(screen.model.visit.has_value());
    CHECK(shown_name(screen.model).empty());

    screen.send(TileTouched{HomeTile::no_card});
    screen.send(FindTouch{FindKey{FindField::name, 'A'}});
    screen.wait(40'000);
    CHECK_FALSE(screen.model.find.has_value());
    CHECK(screen.has<Wipe>());
}

TEST_CASE("a name is in full for three seconds and masked after them") {
    ScreenDriver screen;
    screen.answer(screen.scan("BD1X").ticket, signed_in_answer());
    CHECK(shown_name(screen.model) == "陈建国");
    screen.wait(2'999);
    CHECK(shown_name(screen.model) == "陈建国");
    screen.wait(1);
    CHECK(shown_name(screen.model) == "陈＊国");
}

TEST_CASE("a touch pauses the ring of a confirmation for ten seconds") {
    ScreenDriver screen;
    screen.answer(screen.scan("BD1X").ticket, signed_in_answer());
    screen.wait(7'000);
    screen.send(ScreenTouched{});
    screen.wait(9'999);
    CHECK(screen.model.screen == Screen::sign_in);
    screen.wait(1);
    CHECK(screen.model.screen == Screen::home);
}

TEST_CASE("large text doubles the time, and gives the confirmations fifteen seconds") {
    for (const Screen screen : {Screen::guide, Screen::registered, Screen::attention, Screen::record})
        CHECK(*timeout_ms(screen, true) == 2 * *timeout_ms(screen, false));
    CHECK(timeout_ms(Screen::sign_in, true) == 15'000);
    CHECK_FALSE(timeout_ms(Screen::home, false).has_value());
}
