// SPDX-License-Identifier: MIT
// Recorded words for an outcome: a folder into which the cadre drops WAV files named after the outcomes
// (signin.wav). Off unless a folder is set; a missing or unusable file means the tone alone.
#pragma once

#include <filesystem>

#include "domain/base/result.hpp"
#include "kiosk/devices/tones.hpp"

namespace baodao {

inline constexpr std::uintmax_t prompt_bytes_max = 300 * 1024;
inline constexpr double prompt_seconds_max = 2.5;

// Error not_found: none is recorded. bad_input: not WAV, not mono with 48,000 samples a second, or too long;
// the words say which, for the self-test.
[[nodiscard]] Result<Samples> read_prompt(const std::filesystem::path& folder, Sound sound);

}  // namespace baodao
