// SPDX-License-Identifier: MIT
#include "domain/qr/picture_file.hpp"

#include <catch2/catch.hpp>

#include "domain/base/random.hpp"
#include "domain/base/text.hpp"

namespace baodao {
namespace {

std::string from_hex_text(std::string_view hex) {
    const auto bytes = from_hex(hex);
    REQUIRE(bytes.has_value());
    return {bytes->begin(), bytes->end()};
}

// 4 × 3 pixels of red, and 8 × 8 of middle grey.
const char* const red_png =
    "89504e470d0a1a0a0000000d49484452000000040000000301030000008e3a3c8500000003504c5445ff000019e2093700"
    "00000b4944415408d763600001000006000166f4c96c0000000049454e44ae426082";
const char* const grey_jpeg =
    "ffd8ffe000104a46494600010100000100010000ffdb004300100b0c0e0c0a100e0d0e1211101318281a18161618312325"
    "1d283a333d3c3933383740485c4e404457453738506d51575f626768673e4d71797064785c656763ffc0000b0800080008"
    "01011100ffc40014000100000000000000000000000000000001ffc4001410010000000000000000000000000000000"
    "0ffda0008010100003f001fffd9";

TEST_CASE("a PNG in colour is read as grey") {
    const auto image = decode_picture(from_hex_text(red_png));
    REQUIRE(image.ok());
    CHECK(image->width() == 4);
    CHECK(image->height() == 3);
    CHECK(image->at(1, 1) > 30);
    CHECK(image->at(1, 1) < 150);
}

TEST_CASE("a JPEG is read as its brightness") {
    const auto image = decode_picture(from_hex_text(grey_jpeg));
    REQUIRE(image.ok());
    CHECK(image->width() == 8);
    CHECK(std::abs(image->at(3, 3) - 127) < 8);
}

TEST_CASE("a PGM is read with comments, any space and any white") {
    const auto image =
        decode_picture("P5\n# a slip\n2\t2 # wide, high\n 100\n" + std::string("\0\x32\x64\x64", 4));
    REQUIRE(image.ok());
    CHECK(image->at(0, 0) == 0);
    CHECK(image->at(1, 0) == 127);
    CHECK(image->at(1, 1) == 255);
}

TEST_CASE("a PGM whose header lies is refused") {
    for (const std::string header :
         {"P5 2 2 255\nabc", "P5 0 2 255\n", "P5 -1 2 255\n", "P5 2 2 65535\nabcdefgh",
          "P5 99999 99999 255\n", "P5 2", "P5", "P5 2 2 255", "P5 # no end"}) {
        CHECK_FALSE(decode_picture(header).ok());
    }
}

TEST_CASE("what is no picture is refused in words") {
    CHECK(decode_picture("").error().kind == ErrorKind::bad_input);
    CHECK(decode_picture("GIF89a").error().kind == ErrorKind::bad_input);
    CHECK(load_picture("/nowhere/at/all.png").error().kind == ErrorKind::not_found);
}

TEST_CASE("pictures that are cut short or damaged anywhere never crash") {
    SeededRandom random(11);
    for (const std::string& whole :
         {from_hex_text(red_png), from_hex_text(grey_jpeg), std::string("P5 2 2 255\nabcd")}) {
        for (std::size_t length = 0; length < whole.size(); ++length)
            (void)decode_picture(whole.substr(0, length));
        for (int round = 0; round < 500; ++round) {
            std::string damaged = whole;
            damaged[random.below(damaged.size())] = static_cast<char>(random.below(256));
            (void)decode_picture(damaged);
        }
    }
}

}  // namespace
}  // namespace baodao
