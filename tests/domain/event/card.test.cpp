// SPDX-License-Identifier: MIT
#include "domain/event/card.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace baodao;

TEST_CASE("a card opens with the community's key only, unaltered, under its own name") {
    SeededRandom random(11);
    const auto key = random.draw<SecretKey>();
    const CardFields fields{{"name", "陈建国"}, {"branch", "镇水利站党支部"}};
    const SealedCard card = seal_card(fields, key, random);

    REQUIRE(open_card(card, key).ok());
    CHECK(*open_card(card, key) == fields);
    CHECK_FALSE(open_card(card, random.draw<SecretKey>()).ok());
    for (std::size_t i = 0; i < card.bytes.size(); ++i) {
        SealedCard altered = card;
        altered.bytes[i] ^= 1;
        CHECK_FALSE(open_card(altered, key).ok());
    }
    SealedCard renamed = card;
    renamed.name.bytes[0] ^= 1;
    CHECK_FALSE(open_card(renamed, key).ok());
    CHECK_FALSE(open_card({card.name, {}}, key).ok());
}

TEST_CASE("no name stands in a sealed card, and equal cards look unequal") {
    SeededRandom random(12);
    const auto key = random.draw<SecretKey>();
    const CardFields fields{{"name", "陈建国"}};
    const SealedCard one = seal_card(fields, key, random);
    const SealedCard two = seal_card(fields, key, random);
    CHECK(one.name != two.name);
    CHECK(std::string(one.bytes.begin(), one.bytes.end()).find("陈建国") == std::string::npos);
}
