// SPDX-License-Identifier: MIT
// The picture's few movements, as numbers: one screen fades into the next, an outcome's panel comes in from
// the left, the year's bar fills once. Pure: time comes from the caller, and nothing loops.
#pragma once

#include <optional>
#include <string_view>

#include "domain/base/time.hpp"

namespace baodao {

inline constexpr std::int64_t fade_ms = 160;        // the screen before gives way
inline constexpr std::int64_t enter_ms = 200;       // the panel arrives
inline constexpr std::int64_t fill_ms = 600;        // the bar reaches its end
inline constexpr std::int64_t motion_step_ms = 16;  // between two frames of a movement

// Shares of the way, eased out; 1: arrived. As it stands by itself: nothing moves.
struct MotionPhase {
    float faded = 1;
    float entered = 1;
    float filled = 1;
    [[nodiscard]] bool moving() const { return faded < 1 || entered < 1 || filled < 1; }
};

class Motion {
  public:
    // Where the movements are on the frame that shows `screen` now. Another screen than before starts them
    // anew, the very first one starts none. `still`: reduced motion, everything has arrived at once.
    MotionPhase phase(std::string_view screen, MonoMillis now, bool still);
    // When the next frame is due; nothing: all have arrived.
    [[nodiscard]] std::optional<MonoMillis> next() const { return next_; }

  private:
    std::string_view screen_;  // a token, valid for ever
    std::optional<MonoMillis> since_;
    std::optional<MonoMillis> next_;
};

}  // namespace baodao
