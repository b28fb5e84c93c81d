// SPDX-License-Identifier: MIT
// One scan, decided: slip, person, community, rules and now give one of a closed list of outcomes
// and the events to append. Pure. Nothing may be shown as done before the append returned.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/service/person.hpp"
#include "domain/service/recent.hpp"
#include "domain/slip/slip.hpp"

namespace baodao {

// A well-formed slip as the desk sees it. Altered, foreign and unreadable texts never get here.
struct DeskSlip {
    SlipSerial serial;
    CommunityId community;
    AgencyId agency;
    LocalDate first;  // the dates limit the first registration only (decision 7)
    LocalDate last;
    SlipPurpose purpose = SlipPurpose::registration;
    bool key_known = true;  // false: well-formed, its key is unknown here; parked, never refused
};

struct DeskScan {
    DeskSlip slip;
    std::optional<RecentAnswer> recent;  // RecentSightings::see; empty for a follow-up by touch

    // What a touch on the last answer added; a bare scan has none of these.
    bool confirmed = false;            // 要签退, after confirm_short
    bool sign_in_now = false;          // 现在就签到, after registered
    bool chose = false;                // after choose_activity: `choice`, or empty for 未列入计划
    std::optional<ActivityId> choice;  //

    // The device stands at this activity: a sign-in there is to it, and asks nothing.
    std::optional<ActivityId> at_event;

    // The next free registration numbers of this terminal (decision 13).
    std::string number;         // 枫林A-0195
    std::string parked_number;  // 枫林A-待核 0042
};

struct Now {
    UtcMillis at;  // best estimate
    MonoMillis mono;
    BootId boot;
    Confidence confidence = Confidence::confirmed;  // in that estimate
};

// An event to append: the caller adds times, actor and community.
struct EventDraft {
    std::string kind;
    std::string body;
    std::optional<ActivityId> activity;
};

struct Decision {
    Outcome outcome = Outcome::wrong_purpose;
    std::optional<ParkReason> park_reason;
    std::vector<EventDraft> events;      // to append together, all or none; empty: nothing is to be written
    UtcMillis at;                        // of this scan; for already_* of the first one
    std::string number;                  // registration number, new or old; empty when there is none
    std::optional<Service> service;      // closed, asked about, or running; as before the append
    std::optional<Service> forgotten;    // the older one that waits for its end
    std::optional<ActivityId> activity;  // of the service opened or closed
    std::vector<ActivityId> choices;     // for choose_activity
    std::optional<ActivityId> running;   // registered: the one activity that is on now
    bool parked = false;                 // the slip waits for HQ: signed in or out, marked 待核实
};

// `person` is fold_person(slip.serial, …, now.at).
[[nodiscard]] Decision decide(const DeskScan& scan, const PersonState& person,
                              const CommunityState& community, const Rules& rules, const Now& now);

}  // namespace baodao
