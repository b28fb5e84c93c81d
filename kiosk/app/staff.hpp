// SPDX-License-Identifier: MIT
// The staff side: who is in, which page shows, and what goes between its pages and the desk.
//
// A page is one struct with a `token` (its name in frame descriptions) in a header of its own. To add one:
// put it into StaffPage, its touches into StaffIntent, its questions into StaffRequest and their answers into
// StaffAnswer; give it update functions (staff_parts.hpp), a screen (draw_page in ui/staff_screen.hpp), a
// part of the desk (staff_desk.cpp) and a line in the toolbar (ui/staff_toolbar.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "kiosk/app/activity_page.hpp"
#include "kiosk/app/answer_page.hpp"
#include "kiosk/app/back_entry_page.hpp"
#include "kiosk/app/board.hpp"
#include "kiosk/app/day_page.hpp"
#include "kiosk/app/deputy_page.hpp"
#include "kiosk/app/link_page.hpp"
#include "kiosk/app/print_page.hpp"
#include "kiosk/app/settings_page.hpp"
#include "kiosk/app/staff_pin.hpp"
#include "kiosk/app/text_entry.hpp"
#include "kiosk/app/waiting_page.hpp"
#include "kiosk/app/walk_in_page.hpp"

namespace baodao {

using StaffPage = std::variant<BoardPage, PrintPage, ActivityPage, BackEntryPage, AnswerPage, WaitingPage,
                               DayPage, WalkInPage, DeputyPage, SettingsPage, LinkPage>;
[[nodiscard]] std::string_view token(const StaffPage& page);

struct StaffState {
    std::string name;  // of who is in: cadre, deputy, or what the staff card says
    MonoMillis last_touch;
    bool warned = false;  // of the lock that is near
    StaffPage page;
    std::int64_t held = 0;  // 待处理, as the board knew last; every page says it
};

inline constexpr std::int64_t staff_locks_after_ms = 120'000;
inline constexpr std::int64_t staff_joins_for_ms = 15 * ms_per_minute;  // six digits go by telephone
inline constexpr std::int64_t staff_warned_before_ms = 20'000;

// ---- touches
struct StaffLeaves {};  // 锁定
struct BackToBoard {};
struct PageOpened {
    StaffPage page;  // as it begins
};
using StaffIntent = std::variant<PinTouch, StaffLeaves, BackToBoard, PageOpened, BoardTouch, PrintTouch,
                                 ActivityTouch, BackEntryTouch, AnswerTouch, WaitingTouch, DayTouch,
                                 TextTouch, WalkInTouch, DeputyTouch, SettingsTouch, LinkTouch>;

// ---- to the desk. Without anybody in, it answers the door's questions only.
struct TryPin {
    std::string pin;
};
struct TryStaffCard {
    std::string text;  // what was scanned at the door
    bool by_camera = false;
};
struct AskChallenge {};
struct TryResetCode {
    std::string code;
};
struct SetPin {  // after a right reset code, or by who is in
    std::string pin;
};
struct LeaveStaff {
    std::string_view why;  // locked, idle
};
struct AskBoard {};
using StaffRequest =
    std::variant<TryPin, TryStaffCard, AskChallenge, TryResetCode, SetPin, LeaveStaff, AskBoard, ConfirmEnd,
                 AnswerCall, SettleEvent, AskPapers, PrintAgain, PrintBatch, LookAtSheet, AskActivities,
                 OpenActivity, OpenUnplanned, CloseActivity, AskBackEntry, RecordEntry, AskCorrections,
                 AnswerCorrection, AskWaiting, KeepRecord, VoidRecord, PrintWaiting, AskDay, CloseDay,
                 AskWords, AskWalkIn, RegisterWalkIn, RegisterListed, AskDeputy, NameDeputy, EndDeputy,
                 AskSettings, SaveChoices, PrintSettings, JoinWith, StopJoining, CarryOut, BringIn>;

// ---- from the desk
struct StaffAdmitted {
    std::string name;
};
struct ResetAdmitted {};  // now a new PIN must be set
struct StaffTurnedAway {
    PinNotice notice = PinNotice::wrong;
    int tries_left = 0;
    std::int64_t lock_left_ms = 0;
};
// Scanned at the door and no staff card: an ordinary scan, which nothing may hold up.
struct NotAStaffCard {
    std::string text;
    bool by_camera = false;
};
struct ChallengeGiven {
    std::string digits;
};
struct PinWasSet {
    PinNotice notice = PinNotice::changed;  // easy: refused
};
struct BoardAnswered {
    Board board;
};
struct PapersAnswered {
    PrintBoard board;
    std::optional<PaperAsked> asked;  // what became of a touch; nothing: only looked
};
struct SheetLooked {
    LookAtSheet asked;
    SheetView view;
};
struct StaffFailed {
    std::string problem;  // in plain words; nothing was recorded
};
using StaffAnswer =
    std::variant<StaffAdmitted, ResetAdmitted, StaffTurnedAway, NotAStaffCard, ChallengeGiven, PinWasSet,
                 BoardAnswered, PapersAnswered, SheetLooked, StaffFailed, ActivitiesAnswered, ActivityStarted,
                 BackEntryAnswered, EntryRecorded, CorrectionsAnswered, WaitingAnswered, DayAnswered,
                 SheetAsked, WordsAnswered, WalkInAnswered, SameNamesFound, WalkInRegistered, DeputyAnswered,
                 DeputyRefused, SettingsAnswered, JoinAnswered, CourierAnswered>;

}  // namespace baodao
