// SPDX-License-Identifier: MIT
#include "kiosk/app/stamp.hpp"

#include <algorithm>

namespace baodao {

Stamp::Stamp(const Clock& clock, ClockTrust trust, UtcMillis built, std::optional<UtcMillis> last_event)
    : clock_(clock), trust_(trust), history_{built, clock.now(), last_event, std::nullopt} {}

Moment Stamp::moment() const {
    const ClockReading reading = clock_.now();
    if (trust_ == ClockTrust::as_told) {
        return {{reading.wall, reading.mono, reading.boot, 0, 0, Confidence::confirmed}, ClockDoubt::none};
    }
    const ClockJudgement judged = judge_clock(reading, history_);
    return {
        {reading.wall, reading.mono, reading.boot, judged.offset_ms, judged.offset_age_ms, judged.confidence},
        judged.doubt};
}

void Stamp::written(const EventTime& time) {
    // A time that nobody believes is no measure for the ones after it.
    if (time.confidence == Confidence::doubtful) return;
    history_.last_event = std::max(history_.last_event.value_or(time.estimated()), time.estimated());
}

}  // namespace baodao
