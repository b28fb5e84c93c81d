// SPDX-License-Identifier: MIT
#include "sync/core/back_off.hpp"

#include <algorithm>

namespace baodao {

namespace {

constexpr std::int64_t asked_s_max = 24 * 3'600;  // a longer "Retry-After" is a mistake

}  // namespace

std::int64_t BackOff::next_ms(Random& random, std::optional<std::int64_t> retry_after_s) {
    failures_ = std::min(failures_ + 1, failures_max);
    const std::int64_t most = std::min(back_off_ms_max, back_off_ms_min << failures_);
    const auto drawn = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(most)));
    const std::int64_t wait = std::max(back_off_ms_min, drawn);
    if (!retry_after_s) return wait;
    // A little later than asked for, each kiosk by another little.
    const std::int64_t asked = std::clamp<std::int64_t>(*retry_after_s, 0, asked_s_max) * 1000;
    return std::max(
        wait, asked + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(asked / 5 + 1))));
}

}  // namespace baodao
