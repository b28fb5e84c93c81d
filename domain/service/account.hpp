// SPDX-License-Identifier: MIT
// What the fold says about one person: services and the year's account. Derived
// from events every time, never stored as truth (decision 5).
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/event/event.hpp"

namespace baodao {

// What is to be said about a service besides its times; several may hold.
enum class Mark {
    open,             // running, or waiting for a sign-out
    forgotten,        // past the limit without a sign-out: waits for a confirmed end, adds 0 minutes
    unplanned,        // 未列入计划: no activity was on
    parked,           // 待核实: by a slip that HQ has not resolved; refused ones count nothing
    back_entry,       // 补录 by the cadre from a signed sheet
    amended,          // 更正
    confirmed,        // the end was 补记 by the cadre
    voided,           // 扫错，未计入
    disputed,         // the member objected
    pending_review,   // 待复核: changed after the day was final, second consent still out
    overlapping,      // some of its minutes are counted in another service
    doubtful_clock,   // times are flagged
    without_sign_in,  // a sign-out alone: waits for the other kiosk's sign-in
    refused,          // by a slip that HQ refused: kept, counts nothing
    after_revoking,   // scanned where the revocation had not arrived yet: kept, for staff to look at
};

// Credited minutes of one local day.
struct DayMinutes {
    LocalDate day;
    std::int64_t minutes = 0;
    friend bool operator==(const DayMinutes&, const DayMinutes&) = default;
};

// One attendance at one activity.
struct Service {
    std::optional<EventId> in;           // the event that opened it (or recorded it whole)
    std::optional<EventId> out;          // the event that closed it
    std::vector<EventId> others;         // repeats, confirmations, amendments: everything a figure rests on
    std::optional<ActivityId> activity;  //
    std::optional<UtcMillis> started;    // estimated, corrected time
    std::optional<UtcMillis> ended;      // absent while open or forgotten
    std::optional<UtcMillis> proposed_end;  // for a forgotten sign-out
    std::int64_t minutes = 0;               // credited: after union, floor and the planned-start rule
    std::vector<DayMinutes> days;           // the same minutes, cut at local midnights (decision 3)
    std::int64_t pending_minutes = 0;       // would be credited once HQ resolves the slip (待核实)
    bool counted = false;                   // one activity for policy R22
    std::set<Mark> marks;
    [[nodiscard]] bool has(Mark mark) const { return marks.contains(mark); }
};

// The state of one half-year's duty (policy R22: at least one activity).
enum class Duty {
    done,       //
    owed,       // still to come; never shown as a failing
    not_asked,  // 本期不作要求 (decision 10)
};

enum class NotAsked {
    no,          // it is asked, or done all the same
    short_roll,  // too few days on the roll
    excused,     // by the secretary, with a reason
    left,        // the roll of this community
};

struct HalfAccount {
    HalfYear half;
    std::int64_t count = 0;  // services credited in this half, opening balance included
    Duty duty = Duty::owed;
    NotAsked not_asked = NotAsked::no;  // why nothing is asked in this half
    LocalDate due;                      // last day of the half
    bool started = true;                // false: the half is still to come
};

// One calendar year of one person (policy R23: at least 600 minutes).
struct YearAccount {
    std::int32_t year = 0;
    std::int64_t minutes = 0;          // credited in the year, opening balance included
    std::int64_t opening_minutes = 0;  // 期初, from before Baodao (decision 9)
    std::string opening_source;        // 依据
    HalfAccount halves[2];
    Duty hours = Duty::owed;        // not_asked: the ten hours are a hint, not a debt
    std::int64_t owed_minutes = 0;  // 0 when done or not asked
    LocalDate due;                  // 31 December
    std::int64_t hint_minutes = 0;  // pro rata, for newcomers and the excused: 仅供参考
};

inline constexpr std::int64_t year_minutes_required = 600;  // policy R23
inline constexpr std::int64_t half_count_required = 1;      // policy R22

}  // namespace baodao
