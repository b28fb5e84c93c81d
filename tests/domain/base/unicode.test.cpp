// SPDX-License-Identifier: MIT
#include "domain/base/unicode.hpp"

#include <catch2/catch.hpp>

using namespace baodao;

TEST_CASE("fault_049 composed and decomposed spellings become one") {
    CHECK(*to_nfc("e\xCC\x81") == "é");
    CHECK(is_nfc("买买提·艾力"));
    CHECK_FALSE(is_nfc("e\xCC\x81"));
}

TEST_CASE("fault_050 invisible and direction-changing characters are no part of a name") {
    CHECK(is_clean_text("买买提·艾力"));
    CHECK_FALSE(is_clean_text("陈\u202E国"));  // right-to-left override
    CHECK_FALSE(is_clean_text("陈\u200B国"));  // zero-width space
    CHECK_FALSE(is_clean_text("陈\n国"));
    CHECK_FALSE(is_clean_text(std::string_view("陈\0国", 7)));
}

TEST_CASE("roster files come in UTF-8 with or without a mark, or in GB18030") {
    CHECK(*decode_text_file("\xEF\xBB\xBF陈") == "陈");
    CHECK(*decode_text_file("陈") == "陈");
    CHECK(*decode_text_file("\xB3\xC2") == "陈");
    CHECK(*decode_text_file("\xFE\x9F") == "䶮");
    CHECK_FALSE(decode_text_file("\xFF\xFF\xFF").ok());
}
