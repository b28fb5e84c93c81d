// SPDX-License-Identifier: MIT
// Crockford's Base32: 0–9 A–Z without I L O U; five bits a character, high bits first.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/slip/crypto.hpp"

namespace baodao {

inline constexpr std::string_view base32_alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

// 0 to 31, or -1 for a character outside the alphabet. Upper case only.
[[nodiscard]] int base32_value(char character);

[[nodiscard]] constexpr std::size_t base32_length(std::size_t byte_count) {
    return (byte_count * 8 + 4) / 5;
}

// No padding; the bits left over in the last character are zero.
[[nodiscard]] std::string encode_base32(ByteSpan bytes);

// nullopt for a character outside the alphabet. Bits beyond the last whole byte are dropped: who wants
// only the canonical spelling encodes again and compares.
[[nodiscard]] std::optional<ByteVector> decode_base32(std::string_view text);

}  // namespace baodao
