// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include <sstream>
#include <string>

#include "kiosk/ui/icon_shapes.hpp"

using namespace baodao;

namespace {

int numbers_after(char word) {
    switch (word) {
        case 'M':
        case 'L':
            return 2;
        case 'O':
        case 'D':
            return 3;
        case 'A':
        case 'R':
            return 5;
        case 'C':
            return 6;
        case 'Z':
            return 0;
        default:
            return -1;
    }
}

}  // namespace

TEST_CASE("every sign is well-formed and lies on its square") {
    for (int i = 0; i <= static_cast<int>(Icon::chats); ++i) {
        const std::string shape(icon_shape(static_cast<Icon>(i)));
        CAPTURE(i, shape);
        REQUIRE_FALSE(shape.empty());
        std::istringstream words(shape);
        for (std::string word; words >> word;) {
            REQUIRE(word.size() == 1);
            const int expected = numbers_after(word[0]);
            REQUIRE(expected >= 0);
            for (int n = 0; n < expected; ++n) {
                double number = -1000;
                REQUIRE(static_cast<bool>(words >> number));
                const bool angle = word == "A" && n >= 3;
                if (!angle) CHECK((number >= 0 && number <= 24));
            }
        }
    }
}
