// SPDX-License-Identifier: MIT
// The window's PIN, and the one-time code that opens when it is forgotten (requirements §3.18). Six digits
// fall to a stolen file in hours, so a secret of the device is mixed in, and whoever checks counts each try
// first.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/base/result.hpp"
#include "domain/slip/crypto.hpp"

namespace baodao {

inline constexpr std::size_t pin_digits = 6;
inline constexpr std::size_t challenge_digits = 8;   // shown by the window, read to the town by telephone
inline constexpr std::size_t reset_code_digits = 8;  // read back

// What is kept of a PIN. Without the device's secret it says nothing.
struct PinMaterial {
    Salt salt;
    StretchCost cost;
    Hash hash;
    friend bool operator==(const PinMaterial&, const PinMaterial&) = default;
};

// Exactly so many decimal digits.
[[nodiscard]] bool is_digits(std::string_view text, std::size_t count);
// One digit only, a run upwards or downwards, or a pair repeated: tried first by everybody.
[[nodiscard]] bool is_easy_pin(std::string_view pin);

// bad_input: not six digits. Easy ones are the caller's to refuse.
[[nodiscard]] Result<PinMaterial> make_pin(std::string_view pin, const SecretKey& device, StretchCost cost,
                                           Random& random);
// Error full: no memory to check; nothing is known then.
[[nodiscard]] Result<bool> pin_holds(std::string_view pin, const PinMaterial& material,
                                     const SecretKey& device);

[[nodiscard]] std::string draw_challenge(Random& random);
// What the town answers to a challenge of this window; both hold `town`. The same on both sides, always.
[[nodiscard]] std::string reset_code(const SecretKey& town, CommunityId community,
                                     std::string_view challenge);

}  // namespace baodao
