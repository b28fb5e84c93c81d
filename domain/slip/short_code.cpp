// SPDX-License-Identifier: MIT
#include "domain/slip/short_code.hpp"

#include <array>

#include "domain/slip/base32.hpp"

namespace baodao {

namespace {

// The characters are elements of GF(32) with x⁵ + x² + 1. A code is right when Σ αⁱ·cᵢ = 0, α = x, i = 0
// for the check character on the right. αⁱ is never 0, so one wrong character shows; α^i ≠ α^j for all
// places of a code this short, so two that changed places show too.
constexpr std::size_t serial_characters = short_code_characters - 1;
static_assert(short_code_characters < 32, "the powers of α repeat after 31 places");

using Characters = std::array<int, short_code_characters>;  // values 0 to 31, from the left

constexpr int times_alpha(int element) {
    const int doubled = element << 1;
    return (doubled & 32) != 0 ? doubled ^ 0b100101 : doubled;
}

// Σ αⁱ·cᵢ by Horner's rule, from the left.
int checksum(const Characters& characters) {
    int sum = 0;
    for (const int character : characters) sum = times_alpha(sum) ^ character;
    return sum;
}

// The character that somebody meant, 0 to 31; -1 for none.
int meant(char typed) {
    if (typed >= 'a' && typed <= 'z') typed = static_cast<char>(typed - 'a' + 'A');
    if (typed == 'O') return 0;
    if (typed == 'I' || typed == 'L') return 1;
    return base32_value(typed);
}

}  // namespace

std::string short_code(SlipSerial serial) {
    Characters characters{};
    std::uint64_t rest = serial.value;
    for (std::size_t i = serial_characters; i-- > 0; rest >>= 5) characters[i] = static_cast<int>(rest & 31);
    characters[serial_characters] = checksum(characters);
    std::string text;
    for (std::size_t i = 0; i < characters.size(); ++i) {
        if (i > 0 && i % 4 == 0) text += ' ';
        text += base32_alphabet[static_cast<std::size_t>(characters[i])];
    }
    return text;
}

std::optional<SlipSerial> parse_short_code(std::string_view typed) {
    Characters characters{};
    std::size_t count = 0;
    for (const char character : typed) {
        if (character == ' ' || character == '-') continue;
        const int value = meant(character);
        if (value < 0 || count == characters.size()) return std::nullopt;
        characters[count++] = value;
    }
    constexpr int first_character_max = 15;  // 13 characters hold 65 bits, a serial has 64
    if (count != characters.size() || characters[0] > first_character_max || checksum(characters) != 0) {
        return std::nullopt;
    }
    SlipSerial serial;
    for (std::size_t i = 0; i < serial_characters; ++i) {
        serial.value = serial.value << 5 | static_cast<std::uint64_t>(characters[i]);
    }
    return serial;
}

}  // namespace baodao
