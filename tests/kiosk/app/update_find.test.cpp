// SPDX-License-Identifier: MIT
// 没带卡 on the screen: what is asked, what is told, how often somebody may be wrong.
#include <catch2/catch.hpp>

#include "domain/slip/short_code.hpp"
#include "kiosk/app/update.hpp"
#include "tests/kiosk/app/screen_driver.hpp"
#include "tests/ui/canned.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr SlipSerial serial{0x12345678};

struct FindDriver : ScreenDriver {
    FindDriver() { send(TileTouched{HomeTile::no_card}); }

    void name(std::string_view keys) {
        for (const char key : keys) send(FindTouch{FindKey{FindField::name, key}});
    }
    void digits(std::string_view keys) {
        for (const char key : keys) send(FindTouch{FindKey{FindField::proof, key}});
    }
    [[nodiscard]] FindState& find() { return *model.find; }
    // The desk's answer to the last question.
    void answer_people(FindVerdict verdict, bool registered = true) {
        PeopleAnswered answer;
        answer.ticket = find().asked;
        answer.verdict = verdict;
        if (verdict == FindVerdict::found) answer.found = FoundPerson{serial, "陈建国", registered, false};
        send(answer);
    }
    // A whole try with wrong digits, then the digits are cleared.
    void miss() {
        name("AGG");
        digits("0000");
        answer_people(FindVerdict::no_match);
        send(FindTouch{FindCleared{FindField::name}});
        send(FindTouch{FindCleared{FindField::proof}});
    }
};

}  // namespace

TEST_CASE("the search begins by asking the desk to have the names ready, and each key asks anew") {
    FindDriver screen;
    CHECK(screen.model.screen == Screen::find);
    CHECK(screen.only<AskPeople>().name.empty());
    screen.name("A");
    CHECK(screen.only<AskPeople>().name == "A");
    screen.digits("1008");
    CHECK(screen.only<AskPeople>().typed == "1008");
    screen.digits("9");
    CHECK_FALSE(screen.has<AskPeople>());
    screen.send(FindTouch{FindErased{FindField::proof}});
    CHECK(screen.only<AskPeople>().typed == "100");
}

TEST_CASE("only the answer to the last question counts") {
    FindDriver screen;
    screen.name("A");
    PeopleAnswered late;
    late.ticket = screen.find().asked;
    late.people = 9;
    screen.name("G");
    screen.send(late);
    CHECK(screen.find().answer.people == 0);
}

