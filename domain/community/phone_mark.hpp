// SPDX-License-Identifier: MIT
// What is kept of a phone number: a keyed hash of its last four digits, so that digits typed at the window
// can be told right from wrong, and nothing can be read off (requirements §4).
#pragma once

#include <string>
#include <string_view>

#include "domain/slip/crypto.hpp"

namespace baodao {

inline constexpr std::size_t phone_digits_kept = 4;

// Of a whole number or of its last digits; empty when there are fewer than four.
[[nodiscard]] std::string phone_mark(std::string_view phone, const SecretKey& community_key);

}  // namespace baodao
