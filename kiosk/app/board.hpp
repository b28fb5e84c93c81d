// SPDX-License-Identifier: MIT
// 今日看板: what the window cadre sees first (policy R42). Who is here, whose sign-out is missing, who asked
// for help, what waits and why. Plain data; made by the desk for staff only, so names are in full.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/event/kinds_body.hpp"

namespace baodao {

struct PresentPerson {
    std::string name;
    std::string agency;
    UtcMillis since;
    std::optional<UtcMillis> planned_end;
};

// What a proposed end rests on (decision 2).
enum class EndBasis {
    team,       // team-mates of the same activity signed out then
    plan,       // the activity's planned end
    last_seen,  // her last scan
    none,       // ask her
};

struct MissingEnd {
    std::string name;
    PersonRef who;
    EventId event;  // that began the service
    UtcMillis since;
    std::string title;  // of the activity; empty: 未列入计划
    std::optional<UtcMillis> proposed;
    EndBasis basis = EndBasis::none;
    std::int64_t team = 0;  // people behind EndBasis::team, and when they left
    UtcMillis team_first;
    UtcMillis team_last;
};

// 请工作人员协助.
struct StaffCall {
    EventId event;
    std::string reason;  // token of a HelpReason, an open list
    std::string name;    // empty: nobody knows
    std::optional<SlipSerial> serial;
    UtcMillis at;
};

// Recorded, and waiting for somebody: with the reason, so that the remedy can be told.
enum class HeldWhy {
    parked,       // a slip that HQ must judge; `detail` is the reason's token
    disputed,     // the member asks for a correction (申请更正)
    unconfirmed,  // found after a power failure: stored, but no screen had said so
};
struct HeldItem {
    HeldWhy why = HeldWhy::parked;
    std::string name;
    std::string detail;
    UtcMillis at;
    std::optional<EventId> event;  // of an unconfirmed one, to be settled
    std::string number = {};       // 报到编号, to be read out by telephone
};

struct Board {
    std::vector<PresentPerson> present;  // by sign-in
    std::vector<MissingEnd> missing_ends;
    std::vector<StaffCall> calls;
    std::vector<HeldItem> held;
    std::int64_t signed_out_today = 0;
    std::int64_t registered_today = 0;
    std::int64_t unreported = 0;      // 待上报
    std::int64_t papers_waiting = 0;  // asked for, not printed
    std::int64_t records = 0;         // in the log
    std::string store_trouble;        // empty: 记录 完整
    bool theme_missing = false;       // 本月主题未安排 (policy R12)
};

// ---- touches on the board; those that carry facts are sent to the desk as they are
struct ConfirmEnd {  // 按 20:00 签退; an end at the start counts once and adds no time (不计时)
    PersonRef who;
    EventId event;
    UtcMillis end;
};
struct AnswerCall {
    EventId call;
    std::optional<SlipSerial> serial;
};
struct SettleEvent {  // an unconfirmed record was looked at: it stands
    EventId event;
};
struct AdjustEnd {  // 另外处理: opens the choice of a time
    EventId event;
};
struct StepEnd {
    int minutes = 0;
};
struct LeaveEnd {};  // back to the list, nothing recorded
struct TurnTasks {
    int by = 0;
};
using BoardTouch = std::variant<ConfirmEnd, AnswerCall, SettleEvent, AdjustEnd, StepEnd, LeaveEnd, TurnTasks>;

// ---- what the page keeps
struct EndChoice {
    MissingEnd service;
    UtcMillis end;
};
struct BoardPage {
    static constexpr std::string_view token = "staff_board";
    std::optional<Board> board;  // nothing: the desk has not answered yet
    std::size_t task_page = 0;
    std::optional<EndChoice> choosing;
};

inline constexpr std::size_t tasks_on_page = 3;

// Calls, missing ends and held items, one after the other.
[[nodiscard]] std::size_t task_count(const Board& board);

}  // namespace baodao
