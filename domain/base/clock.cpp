// SPDX-License-Identifier: MIT
#include "domain/base/clock.hpp"

namespace baodao {

void ManualClock::advance(std::int64_t ms) {
    reading_.wall.value += ms;
    reading_.mono.value += ms;
}

void ManualClock::step_wall(std::int64_t ms) {
    reading_.wall.value += ms;
}

void ManualClock::reboot(BootId boot, std::int64_t off_ms) {
    reading_.wall.value += off_ms;
    reading_.mono = {};
    reading_.boot = boot;
}

}  // namespace baodao
