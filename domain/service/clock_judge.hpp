// SPDX-License-Identifier: MIT
// How far the machine's clock can be believed (faults 74, 75). Doubtful times are recorded and
// flagged, never refused; minutes inside one boot come from the monotonic clock anyway.
#pragma once

#include <optional>
#include <string_view>

#include "domain/base/clock.hpp"
#include "domain/event/event.hpp"

namespace baodao {

enum class ClockDoubt {
    none,
    before_build,       // earlier than this program was made: 1970, a dead battery
    beyond_life,        // further ahead than a program is kept in use: 2038, 2100
    before_last_event,  // earlier than what was recorded already
    far_after_last,     // much later than what was recorded last (a year)
    stepped,            // moved against the monotonic clock inside this boot
    off_from_hq,        // HQ's time says otherwise
};

// What HQ's time was, last.
struct HqObservation {
    ClockReading reading;        // of this machine at that moment
    std::int64_t offset_ms = 0;  // HQ's time minus the wall
};

struct ClockHistory {
    UtcMillis built;                          // when this program was made
    std::optional<ClockReading> boot_anchor;  // the first reading of this boot
    std::optional<UtcMillis> last_event;      // estimated time of the newest event of this log
    std::optional<HqObservation> hq;
};

struct ClockJudgement {
    Confidence confidence = Confidence::free_running;
    ClockDoubt doubt = ClockDoubt::none;
    std::int64_t offset_ms = 0;       // for EventTime: add to the wall for the best estimate
    std::int64_t offset_age_ms = -1;  // for EventTime
};

[[nodiscard]] ClockJudgement judge_clock(const ClockReading& reading, const ClockHistory& history);
[[nodiscard]] std::string_view token(ClockDoubt doubt);

}  // namespace baodao
