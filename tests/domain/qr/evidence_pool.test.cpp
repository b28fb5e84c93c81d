// SPDX-License-Identifier: MIT
#include "domain/qr/evidence_pool.hpp"

#include <catch2/catch.hpp>

#include "domain/base/random.hpp"
#include "domain/qr/grid_reader.hpp"
#include "tests/domain/qr/drawn.hpp"

namespace baodao {
namespace {

// A slip of one batch: the first characters are every slip's.
std::string slip_of_batch(std::uint64_t seed) {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    SeededRandom random(seed);
    std::string text = "BD1" + std::string(24, 'A');
    while (text.size() < 166) text += alphabet[random.below(alphabet.size())];
    return text;
}

// What one frame shows of it under heavy noise.
ModuleEvidence glimpse(const std::string& text, double noise, Random& random) {
    const QrSymbol symbol = encode_qr(text, QrLevel::medium).value();
    ModuleEvidence evidence(symbol.side);
    for (int y = 0; y < symbol.side; ++y) {
        for (int x = 0; x < symbol.side; ++x) {
            const double bell = random.unit() + random.unit() + random.unit() + random.unit() - 2;
            evidence.at(x, y) = static_cast<float>((symbol.black(x, y) ? 0.5 : -0.5) + noise * bell);
        }
    }
    return evidence;
}

TEST_CASE("what no frame shows clearly enough, the sum of several does") {
    SeededRandom random(3);
    const std::string text = slip_of_batch(1);
    EvidencePool pool;
    std::optional<std::string> read;
    for (int frame = 0; frame < 12 && !read; ++frame) {
        const ModuleEvidence seen = glimpse(text, 1.0, random);
        CHECK_FALSE(read_evidence(seen).has_value());
        read = pool.add(seen);
    }
    CHECK(read == text);
}

TEST_CASE("fault_039_two_slips_of_one_batch_shown_in_turn_never_mix_into_a_third_text") {
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        SeededRandom random(seed);
        const std::string first = slip_of_batch(100 + seed);
        const std::string second = slip_of_batch(200 + seed);
        EvidencePool pool;
        for (int frame = 0; frame < 40; ++frame) {
            const bool early = frame < 10 || (frame > 25 && frame % 2 == 0);
            const auto read = pool.add(glimpse(early ? first : second, 0.9, random));
            if (read) CHECK((*read == first || *read == second));
        }
    }
}

TEST_CASE("a code that is gone for some frames is forgotten") {
    SeededRandom random(5);
    const std::string text = slip_of_batch(1);
    EvidencePool pool;
    (void)pool.add(glimpse(text, 0.2, random));
    for (int frame = 0; frame < 20; ++frame) pool.miss();
    CHECK_FALSE(pool.add(glimpse(text, 0.2, random)).has_value());
    CHECK(pool.add(glimpse(text, 0.2, random)) == text);
}

}  // namespace
}  // namespace baodao
