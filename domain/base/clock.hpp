// SPDX-License-Identifier: MIT
// The outside world's time, passed in: nothing in domain/ or kiosk/ asks the
// system what time it is.
#pragma once

#include "domain/base/ids.hpp"
#include "domain/base/time.hpp"

namespace baodao {

// One reading of both clocks, taken together.
struct ClockReading {
    UtcMillis wall;
    MonoMillis mono;
    BootId boot;
};

class Clock {
  public:
    virtual ~Clock() = default;
    // Thread-safe.
    [[nodiscard]] virtual ClockReading now() const = 0;
};

// A clock that stands where it is put; for tests and for the desk on test data.
class ManualClock final : public Clock {
  public:
    explicit ManualClock(ClockReading reading) : reading_(reading) {}
    [[nodiscard]] ClockReading now() const override { return reading_; }

    void set(ClockReading reading) { reading_ = reading; }
    // Both clocks go on together.
    void advance(std::int64_t ms);
    // Only the wall clock jumps: somebody set it, or the network did.
    void step_wall(std::int64_t ms);
    // The machine was restarted: another boot, the monotonic clock begins anew.
    void reboot(BootId boot, std::int64_t off_ms);

  private:
    ClockReading reading_;
};

}  // namespace baodao
