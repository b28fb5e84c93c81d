// SPDX-License-Identifier: MIT
#include "kiosk/app/words.hpp"

#include <catch2/catch.hpp>

#include "tests/ui/canned.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {
const Words chinese(Language::chinese, UtcOffset{480});
const Words english(Language::english, UtcOffset{480});
}  // namespace

TEST_CASE("hours and minutes are said in full") {
    CHECK(chinese.duration(160) == "2 小时 40 分");
    CHECK(chinese.duration(120) == "2 小时");
    CHECK(chinese.duration(7) == "7 分");
    CHECK(chinese.duration(0) == "0 分");
    CHECK(english.duration(160) == "2 h 40 min");
}

TEST_CASE("dates and clocks are the community's, whatever the machine thinks") {
    CHECK(chinese.long_date(canned_time(8, 57)) == "2026年11月22日 星期日");
    CHECK(english.long_date(canned_time(8, 57)) == "Sun 22 Nov 2026");
    CHECK(chinese.clock(canned_time(0, 5)) == "00:05");
    CHECK(chinese.span(canned_time(9, 0), canned_time(11, 30)) == "09:00–11:30");
    CHECK(chinese.day_and_month(date_from_civil({2026, 12, 31})) == "12 月 31 日");
    CHECK(chinese.date_with_weekday(canned_time(9, 0)) == "11月22日（周日）");
    CHECK(chinese.short_date(utc_from_civil({2026, 3, 8}, 9, 0, 0, UtcOffset{480})) == "03-08");
}

TEST_CASE("the greeting follows the hour") {
    CHECK(chinese.greeting(canned_time(8, 57)) == "早上好");
    CHECK(chinese.greeting(canned_time(12, 0)) == "下午好");
    CHECK(chinese.greeting(canned_time(19, 0)) == "晚上好");
}

TEST_CASE("the theme and the plan name their month and quarter") {
    CHECK(chinese.month_theme(canned_time(9, 0)) == "11 月主题");
    CHECK(chinese.quarter_plan(canned_time(9, 0), "敬老助困") == "四季度安排：敬老助困");
    CHECK(english.month_theme(canned_time(9, 0)) == "November theme");
}

TEST_CASE("an activity takes sign-ins from half an hour before its start to its end") {
    const ActivityView river = canned_home().today[0];
    CHECK_FALSE(is_running(river, canned_time(8, 29)));
    CHECK(is_running(river, canned_time(8, 30)));
    CHECK(is_running(river, canned_time(11, 29)));
    CHECK_FALSE(is_running(river, canned_time(11, 30)));
}

TEST_CASE("home shows what is on or still to come, not what is over") {
    const auto shown = activities_to_show(canned_home(), canned_time(12, 0), 3);
    REQUIRE(shown.size() == 2);
    CHECK(shown[0].title == "邻里代购");
    CHECK(activities_to_show(canned_home(), canned_time(8, 0), 2).size() == 2);
}
