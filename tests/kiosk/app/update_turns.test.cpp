// SPDX-License-Identifier: MIT
// Receipts, questions, hand-over: what a turn owes and who comes next.
#include <catch2/catch.hpp>

#include "kiosk/app/update.hpp"
#include "tests/kiosk/app/screen_driver.hpp"
#include "tests/ui/canned.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

// Whatever ends the registration, counted over the whole turn.
int receipts_after(ScreenDriver& screen, const Intent& last) {
    screen.answer(screen.scan("BD1X").ticket, registered_answer());
    int receipts = screen.count<PrintReceipt>();
    screen.send(last);
    receipts += screen.count<PrintReceipt>();
    for (int i = 0; i < 40; ++i) {
        screen.wait(1'000);
        receipts += screen.count<PrintReceipt>();
    }
    return receipts;
}

}  // namespace

TEST_CASE("the receipt is printed exactly once by whatever ends the registration") {
    for (const Command command : {Command::print_receipt, Command::choose_later, Command::back,
                                  Command::sign_in_now, Command::large_text}) {
        ScreenDriver screen;
        CHECK(receipts_after(screen, CommandTouched{command}) == 1);
    }
    ScreenDriver next_person;
    CHECK(receipts_after(next_person, ScanRead{"BD1OTHER", ScanSource::camera}) == 1);
}

TEST_CASE("a registration that is only shown again owes no second receipt") {
    ScreenDriver screen;
    ScanAnswer again = registered_answer();
    again.event.reset();
    screen.answer(screen.scan("BD1X").ticket, again);
    screen.send(CommandTouched{Command::print_receipt});
    CHECK_FALSE(screen.has<PrintReceipt>());
}

TEST_CASE("signing in from the registration names the activity that is on") {
    ScreenDriver screen;
    screen.answer(screen.scan("BD1X").ticket, registered_answer());
    screen.send(CommandTouched{Command::sign_in_now});
    CHECK(screen.only<SubmitScan>().activity == registered_answer().running->id);
    CHECK(screen.only<SubmitScan>().text == "BD1X");
}