TEST_CASE("who is found chooses what she came for, and goes on as if her code had been scanned") {
    FindDriver screen;
    screen.name("AGG");
    screen.digits("1008");
    screen.answer_people(FindVerdict::found);
    CHECK(screen.model.screen == Screen::found);
    CHECK(shown_name(screen.model) == "陈建国");
    CHECK_FALSE(screen.has<SubmitScan>());
    screen.wait(3'000);
    CHECK(shown_name(screen.model) == "陈＊国");
    screen.send(FindTouch{FoundTouched{FoundWish::record}});
    const SubmitScan scan = screen.only<SubmitScan>();
    CHECK(scan.text == short_code(serial));
    CHECK(scan.source == ScanSource::found);
    CHECK(scan.purpose == ScanPurpose::show_record);
    screen.send(FindTouch{FoundTouched{FoundWish::record}});
    CHECK_FALSE(screen.has<SubmitScan>());
    screen.send(RecordAnswered{scan.ticket, canned_record()});
    CHECK(screen.model.screen == Screen::record);
    CHECK_FALSE(screen.model.find.has_value());
    CHECK(screen.has<Wipe>());
}

TEST_CASE("a tile that led here is not asked about again") {
    ScreenDriver screen;
    screen.send(TileTouched{HomeTile::claim});
    screen.send(TileTouched{HomeTile::no_card});
    REQUIRE(screen.model.find.has_value());
    PeopleAnswered answer;
    answer.ticket = screen.model.find->asked;
    answer.verdict = FindVerdict::found;
    answer.found = FoundPerson{serial, "陈建国", true, false};
    screen.send(answer);
    CHECK(screen.only<SubmitScan>().purpose == ScanPurpose::claim);
}

TEST_CASE("who is not registered yet registers: there is nothing to choose") {
    FindDriver screen;
    screen.answer_people(FindVerdict::found, false);
    CHECK(screen.only<SubmitScan>().purpose == ScanPurpose::attend);
    CHECK(screen.model.screen == Screen::find);
    screen.answer(screen.only<SubmitScan>().ticket, registered_answer());
    CHECK(screen.model.screen == Screen::registered);
}

TEST_CASE("nobody of that name and wrong digits are told alike") {
    FindDriver screen;
    screen.name("AGG");
    screen.digits("0000");
    screen.answer_people(FindVerdict::no_match);
    CHECK(screen.find().told_no);
    CHECK(screen.model.find_guard.misses.size() == 1);
    // A fourth character of the name belongs to the same try.
    screen.name("A");
    CHECK_FALSE(screen.find().told_no);
    screen.answer_people(FindVerdict::no_match);
    CHECK(screen.model.find_guard.misses.size() == 1);
    // The next four digits are another one.
    screen.digits("1234");
    CHECK(screen.find().typed == "1234");
    screen.answer_people(FindVerdict::no_match);
    CHECK(screen.model.find_guard.misses.size() == 2);
}

TEST_CASE("digits first: nothing is told while the name is typed, and what is taken back was a try") {
    FindDriver screen;
    screen.digits("1008");
    screen.name("A");
    screen.answer_people(FindVerdict::no_match);
    screen.name("G");
    screen.answer_people(FindVerdict::no_match);
    CHECK_FALSE(screen.find().told_no);
    CHECK(screen.model.find_guard.misses.empty());
    SECTION("she goes on and is found") {
        screen.name("G");
        screen.answer_people(FindVerdict::found);
        screen.send(FindTouch{FoundTouched{FoundWish::attend}});
        screen.answer(screen.only<SubmitScan>().ticket, signed_in_answer());
        CHECK(screen.model.find_guard.misses.empty());
    }
    SECTION("a stranger tries other names") {
        screen.send(FindTouch{FindErased{FindField::name}});
        CHECK(screen.model.find_guard.misses.size() == 1);
    }
    SECTION("a stranger goes home and comes back") {
        screen.send(CommandTouched{Command::back});
        CHECK(screen.model.find_guard.misses.size() == 1);
    }
}

TEST_CASE("after five tries the search rests for a minute, and scanning does not") {
    FindDriver screen;
    for (int i = 0; i < 5; ++i) {
        CHECK_FALSE(find_paused(screen.model));
        screen.miss();
    }
    CHECK(find_paused(screen.model));
    screen.name("A");
    screen.digits("1");
    CHECK_FALSE(screen.has<AskPeople>());
    CHECK(screen.find().name.empty());

    screen.send(ScanRead{"BD1X", ScanSource::camera});
    CHECK(screen.has<SubmitScan>());
    screen.answer(screen.only<SubmitScan>().ticket, signed_in_answer());
    CHECK(screen.model.screen == Screen::sign_in);
    screen.send(CommandTouched{Command::done});

    screen.send(TileTouched{HomeTile::no_card});
    CHECK(find_paused(screen.model));
    screen.wait(60'000);
    CHECK_FALSE(find_paused(screen.model));
}

TEST_CASE("tries of a whole morning do not add up") {
    FindDriver screen;
    for (int i = 0; i < 8; ++i) {
        screen.miss();
        screen.wait(180'000);
        screen.send(TileTouched{HomeTile::no_card});
    }
    CHECK_FALSE(find_paused(screen.model));
}

TEST_CASE("the pinyin tab tells when it is asked, and the short code's tab submits itself") {
    FindDriver screen;
    screen.send(FindTouch{FindTabTouched{FindTab::pinyin}});
    screen.digits("1008");
    screen.name("chen");
    CHECK(screen.only<AskPeople>().by == FindTab::pinyin);
    screen.answer_people(FindVerdict::no_match);
    CHECK_FALSE(screen.find().told_no);
    screen.send(FindTouch{FindAsked{}});
    screen.answer_people(FindVerdict::no_match);
    CHECK(screen.find().told_no);
    screen.name("A");
    CHECK(screen.find().name == "chen");
}

TEST_CASE("a search that is left alone is wiped after its time") {
    FindDriver screen;
    screen.name("AG");
    screen.wait(39'999);
    CHECK(screen.model.screen == Screen::find);
    screen.wait(1);
    CHECK(screen.model.screen == Screen::home);
    CHECK_FALSE(screen.model.find.has_value());
    CHECK(screen.has<Wipe>());
}
