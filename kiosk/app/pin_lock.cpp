// SPDX-License-Identifier: MIT
#include "kiosk/app/pin_lock.hpp"

#include <algorithm>

namespace baodao {

std::int64_t lock_left(const PinLock& lock, const ClockReading& now) {
    if (lock.left_ms <= 0) return 0;
    const bool comparable = now.boot == lock.boot && now.mono >= lock.read_at;
    const std::int64_t passed = comparable ? now.mono - lock.read_at : 0;
    return std::clamp<std::int64_t>(lock.left_ms - passed, 0, pin_lock_ms);
}

PinLock counted(const PinLock& lock, const ClockReading& now) {
    const bool lock_is_over = lock.left_ms > 0;
    const int tries = lock_is_over ? 1 : lock.tries + 1;
    return {tries, tries >= pin_tries_max ? pin_lock_ms : 0, now.boot, now.mono};
}

PinLock as_of(const PinLock& lock, const ClockReading& now) {
    const std::int64_t left = lock_left(lock, now);
    return {left == 0 && lock.left_ms > 0 ? 0 : lock.tries, left, now.boot, now.mono};
}

PinLock locked_from(const ClockReading& now) {
    return {pin_tries_max, pin_lock_ms, now.boot, now.mono};
}

}  // namespace baodao
