// SPDX-License-Identifier: MIT
#include "domain/service/outcome.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace baodao;

TEST_CASE("every outcome has a token of its own, in lower case letters") {
    std::set<std::string_view> tokens;
    for (const Outcome outcome : all_outcomes) {
        tokens.insert(token(outcome));
        CHECK(token(outcome).find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos);
    }
    CHECK(tokens.size() == all_outcomes.size());
    CHECK(tokens.contains("forgotten_sign_out"));
}

TEST_CASE("a reason to park is read back from its token, anything else is none") {
    for (const ParkReason reason : {ParkReason::unknown_key, ParkReason::other_community,
                                    ParkReason::past_last_day, ParkReason::not_on_roster}) {
        CHECK(park_reason_from(token(reason)) == reason);
    }
    CHECK_FALSE(park_reason_from("").has_value());
    CHECK_FALSE(park_reason_from("unknown key").has_value());
}
