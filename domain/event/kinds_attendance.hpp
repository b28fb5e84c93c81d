// SPDX-License-Identifier: MIT
// Bodies of attendance. The activity, if any, stands in the envelope. What corrects
// another event names it and also the person, so that the person's index finds it.
#pragma once

#include "domain/event/kinds_body.hpp"

namespace baodao {

struct AttendanceIn {
    static constexpr std::string_view kind = kinds::attendance_in;
    SlipSerial serial;
    std::string parked;  // token of the reason, empty: not parked
};

struct AttendanceOut {
    static constexpr std::string_view kind = kinds::attendance_out;
    SlipSerial serial;
    std::string parked;
    bool confirmed_short = false;  // she was asked and said yes
};

// 补录: a service away from the window, from a signed sheet (decision 11).
struct AttendanceRecorded {
    static constexpr std::string_view kind = kinds::attendance_recorded;
    PersonRef who;
    UtcMillis start;
    UtcMillis end;
    std::string sheet;   // number of the signed sheet
    std::string reason;  // code, an open list
};

// The cadre confirms the end of a forgotten sign-out (补记, decision 2).
struct AttendanceConfirmed {
    static constexpr std::string_view kind = kinds::attendance_confirmed;
    PersonRef who;
    EventId event;  // any event of the service
    UtcMillis end;
};

// 更正: other times, or the activity of an unplanned service. Absent fields stay as they are.
struct AttendanceAmended {
    static constexpr std::string_view kind = kinds::attendance_amended;
    PersonRef who;
    EventId event;
    std::optional<UtcMillis> start;
    std::optional<UtcMillis> end;
    std::optional<ActivityId> activity;
    std::string reason;
};

// 扫错，未计入: takes back one sign-in, sign-out, back entry, or an earlier correction.
struct AttendanceVoided {
    static constexpr std::string_view kind = kinds::attendance_voided;
    PersonRef who;
    EventId event;
    std::string reason;
};

// The member objects (decision 2): to what she scanned at any time, to a word of staff for 30 days. Changes
// no figure: it asks for a person. The times are those that she remembers.
struct AttendanceDisputed {
    static constexpr std::string_view kind = kinds::attendance_disputed;
    PersonRef who;
    EventId event;
    std::string reason;
    std::optional<UtcMillis> start;
    std::optional<UtcMillis> end;
};

// The town's reviewer on a correction made after its day was final (decision 12), or the cadre on an
// objection: `event` is the correction or the objection.
struct ConflictResolved {
    static constexpr std::string_view kind = kinds::conflict_resolved;
    PersonRef who;
    EventId event;
    bool accepted = false;
    std::string reason;
};

}  // namespace baodao
