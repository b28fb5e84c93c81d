// SPDX-License-Identifier: MIT
// Puts the time on events: both clocks, the best estimate, and how far it can be believed.
#pragma once

#include <optional>

#include "domain/base/clock.hpp"
#include "domain/service/clock_judge.hpp"
#include "domain/service/decide.hpp"

namespace baodao {

enum class ClockTrust {
    judged,   // as judge_clock says
    as_told,  // test data whose time is given on the command line: one trusted boot, whatever it says
};

// One reading, judged.
struct Moment {
    EventTime time;  // for the event
    ClockDoubt doubt = ClockDoubt::none;
    [[nodiscard]] Now now() const { return {time.estimated(), time.mono, time.boot, time.confidence}; }
};

// Not thread-safe; belongs to the desk.
class Stamp {
  public:
    // `last_event`: estimated time of the newest event of this log, when there is one.
    Stamp(const Clock& clock, ClockTrust trust, UtcMillis built, std::optional<UtcMillis> last_event);

    [[nodiscard]] Moment moment() const;
    // An event of that time was made durable: later readings are held against it.
    void written(const EventTime& time);
    // Headquarters' clock was seen; a judgement stands on the newest that was.
    void observed(const HqObservation& observation) { history_.hq = observation; }
    [[nodiscard]] const std::optional<HqObservation>& observation() const { return history_.hq; }
    // Of this boot, now.
    [[nodiscard]] ClockReading reading() const { return clock_.now(); }

  private:
    const Clock& clock_;
    ClockTrust trust_;
    ClockHistory history_;
};

}  // namespace baodao
