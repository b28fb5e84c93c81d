// SPDX-License-Identifier: MIT
// Names by their sound: ICU's readings, the eight keys, letters.
#include "domain/base/name_sound.hpp"

#include <catch2/catch.hpp>

#include "domain/base/text.hpp"
#include "domain/base/unicode.hpp"

using namespace baodao;

namespace {

const NameReader& reader() {
    static const NameReader opened = [] {
        auto made = NameReader::open();
        REQUIRE(made.ok());
        return std::move(made).value();
    }();
    return opened;
}

NameSound sound(std::string_view name) {
    return name_sound(name, reader().syllables(name));
}

std::string read(std::string_view name) {
    std::string all;
    for (const std::string& syllable : reader().syllables(name)) all += (all.empty() ? "" : " ") + syllable;
    return all;
}

}  // namespace

TEST_CASE("surnames are read as surnames, rare characters are read at all") {
    CHECK(read("单雄信") == "shan xiong xin");
    CHECK(read("仇英") == "qiu ying");
    CHECK(read("曾国藩") == "zeng guo fan");
    CHECK(read("区志航") == "ou zhi hang");
    CHECK(read("王䶮") == "wang yan");
    CHECK(read("赵堃") == "zhao kun");
    CHECK(read("牛犇") == "niu ben");
    CHECK(read("尉迟恭") == "yu chi gong");
    CHECK(read("买买提·吐尔逊") == "mai mai ti tu er xun");
    CHECK(read("John Smith") == "john smith");
}

TEST_CASE("a name is found by one key for each character, as far as it was typed") {
    const NameSound chen = sound("陈建国");
    CHECK(fit_keys(chen, "") == Fit::begins);
    CHECK(fit_keys(chen, "A") == Fit::begins);
    CHECK(fit_keys(chen, "AG") == Fit::begins);
    CHECK(fit_keys(chen, "AGG") == Fit::whole);
    CHECK(fit_keys(chen, "AGGG") == Fit::none);
    CHECK(fit_keys(chen, "GGA") == Fit::none);
    CHECK(fit_keys(sound("王䶮"), "TY") == Fit::whole);
}

TEST_CASE("three characters of a long name are enough") {
    CHECK(fit_keys(sound("买买提·吐尔逊"), "KK") == Fit::begins);
    CHECK(fit_keys(sound("买买提·吐尔逊"), "KKT") == Fit::whole);
    CHECK(fit_keys(sound("买买提·吐尔逊"), "KKTTDT") == Fit::whole);
    CHECK(fit_letters(sound("买买提·吐尔逊"), "maimaiti") == Fit::whole);
}

TEST_CASE("who does not keep n and l apart finds herself all the same") {
    CHECK(fit_keys(sound("刘娜"), "KN") == Fit::whole);
    CHECK(fit_keys(sound("刘娜"), "NK") == Fit::whole);
    CHECK(fit_keys(sound("刘娜"), "QN") == Fit::none);
    CHECK(fit_letters(sound("刘娜"), "niula") == Fit::whole);
}

TEST_CASE("a character that two people read differently fits both") {
    CHECK(fit_keys(sound("任长霞"), "QAT") == Fit::whole);
    CHECK(fit_keys(sound("任长霞"), "QYT") == Fit::whole);
    CHECK(fit_keys(sound("单建国"), "QGG") == Fit::whole);
    CHECK(fit_keys(sound("单建国"), "DGG") == Fit::whole);
}

TEST_CASE("a character that nobody can read fits whatever is typed for it") {
    CHECK(reader().syllables("陈ㄅ").back().empty());
    for (const std::string_view key : initial_keys) {
        CAPTURE(key);
        CHECK(fit_keys(sound("陈ㄅ"), std::string("A") + key.front()) == Fit::whole);
    }
    CHECK(fit_letters(sound("陈ㄅ"), "chenx") == Fit::whole);
}

TEST_CASE("letters may be whole syllables, initials, or both, and are forgiven their accent") {
    const NameSound chen = sound("陈建国");
    for (const char* typed : {"chenjianguo", "cjg", "chenjg", "cjianguo", "cenjianguo", "chengjianguo"}) {
        CAPTURE(typed);
        CHECK(fit_letters(chen, typed) == Fit::whole);
    }
    CHECK(fit_letters(chen, "chenjian") == Fit::begins);
    CHECK(fit_letters(chen, "chenjiang") == Fit::whole);  // jian, g
    CHECK(fit_letters(chen, "wang") == Fit::none);
    CHECK(fit_letters(sound("吕静"), "lvjin") == Fit::whole);
    CHECK(fit_letters(sound("周英"), "zouyin") == Fit::whole);
    CHECK(fit_letters(sound("林婷"), "lingting") == Fit::whole);
}
