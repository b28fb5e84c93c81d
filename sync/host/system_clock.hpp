// SPDX-License-Identifier: MIT
#pragma once

#include "domain/base/clock.hpp"

namespace baodao {

// The machine's own clocks: CLOCK_REALTIME, CLOCK_BOOTTIME (goes on while the machine sleeps)
// and the kernel's boot id. Thread-safe.
class SystemClock final : public Clock {
  public:
    // Where the kernel gives no boot id, one is drawn for this run: monotonic times of two runs
    // are then never compared, which is always safe.
    SystemClock();
    [[nodiscard]] ClockReading now() const override;

  private:
    BootId boot_;
};

}  // namespace baodao
