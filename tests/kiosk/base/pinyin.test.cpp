// SPDX-License-Identifier: MIT
// The pinyin dictionary as it was built: names first, rare characters reachable, nothing written.
#include "kiosk/base/pinyin.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "tests/support/temporary_folder.hpp"

using namespace baodao;
namespace fs = std::filesystem;

namespace {

PinyinDictionary opened() {
    auto dictionary = PinyinDictionary::open(pinyin_folder());
    REQUIRE(dictionary.ok());
    return std::move(dictionary).value();
}

// Where the word stands among those offered; nothing: nowhere.
std::optional<std::size_t> place_of(const std::vector<PinyinWord>& words, const std::string& text) {
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const PinyinWord& word) { return word.text == text; });
    if (found == words.end()) return std::nullopt;
    return static_cast<std::size_t>(found - words.begin());
}

std::map<std::string, std::pair<fs::file_time_type, std::uintmax_t>> state_of(const fs::path& folder) {
    std::map<std::string, std::pair<fs::file_time_type, std::uintmax_t>> state;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        state[entry.path().string()] = {fs::last_write_time(entry.path()), fs::file_size(entry.path())};
    return state;
}

}  // namespace

TEST_CASE("a whole name comes first, by whole syllables") {
    const PinyinDictionary dictionary = opened();
    for (const auto& [letters, name] :
         {std::pair("chenjianguo", "陈建国"), std::pair("wangxiaoming", "王小明"),
          std::pair("wangjianjun", "王建军"), std::pair("caizhengsuo", "财政所"),
          std::pair("jiguandangzhibu", "机关党支部")}) {
        CAPTURE(letters);
        const auto words = dictionary.words(letters);
        REQUIRE_FALSE(words.empty());
        CHECK(words.front() == PinyinWord{name, std::string_view(letters).size()});
    }
}

TEST_CASE("what stands for the first letters only leaves the others") {
    const auto words = opened().words("chenjianguo");
    const auto surname = place_of(words, "陈");
    REQUIRE(surname);
    CHECK(words[*surname].letters == 4);
}

TEST_CASE("characters of names come before those of other texts") {
    const PinyinDictionary dictionary = opened();
    CHECK(place_of(dictionary.words("guo"), "国") == 0);
    CHECK(place_of(dictionary.words("guo"), "国") < place_of(dictionary.words("guo"), "过"));
    CHECK(place_of(dictionary.words("shan"), "单"));
}

TEST_CASE("rare characters of names are within reach") {
    const PinyinDictionary dictionary = opened();
    for (const auto& [letters, character] :
         {std::pair("yan", "䶮"), std::pair("kun", "堃"), std::pair("ben", "犇"), std::pair("fan", "𬸪")}) {
        CAPTURE(letters, character);
        const auto place = place_of(dictionary.words(letters), character);
        REQUIRE(place);
        CHECK(*place < 40);
    }
}

TEST_CASE("initials find words, and what sounds alike comes after what is spelled so") {
    const PinyinDictionary dictionary = opened();
    CHECK(place_of(dictionary.words("dzb"), "党支部"));
    const auto words = dictionary.words("nan");
    const auto exact = place_of(words, "南");
    const auto alike = place_of(words, "兰");
    REQUIRE((exact && alike));
    CHECK(*exact < *alike);
}

TEST_CASE("what is no pinyin finds nothing, and does no harm") {
    const PinyinDictionary dictionary = opened();
    CHECK(dictionary.words("").empty());
    CHECK(dictionary.words("Guo").empty());
    CHECK(dictionary.words("{Return}").empty());
    CHECK_FALSE(dictionary.words("guo").empty());
}

TEST_CASE("a folder without a dictionary is told") {
    const test::TemporaryFolder empty;
    const auto dictionary = PinyinDictionary::open(empty.path());
    REQUIRE_FALSE(dictionary.ok());
    CHECK(dictionary.error().kind == ErrorKind::not_found);
}

TEST_CASE("nothing is written: not what was typed, not what was chosen") {
    const auto before = state_of(pinyin_folder());
    {
        const PinyinDictionary dictionary = opened();
        for (const char* letters : {"chenjianguo", "liyun", "w", "zhongguo"}) (void)dictionary.words(letters);
    }
    CHECK(state_of(pinyin_folder()) == before);
}
