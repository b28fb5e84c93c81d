// SPDX-License-Identifier: MIT
#include "domain/qr/reed_solomon.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "domain/base/random.hpp"

namespace baodao {
namespace {

constexpr std::size_t check = 18;
using Word = std::vector<std::uint8_t>;

// A word that is valid by construction: its redundancy is what repairing finds for erased places.
Word valid_word(Random& random) {
    Word word(49, 0);
    for (std::size_t i = 0; i < word.size() - check; ++i)
        word[i] = static_cast<std::uint8_t>(random.below(256));
    std::vector<std::size_t> redundancy;
    for (std::size_t i = word.size() - check; i < word.size(); ++i) redundancy.push_back(i);
    REQUIRE(repair_word(word, check, redundancy, 0));
    return word;
}

std::vector<std::size_t> different_places(Random& random, std::size_t count, std::size_t size) {
    std::vector<std::size_t> places;
    while (places.size() < count) {
        const std::size_t place = random.below(size);
        if (std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
    }
    return places;
}

void spoil(Word& word, const std::vector<std::size_t>& places, Random& random) {
    for (const std::size_t place : places) {
        word[place] = static_cast<std::uint8_t>(word[place] ^ (1 + random.below(255)));
    }
}

TEST_CASE("half as many unknown errors as redundant bytes are repaired, one more is refused") {
    SeededRandom random(1);
    for (int round = 0; round < 200; ++round) {
        const Word word = valid_word(random);
        Word damaged = word;
        spoil(damaged, different_places(random, check / 2, word.size()), random);
        CHECK(repair_word(damaged, check, {}, 0));
        CHECK(damaged == word);
        spoil(damaged, different_places(random, check / 2 + 1, word.size()), random);
        const Word before = damaged;
        if (!repair_word(damaged, check, {}, 0)) CHECK(damaged == before);
    }
}

TEST_CASE("as many erasures as redundant bytes are repaired: twice what unknown errors allow") {
    SeededRandom random(2);
    for (int round = 0; round < 200; ++round) {
        const Word word = valid_word(random);
        Word damaged = word;
        const auto places = different_places(random, check, word.size());
        spoil(damaged, places, random);
        CHECK(repair_word(damaged, check, places, 0));
        CHECK(damaged == word);
    }
}

TEST_CASE("erasures and unknown errors share the redundancy, and what is spared is not used") {
    SeededRandom random(3);
    for (int round = 0; round < 200; ++round) {
        const Word word = valid_word(random);
        Word damaged = word;
        const auto places = different_places(random, 13, word.size());
        const std::vector<std::size_t> erased(places.begin(), places.begin() + 8);
        spoil(damaged, places, random);  // 8 erasures and 5 errors: 18 bytes of redundancy
        Word sparing = damaged;
        CHECK_FALSE(repair_word(sparing, check, erased, 4));
        CHECK(sparing == damaged);
        CHECK(repair_word(damaged, check, erased, 0));
        CHECK(damaged == word);
    }
}

TEST_CASE("random bytes are not repaired into a word when redundancy is spared") {
    SeededRandom random(4);
    for (int round = 0; round < 5'000; ++round) {
        Word noise(49);
        random.fill(noise);
        const auto erased = different_places(random, 8, noise.size());
        CHECK_FALSE(repair_word(noise, check, erased, 4));
    }
}

TEST_CASE("impossible sizes are refused") {
    Word word(10, 1);
    CHECK_FALSE(repair_word(word, 0, {}, 0));
    CHECK_FALSE(repair_word(word, 10, {}, 0));
    CHECK_FALSE(repair_word(word, 4, {}, 5));
    Word nothing;
    CHECK_FALSE(repair_word(nothing, 4, {}, 0));
}

}  // namespace
}  // namespace baodao
