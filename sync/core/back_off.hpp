// SPDX-License-Identifier: MIT
// How long to wait after a failure: drawn from an interval that doubles, so that ten thousand kiosks that
// lost headquarters together don't come back together (fault 69).
#pragma once

#include <cstdint>
#include <optional>

#include "domain/base/random.hpp"

namespace baodao {

inline constexpr std::int64_t back_off_ms_min = 1'000;  // never more than one attempt a second
inline constexpr std::int64_t back_off_ms_max = 300'000;

class BackOff {
  public:
    // `retry_after_s` as headquarters asked for: never sooner than that.
    [[nodiscard]] std::int64_t next_ms(Random& random, std::optional<std::int64_t> retry_after_s);
    // Failures that only a person can mend: straight to the longest interval.
    void give_up_hurry() { failures_ = failures_max; }
    void reset() { failures_ = 0; }

  private:
    static constexpr int failures_max = 9;  // 1 s · 2^9 is beyond back_off_ms_max
    int failures_ = 0;
};

}  // namespace baodao
