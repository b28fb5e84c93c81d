// SPDX-License-Identifier: MIT
#include "domain/community/roster_field.hpp"

#include <catch2/catch.hpp>

using namespace baodao;

TEST_CASE("opening minutes are understood as people write them") {
    const std::pair<const char*, std::uint32_t> spellings[] = {
        {"90", 90},          {"90分", 90},    {"90 分钟", 90},    {"0", 0},          {"1:30", 90},
        {"1：30", 90},       {"1:30:00", 90}, {"01:05", 65},      {"1小时30分", 90}, {"1小时30分钟", 90},
        {"1 小时 5 分", 65}, {"2小时", 120},  {"2时", 120},       {"1.5小时", 90},   {"1.25 小时", 75},
        {"0.1小时", 6},      {"10小时", 600}, {"527040", 527040},
    };
    for (const auto& [cell, minutes] : spellings) {
        CAPTURE(cell);
        CHECK(read_opening_minutes(cell) == minutes);
    }
}

TEST_CASE("what could be hours or minutes, or neither, is not guessed") {
    for (const char* cell :
         {"", "1.5", "1.33小时", "一小时", "1:60", "1:30:05", "1:", "-5", "90秒", "1小时30", "1小时60分",
          "90分x", "527041", "9999999999", "1.小时", "10小时分", "1.00001小时"}) {
        CAPTURE(cell);
        CHECK_FALSE(read_opening_minutes(cell));
    }
}

TEST_CASE("counts, batches and phones are plain numbers with the usual words around them") {
    CHECK(read_opening_count("2次") == 2u);
    CHECK(read_opening_count("1000") == 1000u);
    CHECK_FALSE(read_opening_count("1001"));
    CHECK_FALSE(read_opening_count("两次"));
    CHECK(read_batch("第3批") == BatchNumber{3});
    CHECK(read_batch("65535") == BatchNumber{65535});
    CHECK_FALSE(read_batch("0"));
    CHECK_FALSE(read_batch("65536"));
    CHECK(read_phone("139 0000-1000") == "13900001000");
    CHECK(read_phone("+86 13900001000") == "13900001000");
    CHECK(read_phone("66120319") == "66120319");
    CHECK_FALSE(read_phone("1.39E+10"));
    CHECK_FALSE(read_phone("1234"));
    CHECK_FALSE(read_phone("1234567890123456"));
}

TEST_CASE("lists are parted by any of the usual signs") {
    CHECK(split_list("书法、医护，教学;摄影 / 水电") ==
          std::vector<std::string>{"书法", "医护", "教学", "摄影", "水电"});
    CHECK(split_list("、 ，").empty());
}

TEST_CASE("only a Chinese name is closed up") {
    CHECK(close_up_name("王　芳") == "王芳");
    CHECK(close_up_name("王  芳") == "王芳");
    CHECK(close_up_name("Li Na") == "Li Na");
    CHECK(close_up_name("买买提·艾力") == "买买提·艾力");
    CHECK(close_up_name("𠮷 野") == "𠮷野");
}
