// SPDX-License-Identifier: MIT
// The tones of the kiosk, computed: told apart by rhythm first and by pitch second, none longer than 0.7 s.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/app/effect.hpp"

namespace baodao {

inline constexpr int sound_rate = 48'000;  // samples a second, one channel

using Samples = std::vector<std::int16_t>;  // mono, at sound_rate

[[nodiscard]] Samples tone_of(Sound sound);

// Softer or silent: `percent` of the full loudness, 0 to 100.
void set_loudness(Samples& samples, int percent);

}  // namespace baodao
