// SPDX-License-Identifier: MIT
#include "domain/qr/reed_solomon.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace baodao {
namespace {

using Byte = std::uint8_t;
using Polynomial = std::vector<Byte>;  // lowest power first

struct Field {
    std::array<Byte, 512> power{};
    std::array<int, 256> log{};

    constexpr Field() {
        unsigned value = 1;
        for (unsigned i = 0; i < 255; ++i) {
            power[i] = power[i + 255] = static_cast<Byte>(value);
            log[value] = static_cast<int>(i);
            value <<= 1U;
            if (value > 255) value ^= 0x11DU;
        }
    }
    [[nodiscard]] constexpr Byte times(Byte a, Byte b) const {
        if (a == 0 || b == 0) return 0;
        return power[static_cast<std::size_t>(log[a] + log[b])];
    }
    [[nodiscard]] constexpr Byte over(Byte a, Byte b) const {  // b is never 0
        if (a == 0) return 0;
        return power[static_cast<std::size_t>(log[a] + 255 - log[b])];
    }
};
constexpr Field field;

Byte value_at(const Polynomial& p, Byte x) {
    Byte sum = 0;
    for (std::size_t i = p.size(); i-- > 0;) sum = static_cast<Byte>(field.times(sum, x) ^ p[i]);
    return sum;
}

Polynomial product(const Polynomial& a, const Polynomial& b, std::size_t size_max) {
    Polynomial out(std::min(a.size() + b.size() - 1, size_max), 0);
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size() && i + j < out.size(); ++j) {
            out[i + j] = static_cast<Byte>(out[i + j] ^ field.times(a[i], b[j]));
        }
    }
    return out;
}

Polynomial syndromes_of(std::span<const Byte> word, std::size_t check) {
    Polynomial syndromes(check);
    for (std::size_t i = 0; i < check; ++i) {
        Byte sum = 0;
        for (const Byte byte : word) sum = static_cast<Byte>(field.times(sum, field.power[i]) ^ byte);
        syndromes[i] = sum;
    }
    return syndromes;
}

// The power of α that stands for a position.
Byte locator(std::size_t word_size, std::size_t position) {
    return field.power[word_size - 1 - position];
}

// Berlekamp–Massey that begins with the erasures' own locator polynomial.
Polynomial find_locators(const Polynomial& syndromes, const Polynomial& erasure_locators) {
    const std::size_t erased = erasure_locators.size() - 1;
    Polynomial current = erasure_locators;
    Polynomial previous = erasure_locators;
    std::size_t errors = 0;
    Byte previous_gap = 1;
    std::size_t shift = 1;
    for (std::size_t step = erased; step < syndromes.size(); ++step) {
        Byte gap = 0;
        for (std::size_t i = 0; i < current.size() && i <= step; ++i) {
            gap = static_cast<Byte>(gap ^ field.times(current[i], syndromes[step - i]));
        }
        if (gap == 0) {
            ++shift;
            continue;
        }
        const Polynomial before = current;
        const Byte factor = field.over(gap, previous_gap);
        if (current.size() < previous.size() + shift) current.resize(previous.size() + shift, 0);
        for (std::size_t i = 0; i < previous.size(); ++i) {
            current[i + shift] = static_cast<Byte>(current[i + shift] ^ field.times(factor, previous[i]));
        }
        if (2 * errors <= step - erased) {
            errors = step - erased + 1 - errors;
            previous = before;
            previous_gap = gap;
            shift = 1;
        } else {
            ++shift;
        }
    }
    while (current.size() > 1 && current.back() == 0) current.pop_back();
    return current;
}

}  // namespace

bool repair_word(std::span<Byte> word, std::size_t check, std::span<const std::size_t> erased,
                 std::size_t spare) {
    if (check == 0 || word.size() <= check || word.size() > 255 || erased.size() + spare > check)
        return false;
    const Polynomial syndromes = syndromes_of(word, check);
    if (std::all_of(syndromes.begin(), syndromes.end(), [](Byte s) { return s == 0; })) return true;

    Polynomial erasure_locators{1};
    for (const std::size_t position : erased) {
        erasure_locators = product(erasure_locators, {1, locator(word.size(), position)}, check + 1);
    }
    const Polynomial locators = find_locators(syndromes, erasure_locators);
    const std::size_t found = locators.size() - 1;
    if (found < erased.size() || 2 * (found - erased.size()) + erased.size() + spare > check) return false;

    const Polynomial evaluator = product(syndromes, locators, check);
    Polynomial slope(locators.size(), 0);  // the formal derivative: odd powers only
    for (std::size_t i = 1; i < locators.size(); i += 2) slope[i - 1] = locators[i];

    std::vector<Byte> repaired(word.begin(), word.end());
    std::size_t roots = 0;
    for (std::size_t position = 0; position < word.size(); ++position) {
        const Byte x = locator(word.size(), position);
        const Byte inverse = field.over(1, x);
        if (value_at(locators, inverse) != 0) continue;
        ++roots;
        const Byte steepness = value_at(slope, inverse);
        if (steepness == 0) return false;
        const Byte magnitude = field.times(x, field.over(value_at(evaluator, inverse), steepness));
        repaired[position] = static_cast<Byte>(repaired[position] ^ magnitude);
    }
    if (roots != found) return false;
    const Polynomial left = syndromes_of(repaired, check);
    if (std::any_of(left.begin(), left.end(), [](Byte s) { return s != 0; })) return false;
    std::copy(repaired.begin(), repaired.end(), word.begin());
    return true;
}

}  // namespace baodao
