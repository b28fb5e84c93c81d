// SPDX-License-Identifier: MIT
#include "domain/base/text.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <numeric>

#include "domain/base/crc32c.hpp"

using namespace baodao;

TEST_CASE("names are masked as the requirements say") {
    CHECK(mask_name("陈建国") == "陈＊国");
    CHECK(mask_name("陈国") == "陈＊");
    CHECK(mask_name("欧阳娜娜") == "欧＊＊娜");
    CHECK(mask_name("陈") == "陈");
    CHECK(mask_name("") == "");
    CHECK(mask_name("𬸪建国") == "𬸪＊国");
    CHECK(mask_name_fully("陈国") == "陈＊＊");
    CHECK(mask_name_fully("欧阳娜娜") == "欧＊＊");
}

TEST_CASE("only strict UTF-8 is text") {
    CHECK(is_utf8("陈 a 𬸪"));
    CHECK(is_utf8(std::string_view("\0", 1)));
    CHECK_FALSE(is_utf8("\xC0\x80"));          // overlong
    CHECK_FALSE(is_utf8("\xED\xA0\x80"));      // surrogate
    CHECK_FALSE(is_utf8("\xF4\x90\x80\x80"));  // beyond U+10FFFF
    CHECK_FALSE(is_utf8("\xE9\x99"));          // cut short
    CHECK_FALSE(is_utf8("\xB3\xC2"));          // GB18030
}

TEST_CASE("code points survive the way there and back") {
    const std::string text = "a陈·𬸪\x7F";
    CHECK(to_utf8(code_points(text)) == text);
    CHECK(code_points(text).size() == 5);
}

TEST_CASE("hexadecimal has one spelling") {
    CHECK(to_hex64(0xA1) == "00000000000000a1");
    CHECK(from_hex64("00000000000000a1") == 0xA1);
    CHECK_FALSE(from_hex64("00000000000000A1"));
    CHECK_FALSE(from_hex64("a1"));
    Hash hash;
    hash.bytes[0] = 0xAB;
    CHECK(id_from_hex<Hash>(to_hex(hash)) == hash);
    CHECK_FALSE(id_from_hex<Hash>("ab"));
}

TEST_CASE("CRC-32C gives the check value of its definition") {
    const std::string digits = "123456789";
    const std::span bytes(reinterpret_cast<const std::uint8_t*>(digits.data()), digits.size());
    CHECK(crc32c(bytes) == 0xE3069283);
    CHECK(crc32c(bytes.subspan(4), crc32c(bytes.first(4))) == 0xE3069283);
    // RFC 3720, B.4.
    std::array<std::uint8_t, 32> block{};
    CHECK(crc32c(block) == 0x8A9136AA);
    block.fill(0xFF);
    CHECK(crc32c(block) == 0x62A8AB43);
    std::iota(block.begin(), block.end(), std::uint8_t{0});
    CHECK(crc32c(block) == 0x46DD794E);
}
