// SPDX-License-Identifier: MIT
// The desk's clock against headquarters' (faults 74, 75).
#include <cstdlib>

#include "domain/event/kinds_machine.hpp"
#include "domain/event/kinds_member.hpp"
#include "kiosk/app/desk.hpp"
#include "kiosk/app/drafts.hpp"

namespace baodao {

namespace {

// Headquarters is heard every half minute, each time a little late: what is held already stays, so that
// times of one boot keep their distances.
constexpr std::int64_t same_time_ms = 2'000;
constexpr std::int64_t refreshed_after_ms = 6 * 60 * ms_per_minute;
// A correction moves what was recorded; so much the fold bears without one.
constexpr std::int64_t corrected_from_ms = 30'000;

}  // namespace

void Desk::take_in(const Entry& entry) {
    take(entry);
    if (entry.id.origin != parts_.journal.origin()) return;
    // Our own, lost here and fetched back.
    if (const auto registered = body_of<MemberRegistered>(entry.event)) numbers_.given(registered->number);
}

// What headquarters' clock said earlier in this boot still holds after the program was started anew.
void Desk::remember_time(const Entry& entry) {
    if (entry.id.origin != parts_.journal.origin()) return;
    const auto observed = body_of<ClockObserved>(entry.event);
    if (!observed || entry.event.at.boot != stamp_.reading().boot) return;
    const EventTime& at = entry.event.at;
    stamp_.observed({{at.wall, at.mono, at.boot}, observed->offset_ms});
}

Status Desk::hear_time(const HqObservation& heard, std::int64_t round_trip_ms) {
    if (parts_.trust == ClockTrust::as_told) return {};
    const Moment before = stamp_.moment();
    const std::int64_t now_ms = heard.reading.mono - before.time.mono;
    // What this desk took for the time when headquarters was heard, against what it was.
    const std::int64_t off = heard.reading.wall + heard.offset_ms - (before.time.estimated() + now_ms);
    const auto& held = stamp_.observation();
    const bool of_this_boot = held && held->reading.boot == heard.reading.boot;
    const bool same = std::abs(off) <= same_time_ms + round_trip_ms / 2;
    const bool fresh = of_this_boot && heard.reading.mono - held->reading.mono < refreshed_after_ms;
    if (same && fresh) return {};
    stamp_.observed(heard);
    std::vector<Draft> drafts;
    drafts.push_back(draft_of(ClockObserved{heard.offset_ms, round_trip_ms}));
    if (std::abs(off) > corrected_from_ms) {
        drafts.push_back(draft_of(ClockCorrected{parts_.journal.origin(), heard.reading.boot,
                                                 heard.reading.wall, heard.reading.mono, heard.offset_ms}));
    }
    return note(std::move(drafts));
}

}  // namespace baodao
