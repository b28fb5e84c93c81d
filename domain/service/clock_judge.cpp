// SPDX-License-Identifier: MIT
#include "domain/service/clock_judge.hpp"

#include <cstdlib>

#include "domain/base/check.hpp"

namespace baodao {

namespace {

constexpr std::int64_t ms_per_year = 365 * ms_per_day;
constexpr std::int64_t build_slack_ms = ms_per_day;        // a build machine in another time zone
constexpr std::int64_t life_ms = 10 * ms_per_year;         // no program is kept longer without an upgrade
constexpr std::int64_t back_slack_ms = ms_per_minute;      // small corrections are no news
constexpr std::int64_t gap_ms = ms_per_year - ms_per_day;  // no window stands unused for a year
constexpr std::int64_t step_ms = 30 * ms_per_second;       // more than any slewing of the clock
constexpr std::int64_t hq_trust_ms = 3 * ms_per_day;       // so long an observation of HQ's time is fresh

std::int64_t stepped_by(const ClockReading& from, const ClockReading& to) {
    return (to.wall - from.wall) - (to.mono - from.mono);
}

bool same_boot(const std::optional<ClockReading>& anchor, const ClockReading& reading) {
    return anchor && anchor->boot == reading.boot;
}

ClockDoubt doubt_about(UtcMillis estimate, const ClockHistory& history) {
    if (estimate < history.built - build_slack_ms) return ClockDoubt::before_build;
    if (estimate > history.built + life_ms) return ClockDoubt::beyond_life;
    if (history.last_event && estimate < *history.last_event - back_slack_ms) {
        return ClockDoubt::before_last_event;
    }
    if (history.last_event && estimate > *history.last_event + gap_ms) return ClockDoubt::far_after_last;
    return ClockDoubt::none;
}

// HQ's time carried on: by the monotonic clock inside the boot, by the wall from an earlier one.
ClockJudgement judge_by_hq(const ClockReading& reading, const HqObservation& hq) {
    ClockJudgement judgement;
    const bool this_boot = hq.reading.boot == reading.boot;
    judgement.offset_ms = hq.offset_ms - (this_boot ? stepped_by(hq.reading, reading) : 0);
    judgement.offset_age_ms = this_boot ? reading.mono - hq.reading.mono : reading.wall - hq.reading.wall;
    const bool fresh = judgement.offset_age_ms >= 0 && judgement.offset_age_ms <= hq_trust_ms;
    if (this_boot && fresh) judgement.confidence = Confidence::confirmed;
    if (std::abs(judgement.offset_ms) > step_ms) judgement.doubt = ClockDoubt::off_from_hq;
    return judgement;
}

}  // namespace

ClockJudgement judge_clock(const ClockReading& reading, const ClockHistory& history) {
    ClockJudgement judgement;
    if (history.hq) {
        judgement = judge_by_hq(reading, *history.hq);
        if (judgement.confidence == Confidence::confirmed) return judgement;
    } else if (same_boot(history.boot_anchor, reading)) {
        const std::int64_t step = stepped_by(*history.boot_anchor, reading);
        if (std::abs(step) > step_ms) {
            // Which of the two was right is not known: stay with the boot, so that order and
            // durations hold, and say that it is doubtful.
            judgement.offset_ms = -step;
            judgement.doubt = ClockDoubt::stepped;
        }
    }
    const ClockDoubt implausible = doubt_about(reading.wall + judgement.offset_ms, history);
    if (implausible != ClockDoubt::none) judgement.doubt = implausible;
    if (judgement.doubt != ClockDoubt::none) judgement.confidence = Confidence::doubtful;
    return judgement;
}

std::string_view token(ClockDoubt doubt) {
    switch (doubt) {
        case ClockDoubt::none:
            return "none";
        case ClockDoubt::before_build:
            return "before_build";
        case ClockDoubt::beyond_life:
            return "beyond_life";
        case ClockDoubt::before_last_event:
            return "before_last_event";
        case ClockDoubt::far_after_last:
            return "far_after_last";
        case ClockDoubt::stepped:
            return "stepped";
        case ClockDoubt::off_from_hq:
            return "off_from_hq";
    }
    BAODAO_CHECK(!"every doubt has a token");
    return {};
}

}  // namespace baodao
