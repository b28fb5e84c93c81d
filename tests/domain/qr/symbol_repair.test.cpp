// SPDX-License-Identifier: MIT
#include "domain/qr/symbol_repair.hpp"

#include <catch2/catch.hpp>
#include <string>

#include "domain/base/random.hpp"
#include "domain/qr/encode.hpp"
#include "domain/qr/grid_reader.hpp"
#include "tests/domain/qr/drawn.hpp"

namespace baodao {
namespace {

ModuleEvidence sure_of(const QrSymbol& symbol) {
    ModuleEvidence evidence(symbol.side);
    for (int y = 0; y < symbol.side; ++y) {
        for (int x = 0; x < symbol.side; ++x) evidence.at(x, y) = symbol.black(x, y) ? 1.0F : -1.0F;
    }
    return evidence;
}

TEST_CASE("every version up to 14 at levels M and Q has the layout that libqrencode draws") {
    int versions_seen = 0;
    int version_before = 0;
    for (const QrLevel level : {QrLevel::medium, QrLevel::quartile}) {
        for (std::size_t length = 2; length < 500; length += 6) {
            const std::string text(length, 'K');
            const auto symbol = encode_qr(text, level);
            REQUIRE(symbol.ok());
            if (symbol->version() > layout_version_max || symbol->version() == version_before) continue;
            version_before = symbol->version();
            ++versions_seen;
            const QrLayout layout(symbol->version());
            for (const FixedModule& module : layout.fixed_modules()) {
                REQUIRE(symbol->black(module.place.x, module.place.y) == module.black);
            }
            const RepairedSymbol repaired = repair_symbol(layout, sure_of(*symbol));
            REQUIRE(repaired.complete);
            CHECK(repaired.symbol.modules == symbol->modules);
            CHECK(read_evidence(sure_of(*symbol)) == text);
        }
    }
    CHECK(versions_seen == 2 * layout_version_max);
}

TEST_CASE("modules under a thumb, known to be doubtful, are restored far beyond the plain limit") {
    const auto symbol = encode_qr(test::slip_text, QrLevel::medium);
    REQUIRE(symbol.ok());
    ModuleEvidence covered = sure_of(*symbol);
    ModuleEvidence unaware = covered;
    // An eighth of the code's area, in its lower half.
    for (int y = 25; y < 38; ++y) {
        for (int x = 13; x < 33; ++x) {
            covered.at(x, y) = 0.02F;
            unaware.at(x, y) = 1.0F;
        }
    }
    CHECK(read_evidence(covered) == test::slip_text);
    CHECK_FALSE(read_evidence(unaware).has_value());
}

TEST_CASE("fault_039_evidence_of_pure_noise_is_never_a_text") {
    SeededRandom random(7);
    for (int round = 0; round < 200; ++round) {
        ModuleEvidence noise(45);
        for (int y = 0; y < 45; ++y) {
            for (int x = 0; x < 45; ++x) noise.at(x, y) = static_cast<float>(random.unit() * 2 - 1);
        }
        CHECK_FALSE(read_evidence(noise).has_value());
    }
}

TEST_CASE("fault_039_damage_grows_until_nothing_is_read_and_nothing_wrong_is_read_on_the_way") {
    const auto symbol = encode_qr(test::slip_text, QrLevel::medium);
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        SeededRandom random(seed);
        ModuleEvidence evidence = sure_of(*symbol);
        for (int damage = 0; damage < 1'000; damage += 50) {
            for (int i = 0; i < 50; ++i) {
                float& module =
                    evidence.at(static_cast<int>(random.below(45)), static_cast<int>(random.below(45)));
                module = static_cast<float>(random.unit() * 2 - 1);
            }
            const auto text = read_evidence(evidence);
            if (text) CHECK(*text == test::slip_text);
        }
    }
}

}  // namespace
}  // namespace baodao
