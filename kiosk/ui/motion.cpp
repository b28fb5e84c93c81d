// SPDX-License-Identifier: MIT
#include "kiosk/ui/motion.hpp"

#include <algorithm>

namespace baodao {
namespace {

// Fast first, gently at the end.
float eased(std::int64_t elapsed, std::int64_t length) {
    const float rest = 1 - std::clamp(static_cast<float>(elapsed) / static_cast<float>(length), 0.0f, 1.0f);
    return 1 - rest * rest;
}

}  // namespace

MotionPhase Motion::phase(std::string_view screen, MonoMillis now, bool still) {
    const bool first = screen_.empty();
    if (screen != screen_) {
        screen_ = screen;
        since_ = first ? std::nullopt : std::optional(now);
    }
    if (still) since_.reset();
    next_.reset();
    if (!since_) return {};
    // The first frame of a movement is one step on its way: a still picture says nothing new.
    const std::int64_t elapsed = now - *since_ + motion_step_ms;
    const MotionPhase phase{eased(elapsed, fade_ms), eased(elapsed, enter_ms), eased(elapsed, fill_ms)};
    if (phase.moving()) next_ = MonoMillis{now.value + motion_step_ms};
    return phase;
}

}  // namespace baodao
