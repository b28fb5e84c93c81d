// SPDX-License-Identifier: MIT
#include "domain/event/json.hpp"

#include <catch2/catch.hpp>

using namespace baodao;

TEST_CASE("fault_047 JSON is read strictly") {
    CHECK(parse_json(R"({"a":[1,2,{"a":3}]})").ok());
    CHECK_FALSE(parse_json(R"({"a":1,"a":2})").ok());
    CHECK_FALSE(parse_json("{\"a\":\"\xC0\x80\"}").ok());
    CHECK_FALSE(parse_json(R"({"a":"\ud800"})").ok());
    CHECK_FALSE(parse_json("{}{}").ok());
    CHECK_FALSE(parse_json(std::string(40, '[') + std::string(40, ']')).ok());
    CHECK_FALSE(parse_json("").ok());
}

TEST_CASE("numbers that do not fit are absent") {
    const auto json = parse_json(R"({"big":18446744073709551615,"half":1.5,"whole":-3})");
    REQUIRE(json.ok());
    CHECK_FALSE(integer_at(*json, "big"));
    CHECK_FALSE(integer_at(*json, "half"));
    CHECK_FALSE(integer_at(*json, "absent"));
    CHECK(integer_at(*json, "whole") == -3);
}
