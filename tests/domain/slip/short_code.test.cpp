// SPDX-License-Identifier: MIT
#include "domain/slip/short_code.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

#include "domain/base/random.hpp"
#include "domain/slip/base32.hpp"

using namespace baodao;

namespace {

std::string compact(std::string code) {
    std::erase(code, ' ');
    return code;
}

// Some serials from all over the range, the ends included.
std::vector<SlipSerial> sample_serials() {
    std::vector<SlipSerial> serials{{0}, {1}, {~std::uint64_t{0}}};
    SeededRandom random(1414);
    for (int i = 0; i < 200; ++i) serials.push_back({random.next_u64()});
    return serials;
}

}  // namespace

TEST_CASE("a short code stands in groups of 4 4 4 2, as the format's example") {
    CHECK(short_code({0x0123456789ABCDEF}) == "028T 5CY4 TQKF F4");
    CHECK(short_code({0}) == "0000 0000 0000 00");
    CHECK(short_code({1}) == "0000 0000 0000 12");
    CHECK(short_code({~std::uint64_t{0}}) == "FZZZ ZZZZ ZZZZ ZX");
}

TEST_CASE("every serial comes back from its short code") {
    CHECK(rc::check(
        [](std::uint64_t value) { RC_ASSERT(parse_short_code(short_code({value})) == SlipSerial{value}); }));
}

TEST_CASE("a short code is understood as people type it") {
    const SlipSerial serial{0x0020000000000001};
    const std::string code = compact(short_code(serial));
    REQUIRE(code.find('0') != std::string::npos);
    REQUIRE(code.find('1') != std::string::npos);
    std::string typed;
    for (const char c : code) {
        typed += c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(c));
        typed += " - ";
    }
    CHECK(parse_short_code(typed) == serial);
    for (char& c : typed) c = c == 'l' ? 'I' : c == 'o' ? 'O' : c;
    CHECK(parse_short_code(typed) == serial);
}

TEST_CASE("no wrong character passes, whichever and wherever") {
    for (const SlipSerial serial : sample_serials()) {
        const std::string code = compact(short_code(serial));
        for (std::size_t place = 0; place < code.size(); ++place) {
            for (const char other : base32_alphabet) {
                if (other == code[place]) continue;
                std::string wrong = code;
                wrong[place] = other;
                if (parse_short_code(wrong)) FAIL(wrong << " passes for " << code);
            }
        }
    }
    SUCCEED();
}

TEST_CASE("no two characters that changed places pass, adjacent or not") {
    for (const SlipSerial serial : sample_serials()) {
        const std::string code = compact(short_code(serial));
        for (std::size_t one = 0; one < code.size(); ++one) {
            for (std::size_t two = one + 1; two < code.size(); ++two) {
                if (code[one] == code[two]) continue;
                std::string wrong = code;
                std::swap(wrong[one], wrong[two]);
                if (parse_short_code(wrong)) FAIL(wrong << " passes for " << code);
            }
        }
    }
    SUCCEED();
}

TEST_CASE("what is no short code is none") {
    const std::string code = compact(short_code({99}));
    CHECK_FALSE(parse_short_code(""));
    CHECK_FALSE(parse_short_code(code.substr(1)));
    CHECK_FALSE(parse_short_code(code + "0"));
    CHECK_FALSE(parse_short_code("U" + code.substr(1)));
    CHECK_FALSE(parse_short_code("陈" + code.substr(3)));
    CHECK_FALSE(parse_short_code(std::string(10'000, '0')));
}

TEST_CASE("a first character that no serial has is refused though its check character fits") {
    // The code is linear: a right code of the first place alone, 16 being the bit that no serial has.
    bool tried = false;
    for (const char check : base32_alphabet) {
        const std::string code = "G000000000000" + std::string(1, check);
        std::string small = code;
        small[0] = '8';
        tried = tried || parse_short_code(small).has_value();
        CHECK_FALSE(parse_short_code(code));
    }
    CHECK(tried);
}
