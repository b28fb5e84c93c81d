// SPDX-License-Identifier: MIT
// The fold of one person: a set of events becomes slips, registration, services. Pure; order of
// arrival and repeats make no difference. Thread-compatible: no state of its own.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "domain/event/kinds_member.hpp"
#include "domain/event/kinds_subjects.hpp"
#include "domain/service/account.hpp"
#include "domain/service/community_state.hpp"
#include "domain/service/outcome.hpp"

namespace baodao {

enum class Resolution { waiting, accepted, refused };

// The last event that a scan of this slip made, on whose boot's monotonic clock.
struct Sighting {
    EventId event;
    std::string kind;
    UtcMillis at;  // estimated, corrected
    MonoMillis mono;
    BootId boot;
    OriginId origin;
};

struct SlipState {
    SlipSerial serial;
    std::optional<SlipIssued> issued;
    std::optional<UtcMillis> revoked;  // when; the earliest revocation holds
    std::string revoked_why;
    std::optional<ParkReason> parked;  // by the first scan that was parked; see `resolution`
    Resolution resolution = Resolution::waiting;
    std::string refused_why;
    std::optional<Sighting> last_seen;

    // Recorded, but its figures wait for HQ.
    [[nodiscard]] bool waits() const { return parked && resolution == Resolution::waiting; }
};

struct Registration {
    EventId event;
    SlipSerial serial;
    std::string number;   // 枫林A-0195
    UtcMillis at;         // estimated, corrected
    bool parked = false;  // waits for HQ
};

struct Excuse {
    HalfYear half;
    std::string reason;
};

// Left the roll of this community: closed, or transferred to another one.
struct Leaving {
    LocalDate day;
    std::string reason;                // of a closing
    std::optional<CommunityId> moved;  // of a transfer
};

struct Opening {
    EventId event;
    BalanceOpening balance;
};

struct PersonState {
    std::uint64_t key = 0;           // smallest member number of the class, else smallest serial
    std::set<MemberNumber> members;  // all numbers of this person; joined records have several
    std::map<SlipSerial, SlipState> slips;
    std::optional<Registration> registered;  // with this community; the earliest that was not refused
    bool listed = false;                     // on a roster of this community
    std::optional<LocalDate> on_roll_since;  // earliest of roster and registration
    std::optional<AgencyId> agency;
    std::vector<Excuse> excused;
    std::optional<Leaving> left;
    std::vector<Opening> openings;
    std::vector<Service> services;  // by start; voided and refused ones included, with marks
    UtcOffset offset;               // the community's

    // nullptr: never seen, issued or revoked.
    [[nodiscard]] const SlipState* slip(SlipSerial serial) const;
    // The service that a scan at `now` would close; nullptr when none is open.
    [[nodiscard]] const Service* open_service() const;
    // The newest service that waits for its end to be confirmed.
    [[nodiscard]] const Service* forgotten_service() const;
};

// Until when a scan closes a service that began at `started` (04:00 local after it, or two hours
// after the planned end if that is later).
[[nodiscard]] UtcMillis closing_limit(UtcMillis started, const Activity* activity, const Rules& rules,
                                      UtcOffset offset);

// What other people's records say; only for proposals, never for credit.
struct FoldHints {
    std::map<ActivityId, UtcMillis> team_ends;  // when most of the team signed out
};

// Folds those of `entries` that are about the person whom `subject` (serial or member number)
// names; others may be among them (records that were joined and parted again). `now` tells an
// open service from a forgotten one, nothing else.
[[nodiscard]] PersonState fold_person(std::uint64_t subject, std::span<const Entry> entries,
                                      const CommunityState& community, UtcMillis now,
                                      const FoldHints& hints = {});

}  // namespace baodao
