// SPDX-License-Identifier: MIT
// Both languages say everything, and every word that a template asks for is there.
#include <catch2/catch.hpp>
#include <filesystem>
#include <regex>

#include "domain/base/file.hpp"
#include "sync/hq/web/speech.hpp"
#include "sync/hq/web/templates.hpp"

using namespace baodao;

TEST_CASE("Chinese and English have the same words with the same places") {
    const Json& zh = hq::Speech(hq::Tongue::zh).words();
    const Json& en = hq::Speech(hq::Tongue::en).words();
    const auto places = [](const std::string& text) {
        std::set<std::string> out;
        for (std::size_t at = text.find('{'); at != std::string::npos; at = text.find('{', at + 1))
            out.insert(text.substr(at, 3));
        return out;
    };
    CHECK(zh.size() == en.size());
    for (const auto& [key, word] : zh.items()) {
        INFO(key);
        REQUIRE(en.contains(key));
        CHECK_FALSE(word.get<std::string>().empty());
        CHECK(places(word.get<std::string>()) == places(en[key].get<std::string>()));
    }
}

TEST_CASE("every word of a template stands in the lists, and nothing in it is inline script or style") {
    const Json& zh = hq::Speech(hq::Tongue::zh).words();
    static const std::regex word(R"(\{\{t\.([a-z0-9_]+)\}\})");
    static const std::regex inline_code(R"(<script|<style| style=| on[a-z]+=|javascript:)");
    int files = 0;
    for (const auto& file :
         std::filesystem::directory_iterator(std::string(BAODAO_SOURCE_DIR) + "/assets/web")) {
        if (file.path().extension() != ".html") continue;
        ++files;
        INFO(file.path());
        const auto text = read_file(file.path(), 1 << 20);
        REQUIRE(text);
        CHECK(hq::web_file(file.path().filename().string()) == *text);
        CHECK_FALSE(std::regex_search(*text, inline_code));
        for (std::sregex_iterator found(text->begin(), text->end(), word), end; found != end; ++found) {
            INFO((*found)[1].str());
            CHECK(zh.contains((*found)[1].str()));
        }
    }
    CHECK(files >= 5);
}

TEST_CASE("figures and spans of time are said in full") {
    const hq::Speech zh(hq::Tongue::zh);
    CHECK(zh.duration(160) == "2 小时 40 分");
    CHECK(zh.duration(120) == "2 小时");
    CHECK(zh.duration(45) == "45 分");
    CHECK(hq::percent(1, 3) == "33.3%");
    CHECK(hq::percent(0, 0) == "—");
    CHECK(hq::grouped(1286) == "1,286");
    CHECK(hq::grouped(123) == "123");
    CHECK(hq::grouped(1234567) == "1,234,567");
}