TEST_CASE("a sign-out minutes after the sign-in happens only when it is asked for") {
    ScanAnswer question = signed_in_answer();
    question.outcome = Outcome::confirm_short;
    SECTION("asked for") {
        ScreenDriver screen;
        screen.answer(screen.scan("BD1X").ticket, question);
        screen.send(CommandTouched{Command::sign_out_anyway});
        CHECK(screen.only<SubmitScan>().sign_out_confirmed);
        screen.send(CommandTouched{Command::sign_out_anyway});
        CHECK_FALSE(screen.has<SubmitScan>());
    }
    SECTION("not asked for") {
        ScreenDriver screen;
        screen.answer(screen.scan("BD1X").ticket, question);
        screen.send(CommandTouched{Command::keep_service});
        CHECK_FALSE(screen.has<SubmitScan>());
        CHECK(screen.model.screen == Screen::home);
    }
    SECTION("nobody touches") {
        ScreenDriver screen;
        screen.answer(screen.scan("BD1X").ticket, question);
        screen.wait(15'000);
        CHECK_FALSE(screen.has<SubmitScan>());
        CHECK(screen.model.screen == Screen::home);
    }
}

TEST_CASE("of two activities the one that was touched counts, or the nearest when nobody touches") {
    ScreenDriver touched;
    touched.answer(touched.scan("BD1X").ticket, choose_answer());
    touched.send(ActivityTouched{choose_answer().choices[1].id});
    CHECK(touched.only<SubmitScan>().activity == choose_answer().choices[1].id);

    ScreenDriver left_alone;
    left_alone.wall = canned_time(8, 58);
    left_alone.answer(left_alone.scan("BD1X").ticket, choose_answer());
    left_alone.wait(10'000);
    CHECK(left_alone.only<SubmitScan>().activity == choose_answer().choices[0].id);
    CHECK(left_alone.only<SubmitScan>().text == "BD1X");
}

TEST_CASE("somebody else's code on a registration waits three seconds, then takes over") {
    ScreenDriver screen;
    screen.answer(screen.scan("BD1X").ticket, registered_answer());
    screen.send(ScanRead{"BD1OTHER", ScanSource::camera});
    CHECK_FALSE(screen.has<SubmitScan>());
    CHECK(screen.model.hand_over.has_value());
    screen.wait(2'999);
    CHECK(screen.model.screen == Screen::registered);
    screen.wait(1);
    CHECK(screen.only<SubmitScan>().text == "BD1OTHER");
    CHECK(screen.model.screen == Screen::home);
}

TEST_CASE("who asks for more time gets twenty seconds, and the other code must be shown again") {
    ScreenDriver screen;
    screen.answer(screen.scan("BD1X").ticket, registered_answer());
    screen.send(ScanRead{"BD1OTHER", ScanSource::camera});
    screen.send(CommandTouched{Command::wait_for_me});
    screen.wait(19'999);
    CHECK(screen.model.screen == Screen::registered);
    screen.wait(1);
    CHECK(screen.model.screen == Screen::home);
    CHECK_FALSE(screen.has<SubmitScan>());
}

TEST_CASE("nobody is interrupted while searching for herself") {
    ScreenDriver screen;
    screen.send(TileTouched{HomeTile::no_card});
    screen.send(ScanRead{"BD1OTHER", ScanSource::camera});
    CHECK_FALSE(screen.has<SubmitScan>());
    CHECK(screen.model.screen == Screen::find);
}

TEST_CASE("a short code submits itself with its fourteenth character") {
    ScreenDriver screen;
    screen.send(TileTouched{HomeTile::no_card});
    const std::string code = "7F3A91C2K5M8PQ";
    screen.send(FindTouch{FindTabTouched{FindTab::code}});
    for (const char key : code) screen.send(FindTouch{FindKey{FindField::code, key}});
    CHECK(screen.only<SubmitScan>().text == code);
    CHECK(screen.only<SubmitScan>().source == ScanSource::typed_code);
    screen.send(FindTouch{FindKey{FindField::code, 'Z'}});
    CHECK_FALSE(screen.has<SubmitScan>());
}

TEST_CASE("the tile for the record asks for the record, and the next scan from home signs in again") {
    ScreenDriver screen;
    screen.send(TileTouched{HomeTile::record});
    CHECK(screen.model.screen == Screen::guide);
    const SubmitScan asked = screen.scan("BD1X");
    CHECK(asked.purpose == ScanPurpose::show_record);
    screen.send(RecordAnswered{asked.ticket, canned_record()});
    CHECK(screen.model.screen == Screen::record);
    screen.send(CommandTouched{Command::done});
    screen.wait(2'000);
    CHECK(screen.scan("BD1X").purpose == ScanPurpose::attend);
}

TEST_CASE("pages of the record stop at both ends") {
    ScreenDriver screen;
    screen.send(TileTouched{HomeTile::record});
    RecordView record = canned_record();
    record.services.resize(9, record.services[0]);
    screen.send(RecordAnswered{screen.scan("BD1X").ticket, record});
    screen.send(CommandTouched{Command::page_back});
    CHECK(screen.model.visit->record_page == 0);
    for (int i = 0; i < 5; ++i) screen.send(CommandTouched{Command::page_forward});
    CHECK(screen.model.visit->record_page == 2);
}

TEST_CASE("joining the next activity is asked for once") {
    ScreenDriver screen;
    screen.answer(screen.scan("BD1X").ticket, signed_out_answer());
    screen.send(CommandTouched{Command::join_next});
    CHECK(screen.only<JoinActivity>().activity == signed_out_answer().next->id);
    screen.send(CommandTouched{Command::join_next});
    CHECK_FALSE(screen.has<JoinActivity>());
}

TEST_CASE("fault_015 a slow disk is said to be saving, and the screen still answers touch") {
    ScreenDriver screen;
    screen.scan("BD1X");
    CHECK_FALSE(saving(screen.model));
    screen.wait(saving_shown_after_ms);
    CHECK(saving(screen.model));
    screen.send(TileTouched{HomeTile::record});
    CHECK(screen.model.screen == Screen::guide);
    screen.wait(5'000);
    screen.answer(ScanTicket{1}, signed_in_answer());
    CHECK(screen.model.screen == Screen::sign_in);
    CHECK_FALSE(saving(screen.model));
}

TEST_CASE("the model says when its picture changes next, and is still when nothing does") {
    ScreenDriver screen;
    screen.wait(dim_after_ms + 1);
    CHECK(dimmed(screen.model));
    CHECK_FALSE(next_change(screen.model).has_value());
    screen.answer(screen.scan("BD1X").ticket, signed_in_answer());
    REQUIRE(next_change(screen.model).has_value());
    CHECK(*next_change(screen.model) - screen.model.now <= 100);
}
