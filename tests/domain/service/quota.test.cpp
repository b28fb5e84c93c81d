// SPDX-License-Identifier: MIT
#include "domain/service/quota.hpp"

#include <catch2/catch.hpp>

#include "story.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

const PersonRef she{chen, std::nullopt};

Story registered_on(std::string_view when) {
    Story story;
    story.registered(when);
    return story;
}

}  // namespace

TEST_CASE("of a whole year one activity in each half and ten hours are asked") {
    Story story = registered_on("2026-01-02 09:00");
    story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 12:20");
    const YearAccount account = story.year(2026, "2026-11-22");
    CHECK(account.minutes == 200);
    CHECK(account.halves[0].duty == Duty::done);
    CHECK(account.halves[0].count == 1);
    CHECK(account.halves[1].duty == Duty::owed);
    CHECK(account.halves[1].due == day("2026-12-31"));
    CHECK(account.hours == Duty::owed);
    CHECK(account.owed_minutes == 400);
    CHECK(account.due == day("2026-12-31"));
}

TEST_CASE("ten hours are done at 600 minutes and not at 599") {
    Story story = registered_on("2026-01-02 09:00");
    story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 18:59");
    CHECK(story.year(2026, "2026-11-22").owed_minutes == 1);
    story.in(Where::a, "2026-03-02 09:00");
    story.out(Where::a, "2026-03-02 09:01");
    CHECK(story.year(2026, "2026-11-22").hours == Duty::done);
    CHECK(story.year(2026, "2026-11-22").owed_minutes == 0);
}

TEST_CASE("less than ninety days on the roll in a half-year: nothing is asked, the hours are a hint") {
    // The second half of 2026 ends on 31 December: the 90th day before its end is 3 October.
    Story story = registered_on("2026-10-03 09:00");
    CHECK(story.year(2026, "2026-11-22").halves[1].duty == Duty::owed);
    CHECK(story.year(2026, "2026-11-22").halves[0].duty == Duty::not_asked);
    CHECK(story.year(2026, "2026-11-22").hours == Duty::not_asked);

    Story late = registered_on("2026-10-04 09:00");
    const YearAccount account = late.year(2026, "2026-11-22");
    CHECK(account.halves[1].duty == Duty::not_asked);
    CHECK(account.hours == Duty::not_asked);
    CHECK(account.owed_minutes == 0);
    CHECK(account.hint_minutes == 600 * 89 / 365);
}

TEST_CASE("an excused half-year asks nothing, and what was done in it still counts") {
    Story story = registered_on("2026-01-02 09:00");
    story.tell(Where::hq, "2026-08-01 09:00", MemberExcused{she, {2026, 2}, "maternity"});
    story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 10:00");
    const YearAccount account = story.year(2026, "2026-11-22");
    CHECK(account.halves[0].duty == Duty::done);
    CHECK(account.halves[1].duty == Duty::not_asked);
    CHECK(account.hours == Duty::not_asked);
    CHECK(account.minutes == 60);
    CHECK(story.year(2027, "2027-03-01").hours == Duty::owed);
}

TEST_CASE("who left owes nothing here any more, and keeps what was done") {
    Story story = registered_on("2026-01-02 09:00");
    story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 10:00");
    SECTION("closed") {
        story.tell(Where::hq, "2026-11-01 09:00", MemberClosed{she, day("2026-11-01"), "retired"});
    }
    SECTION("moved to another community") {
        story.tell(Where::hq, "2026-11-01 09:00", MemberTransferred{she, {77}, day("2026-11-01")});
    }
    const YearAccount account = story.year(2026, "2026-11-22");
    CHECK(account.halves[0].duty == Duty::done);
    CHECK(account.halves[1].duty == Duty::not_asked);
    CHECK(account.hours == Duty::not_asked);
    CHECK(account.minutes == 60);
    CHECK(story.year(2027, "2027-05-01").halves[0].duty == Duty::not_asked);
}

TEST_CASE("who returned is asked again from then on") {
    Story story = registered_on("2026-01-02 09:00");
    story.tell(Where::hq, "2026-02-01 09:00", MemberClosed{she, day("2026-02-01"), "seconded"});
    story.tell(Where::hq, "2026-03-01 09:00", MemberListed{she, {}, {}});
    CHECK(story.year(2026, "2026-11-22").halves[1].duty == Duty::owed);
}

TEST_CASE("the opening balance counts for its year, with its source") {
    Story story = registered_on("2026-07-01 09:00");
    BalanceOpening balance;
    balance.who = she;
    balance.year = 2026;
    balance.first_half = 1;
    balance.minutes = 300;
    balance.source = "纸质签到簿";
    story.tell(Where::hq, "2026-07-01 10:00", balance);
    balance.minutes = 240;
    story.tell(Where::hq, "2026-07-02 10:00", balance);  // a newer one replaces it
    const YearAccount account = story.year(2026, "2026-11-22");
    CHECK(account.opening_minutes == 240);
    CHECK(account.minutes == 240);
    CHECK(account.opening_source == "纸质签到簿");
    CHECK(account.halves[0].count == 1);
    CHECK(account.halves[0].duty == Duty::done);
    CHECK(story.year(2027, "2027-05-01").minutes == 0);
}

TEST_CASE("a person who is not on the roll owes nothing") {
    Story story;
    story.in(Where::a, "2026-03-01 09:00");
    const YearAccount account = story.year(2026, "2026-11-22");
    CHECK(account.halves[0].count == 1);
    CHECK(account.hours == Duty::not_asked);
    CHECK(account.owed_minutes == 0);
}

TEST_CASE("joined records show one year") {
    Story story = registered_on("2026-01-02 09:00");
    const SlipSerial second{0x3333};
    story.tell(Where::hq, "2026-01-03 09:00", MemberListed{{chen, MemberNumber{5}}, {}, {}});
    story.tell(Where::hq, "2026-10-03 09:00", MemberListed{{second, MemberNumber{6}}, {}, {}});
    story.in(Where::a, "2026-10-05 09:00", {}, second);
    story.out(Where::a, "2026-10-05 10:00", {}, second);
    story.tell(Where::hq, "2026-10-06 09:00", MemberSame{{5}, {6}});
    const YearAccount account = story.year(2026, "2026-11-22");
    CHECK(account.minutes == 60);
    CHECK(account.halves[1].duty == Duty::done);
    CHECK(account.halves[0].duty == Duty::owed);
}

TEST_CASE("a rule with an effective day changes later years only") {
    Story story = registered_on("2026-01-02 09:00");
    story.tell(Where::hq, "2026-12-01 09:00", RuleSet{"year_minutes", 480, day("2027-01-01")});
    CHECK(story.year(2026, "2026-11-22").owed_minutes == 600);
    CHECK(story.year(2027, "2027-11-22").owed_minutes == 480);
}
