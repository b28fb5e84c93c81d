// SPDX-License-Identifier: MIT
#include "domain/slip/base32.hpp"

#include <rapidcheck.h>

#include <catch2/catch.hpp>

using namespace baodao;

TEST_CASE("Base32 has the spellings of the format") {
    CHECK(encode_base32({}).empty());
    CHECK(encode_base32(as_bytes("\xFF")) == "ZW");
    CHECK(encode_base32(as_bytes("foobar")) == "CSQPYRK1E8");
    CHECK(base32_length(6) == 10);
    CHECK(decode_base32("CSQPYRK1E8") == ByteVector{'f', 'o', 'o', 'b', 'a', 'r'});
}

TEST_CASE("Base32 gives back all bytes") {
    CHECK(rc::check([](const ByteVector& bytes) {
        const std::string text = encode_base32(bytes);
        RC_ASSERT(text.size() == base32_length(bytes.size()));
        RC_ASSERT(decode_base32(text) == bytes);
    }));
}

TEST_CASE("Base32 knows its own 32 characters only") {
    int known = 0;
    for (int character = 0; character < 256; ++character) {
        const std::string text(1, static_cast<char>(character));
        const bool ours = base32_alphabet.find(text) != std::string_view::npos;
        CHECK(decode_base32(text).has_value() == ours);
        known += ours ? 1 : 0;
    }
    CHECK(known == 32);
}
