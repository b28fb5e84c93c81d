// SPDX-License-Identifier: MIT
#include "domain/slip/base32.hpp"

namespace baodao {

int base32_value(char character) {
    const std::size_t at = base32_alphabet.find(character);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

std::string encode_base32(ByteSpan bytes) {
    std::string text;
    text.reserve(base32_length(bytes.size()));
    std::uint32_t bits = 0;
    int held = 0;
    for (const std::uint8_t byte : bytes) {
        bits = bits << 8 | byte;
        for (held += 8; held >= 5; held -= 5) text += base32_alphabet[bits >> (held - 5) & 31];
    }
    if (held > 0) text += base32_alphabet[bits << (5 - held) & 31];
    return text;
}

std::optional<ByteVector> decode_base32(std::string_view text) {
    ByteVector bytes;
    bytes.reserve(text.size() * 5 / 8);
    std::uint32_t bits = 0;
    int held = 0;
    for (const char character : text) {
        const int value = base32_value(character);
        if (value < 0) return std::nullopt;
        bits = bits << 5 | static_cast<std::uint32_t>(value);
        held += 5;
        if (held >= 8) {
            held -= 8;
            bytes.push_back(static_cast<std::uint8_t>(bits >> held));
        }
    }
    return bytes;
}

}  // namespace baodao
