// SPDX-License-Identifier: MIT
// Counts tries at a short secret: five wrong ones lock for five minutes. A lock runs down by the monotonic
// clock of one boot only; what a restart or a changed wall clock might hide is waited for again. Pure:
// whoever keeps it writes it to disk before the try is checked (fault 84).
#pragma once

#include <cstdint>

#include "domain/base/clock.hpp"

namespace baodao {

inline constexpr int pin_tries_max = 5;
inline constexpr std::int64_t pin_lock_ms = 5 * ms_per_minute;

struct PinLock {
    int tries = 0;             // since the last right one, or since the last lock ended
    std::int64_t left_ms = 0;  // of the lock, when the clock below was read
    BootId boot;
    MonoMillis read_at;
    friend bool operator==(const PinLock&, const PinLock&) = default;
};

// What of the lock is left now; 0: not locked.
[[nodiscard]] std::int64_t lock_left(const PinLock& lock, const ClockReading& now);
// A try is about to be checked. The fifth locks at once, so that being killed now helps nobody; a right one
// lifts it. Not to be called while locked.
[[nodiscard]] PinLock counted(const PinLock& lock, const ClockReading& now);
// The same lock with its time measured up to now: noted now and then, so that a restart costs little.
[[nodiscard]] PinLock as_of(const PinLock& lock, const ClockReading& now);
// A whole lock from now: what cannot be read counts as the worst.
[[nodiscard]] PinLock locked_from(const ClockReading& now);

}  // namespace baodao
