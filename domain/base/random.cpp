// SPDX-License-Identifier: MIT
#include "domain/base/random.hpp"

#include "domain/base/check.hpp"

namespace baodao {

std::uint64_t Random::next_u64() {
    std::uint8_t bytes[8];
    fill(bytes);
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes) value = value << 8 | byte;
    return value;
}

std::uint64_t Random::below(std::uint64_t bound) {
    BAODAO_CHECK(bound > 0);
    // The values under this limit are a whole number of rounds, so none is favoured.
    const std::uint64_t limit = UINT64_MAX - UINT64_MAX % bound;
    std::uint64_t value = next_u64();
    while (value >= limit) value = next_u64();
    return value % bound;
}

double Random::unit() {
    return static_cast<double>(next_u64() >> 11) * 0x1.0p-53;
}

std::uint64_t SeededRandom::step() {
    state_ += 0x9E3779B97F4A7C15u;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

void SeededRandom::fill(std::span<std::uint8_t> out) {
    std::uint64_t word = 0;
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (i % 8 == 0) word = step();
        out[i] = static_cast<std::uint8_t>(word >> (i % 8 * 8));
    }
}

}  // namespace baodao
