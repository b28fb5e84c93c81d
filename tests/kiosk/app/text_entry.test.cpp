// SPDX-License-Identifier: MIT
#include "kiosk/app/text_entry.hpp"

#include <catch2/catch.hpp>

#include "domain/base/text.hpp"

using namespace baodao;

namespace {

struct Typing {
    TextEntry entry;
    std::string text;
    EntryLimits limits;

    bool touch(const TextTouch& what) { return type_on(entry, text, limits, what); }
    void type(std::string_view keys) {
        for (const char key : keys) (void)touch(EntryKey{key});
    }
};

}  // namespace

TEST_CASE("letters wait for a word; what it leaves of them is asked for again") {
    Typing typing;
    CHECK(typing.touch(EntryKey{'c'}));
    typing.type("henjianguo");
    CHECK(typing.text.empty());
    typing.entry.words = {{"陈建国", 11}, {"陈", 4}};
    CHECK(typing.touch(EntryChosen{1}));
    CHECK(typing.text == "陈");
    CHECK(typing.entry.letters == "jianguo");
    CHECK(typing.entry.words.empty());
    typing.entry.words = {{"建国", 7}};
    CHECK_FALSE(typing.touch(EntrySpace{}));  // the first one
    CHECK(typing.text == "陈建国");
    CHECK(typing.entry.letters.empty());
}

TEST_CASE("delete takes a letter, then a whole character; clear takes everything") {
    Typing typing;
    typing.text = "李𬸪";
    typing.type("ab");
    CHECK(typing.touch(EntryErased{}));
    CHECK_FALSE(typing.touch(EntryErased{}));
    CHECK(typing.text == "李𬸪");
    (void)typing.touch(EntryErased{});
    CHECK(typing.text == "李");
    typing.type("x");
    (void)typing.touch(EntryCleared{});
    CHECK(typing.text.empty());
    CHECK(typing.entry.letters.empty());
}

TEST_CASE("digits stand as they are; a field of digits takes nothing else") {
    Typing typing;
    typing.type("2");
    CHECK(typing.text == "2");
    typing.limits = {EntryTakes::digits, 4};
    typing.text.clear();
    typing.type("a12b345");
    (void)typing.touch(EntryMiddleDot{});
    CHECK(typing.text == "1234");
    CHECK(typing.entry.letters.empty());
}

TEST_CASE("Latin letters begin words with a capital") {
    Typing typing;
    (void)typing.touch(EntryScript{});
    typing.type("anna");
    (void)typing.touch(EntrySpace{});
    (void)typing.touch(EntrySpace{});
    typing.type("li");
    CHECK(typing.text == "Anna Li");
}

TEST_CASE("a name in parts takes its middle dot") {
    Typing typing;
    typing.text = "买买提";
    (void)typing.touch(EntryMiddleDot{});
    CHECK(typing.text == "买买提·");
}

TEST_CASE("a text and its letters end somewhere") {
    Typing typing;
    for (int i = 0; i < 100; ++i) typing.type("a");
    CHECK(typing.entry.letters.size() == entry_letters_max);
    (void)typing.touch(EntryCleared{});
    for (int i = 0; i < 100; ++i) typing.type("7");
    CHECK(code_points(typing.text).size() == entry_characters_max);
}

TEST_CASE("words fill their pages; long ones take two places") {
    std::vector<PinyinWord> words(7, PinyinWord{"国", 3});
    words.push_back({"第一党支部", 3});
    words.push_back({"果", 3});
    CHECK(word_pages(words) == std::vector<std::size_t>{0, 7});
    CHECK(word_pages({}) == std::vector<std::size_t>{0});
    Typing typing;
    typing.entry.words = words;
    (void)typing.touch(EntryTurned{+1});
    (void)typing.touch(EntryTurned{+1});
    CHECK(typing.entry.page == 1);
    (void)typing.touch(EntryTurned{-5});
    CHECK(typing.entry.page == 0);
}

TEST_CASE("a word that is not there is not chosen") {
    Typing typing;
    typing.type("guo");
    CHECK_FALSE(typing.touch(EntryChosen{0}));
    CHECK(typing.entry.letters == "guo");
}
