// SPDX-License-Identifier: MIT
// 待办明细: what waits for headquarters and what is held, each with its reason and its remedy (requirements
// §3.2–3.4). Calls and missing sign-outs are settled on the board itself. Made by the desk for staff only, so
// names are in full.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/board.hpp"
#include "kiosk/app/print_page.hpp"

namespace baodao {

enum class WaitKind {
    unconfirmed,  // found after a power failure: the cadre says whether it happened
    parked,       // a slip that the town must judge
    disputed,     // 申请更正
    paper,        // asked for and not printed
};

struct WaitingThing {
    WaitKind kind = WaitKind::parked;
    std::string name;              // empty: nobody knows
    std::string number;            // to be read out by telephone
    std::string detail;            // token: of the reason, of the event's kind, of the printer's trouble
    UtcMillis at;                  //
    std::optional<EventId> event;  // of an unconfirmed one
    bool may_void = false;         // 作废: a sign-in or a sign-out
    PaperKind paper = PaperKind::receipt;
};

// 已存本机，待上报.
struct Unreported {
    std::int64_t all = 0;
    std::optional<UtcMillis> since;  // the oldest of them
    std::int64_t registrations = 0;
    std::int64_t attendance = 0;  // sign-ins, sign-outs, 补录, corrections
};

struct WaitingBoard {
    Unreported unreported;
    std::vector<WaitingThing> things;
};

struct WaitingPage {
    static constexpr std::string_view token = "staff_waiting";
    std::optional<WaitingBoard> board;  // nothing: the desk has not answered yet
    std::size_t page = 0;
    std::optional<WaitingThing> voiding;  // asked once before it is voided
};
inline constexpr std::size_t things_on_page = 4;

// ---- touches; those that carry facts go to the desk as they are
struct KeepRecord {  // 有这回事
    EventId event;
};
struct VoidRecord {  // after the question
    EventId event;
};
struct PrintWaiting {  // the whole list on paper, for the telephone or the town
    bool to_stick = false;
};
struct AskToVoid {
    EventId event;
};
struct LeaveVoid {};
struct TurnThings {
    int by = 0;
};
using WaitingTouch = std::variant<KeepRecord, VoidRecord, PrintWaiting, AskToVoid, LeaveVoid, TurnThings>;

struct AskWaiting {};
struct WaitingAnswered {
    WaitingBoard board;
};
// A sheet that is no job in the log was given to the printer, or could not be.
struct SheetAsked {
    bool taken = false;
};

}  // namespace baodao
