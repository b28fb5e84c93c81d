// SPDX-License-Identifier: MIT
// Internal to domain/service: sign-ins and sign-outs become stretches of presence.
#pragma once

#include <optional>
#include <vector>

#include "domain/service/community_state.hpp"
#include "domain/service/corrections.hpp"
#include "domain/service/facts.hpp"

namespace baodao {

// One sign-in or sign-out by a scan, ready to be paired.
struct Scan {
    enum class Way { in, out };
    Way way;
    EventId id;
    UtcMillis at;
    SlipSerial serial;
    std::optional<ActivityId> activity;
    bool waits = false;     // by a slip that HQ has not resolved
    bool doubtful = false;  // its clock was
    bool late = false;      // after the slip was revoked
};

// From one sign-in to its sign-out.
struct Stretch {
    std::optional<EventId> in;
    std::optional<EventId> out;
    std::vector<EventId> events;  // all of it, in and out and repeats, by time
    SlipSerial serial;            // of the scan that began it
    std::optional<ActivityId> activity;
    std::optional<UtcMillis> start;  // absent: a sign-out alone
    std::optional<UtcMillis> end;    // absent: open, or forgotten
    UtcMillis limit;                 // until then a scan signs out
    UtcMillis last_seen;
    bool waits = false;
    bool doubtful = false;
    bool late = false;
    bool back_entry = false;
    bool voided = false;
    bool refused = false;
    bool start_given = false;  // amended: the cadre's word, not cut at the planned start
    bool end_confirmed = false;
};

// A stretch longer than this was not one: its end is passed over and asked for again.
inline constexpr std::int64_t stretch_ms_max = 7 * ms_per_day;

// Pairs scans (by time; none of them voided). The earliest sign-in opens, further ones are
// repeats; a sign-out closes everything that is open (she leaves), but for what staff ended before. A second
// sign-out from the same planned activity counts, the plan bounds it; elsewhere it is kept and changes
// nothing. A sign-out that finds nothing stands alone and waits for the other window's sign-in.
[[nodiscard]] std::vector<Stretch> pair_scans(const std::vector<Scan>& scans, const CommunityState& community,
                                              const Corrections& corrections);

}  // namespace baodao
