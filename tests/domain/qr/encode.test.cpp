// SPDX-License-Identifier: MIT
#include "domain/qr/encode.hpp"

#include <catch2/catch.hpp>
#include <string>

namespace baodao {
namespace {

const std::string slip_like = "BD1" + std::string(163, 'Z');

TEST_CASE("a slip's text makes a version 7 code at level M") {
    const auto symbol = encode_qr(slip_like, QrLevel::medium);
    REQUIRE(symbol.ok());
    CHECK(symbol->side == 45);
    CHECK(symbol->version() == 7);
    CHECK(symbol->modules.size() == 45U * 45U);
}

TEST_CASE("level Q needs more modules than level M for the same slip") {
    CHECK(encode_qr(slip_like, QrLevel::quartile)->side > encode_qr(slip_like, QrLevel::medium)->side);
}

TEST_CASE("lower case does not fit alphanumeric mode and is written as bytes") {
    const std::string lower(100, 'a');
    const std::string upper(100, 'A');
    CHECK(encode_qr(lower, QrLevel::medium)->side > encode_qr(upper, QrLevel::medium)->side);
}

TEST_CASE("an empty text and one longer than any code holds are refused") {
    CHECK(encode_qr("", QrLevel::medium).error().kind == ErrorKind::bad_input);
    CHECK(encode_qr(std::string(4'000, 'A'), QrLevel::medium).error().kind == ErrorKind::bad_input);
    CHECK(encode_qr(std::string(100'000, 'A'), QrLevel::medium).error().kind == ErrorKind::bad_input);
}

TEST_CASE("a drawn code has its finder in the corner and its quiet zone around it") {
    const auto symbol = encode_qr(slip_like, QrLevel::medium);
    REQUIRE(symbol.ok());
    const GreyImage image = draw_qr(*symbol, 3);
    REQUIRE(image.width() == (45 + 8) * 3);
    CHECK(image.at(11, 12) == 255);  // last pixel of the quiet zone
    CHECK(image.at(12, 12) == 0);    // the finder's outer ring
    CHECK(image.at(16, 16) == 255);  // its white ring
    CHECK(image.at(22, 22) == 0);    // its heart
}

}  // namespace
}  // namespace baodao
