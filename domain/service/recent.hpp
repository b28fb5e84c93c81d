// SPDX-License-Identifier: MIT
// One scan out of a slip that is held up: the last sightings of slips on the monotonic clock.
// Not thread-safe; owned by whoever calls decide.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>

#include "domain/base/ids.hpp"
#include "domain/base/time.hpp"
#include "domain/service/outcome.hpp"

namespace baodao {

// What was answered when the slip was first held up.
struct RecentAnswer {
    Outcome outcome;
    std::optional<ParkReason> park_reason;
    UtcMillis at;  // of the first answer
};

class RecentSightings {
  public:
    static constexpr std::size_t slips_max = 64;  // more pass a window in five seconds only in tests

    // The first answer, if this slip was last seen less than `within_ms` ago; that sighting is now,
    // so a slip held up for a minute stays the same scan. Each slip has its own row: another slip
    // in between (A-B-A) changes nothing.
    [[nodiscard]] std::optional<RecentAnswer> see(SlipSerial serial, MonoMillis now, std::int64_t within_ms);
    // Call with what was answered, after it was made durable.
    void remember(SlipSerial serial, MonoMillis now, const RecentAnswer& answer);
    void clear() { rows_.clear(); }

  private:
    struct Row {
        SlipSerial serial;
        MonoMillis seen;
        RecentAnswer answer;
    };
    std::deque<Row> rows_;  // oldest sighting first
};

}  // namespace baodao
