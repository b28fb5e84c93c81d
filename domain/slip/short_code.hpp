// SPDX-License-Identifier: MIT
// The short code below the QR code: a slip's serial for eyes and fingers, to type when the code is torn.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "domain/base/ids.hpp"

namespace baodao {

inline constexpr std::size_t short_code_characters = 14;  // 13 of the serial and 1 check character

// "4W0H R379 1A3E 6H": Base32 letters and digits in groups of 4 4 4 2.
[[nodiscard]] std::string short_code(SlipSerial serial);

// As people type it: any case, spaces and hyphens anywhere, O for 0, I and L for 1. nullopt when the
// number of characters is wrong or the check character does not fit; it catches every single wrong
// character and every two that changed places.
[[nodiscard]] std::optional<SlipSerial> parse_short_code(std::string_view typed);

}  // namespace baodao
