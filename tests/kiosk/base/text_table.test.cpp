// SPDX-License-Identifier: MIT
#include "kiosk/base/text_table.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <set>
#include <string>

#include "domain/base/text.hpp"

using namespace baodao;

namespace {

std::set<std::string> keys_of(const std::string& file) {
    std::ifstream in(std::string(TEXT_FOLDER) + "/" + file);
    std::set<std::string> keys;
    for (std::string line; std::getline(in, line);)
        if (const auto equals = line.find(" = "); equals != std::string::npos && line[0] != '#')
            keys.insert(line.substr(0, equals));
    return keys;
}

std::multiset<char> placeholders(std::string_view text) {
    std::multiset<char> found;
    for (std::size_t at = 0; at + 2 < text.size(); ++at)
        if (text[at] == '{' && text[at + 2] == '}') found.insert(text[at + 1]);
    return found;
}

}  // namespace

TEST_CASE("both languages have the same keys, and the table has them all") {
    CHECK(keys_of("zh-CN.toml") == keys_of("en.toml"));
    CHECK(keys_of("en.toml").size() == text_count);
}

TEST_CASE("every string is there, is valid, and says nothing the other language does not know") {
    for (std::size_t key = 0; key < text_count; ++key) {
        const auto chinese = text_of(Language::chinese, static_cast<Text>(key));
        const auto english = text_of(Language::english, static_cast<Text>(key));
        CAPTURE(chinese, english);
        CHECK_FALSE(chinese.empty());
        CHECK_FALSE(english.empty());
        CHECK(is_utf8(chinese));
        // A sentence may leave out a value, never ask for one more than the Chinese one gets.
        for (const char placeholder : placeholders(english))
            CHECK(placeholders(chinese).contains(placeholder));
    }
}

TEST_CASE("values go where their placeholders stand") {
    CHECK(format_text(Language::chinese, Text::duration_both, {"2", "40"}) == "2 小时 40 分");
    CHECK(format_text(Language::english, Text::date_day, {"May", "17"}) == "17 May");
    CHECK(format_text(Language::chinese, Text::duration_both, {"2"}) == "2 小时 {1} 分");
}
