// SPDX-License-Identifier: MIT
// What the screen asks of the rest of the program: a closed list. Effects carry
// data only; who carries them out never answers by calling back, but by an intent.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/base/time.hpp"
#include "domain/event/event.hpp"
#include "kiosk/app/find.hpp"
#include "kiosk/app/self_test.hpp"
#include "kiosk/app/staff.hpp"

namespace baodao {

enum class ScanSource {
    camera,
    hand_scanner,
    typed_code,
    found,  // by name and digits, without a slip
};

// What the person wants with this scan.
enum class ScanPurpose {
    attend,       // register, sign in or sign out, as it comes
    show_record,  // 我的记录: answered by RecordAnswered, or by ScanAnswered when there is nothing to show
    claim,        // 认领项目: answered by ClaimAnswered, or by ScanAnswered likewise
};

// Ties an answer to its scan; counts up from 1.
using ScanTicket = Id<struct ScanTicketTag, std::uint64_t>;

// To the desk. `text` is what was scanned, or a short code of 14 characters (typed_code, found).
struct SubmitScan {
    ScanTicket ticket;
    std::string text;
    ScanSource source = ScanSource::camera;
    ScanPurpose purpose = ScanPurpose::attend;
    std::optional<std::int64_t> absent_ms;  // since this text was last seen; nothing: not seen lately
    bool sign_out_confirmed = false;        // 要签退, the answer to confirm_short
    std::optional<ActivityId> activity;     // the answer to choose_activity
    std::optional<ActivityId> at_event;     // of the event that this device stands at
    bool unplanned = false;                 // the other answer to it: 未列入计划的服务
    std::optional<Actor> entered_by;        // 代为登记: who does it in her stead; nothing: she herself
};

enum class Sound { registered, sign_in, sign_out, repeat, attention, assist, key };
// The file id of the tone or the recorded words: "signin".
[[nodiscard]] std::string_view token(Sound sound);

struct PlaySound {
    Sound sound;
};

// Everything about a person has left the screen: forget her glyphs, frames and decoded text too,
// and the desk what it looked up for a search.
struct Wipe {};

// Owed from the registration on and asked for exactly once (paper 2).
struct PrintReceipt {
    SlipSerial serial;
};
struct PrintRecord {
    SlipSerial serial;
};

enum class HelpReason { attention, correct_time, correct_activity, no_card };
[[nodiscard]] std::string_view token(HelpReason reason);
// Chime, and a line on the staff board. The serial is absent when nobody knows who it is.
struct CallStaff {
    HelpReason reason;
    std::optional<SlipSerial> serial;
};

// 我要参加 on the sign-out screen.
struct JoinActivity {
    SlipSerial serial;
    ActivityId activity;
};

// The screen shows this event from now on, or none: answered by EventChanged, again after each scan.
struct WatchEvent {
    std::optional<ActivityId> activity;
};
// 组长代签: in or out for each of them; answered by TeamSigned.
struct SignTeam {
    SlipSerial leader;
    ActivityId activity;
    std::vector<SlipSerial> people;
    bool out = false;
};

// When others came to and left an activity, as a help for memory; answered by TeamTimesAnswered.
struct AskTeamTimes {
    SlipSerial serial;
    ActivityId activity;
    UtcMillis around;
};
// 申请更正 (18a), answered by CorrectionStored.
struct AskCorrection {
    SlipSerial serial;
    EventId event;
    std::string reason;
    std::optional<UtcMillis> start;
    std::optional<UtcMillis> end;
};

// 确认认领: the whole of what she holds from now on; answered by ClaimRecorded.
struct ClaimItems {
    SlipSerial serial;
    std::vector<ItemId> items;
};

// The desk's part of a self-test: answered by MachineChecked, at once and again when the log was read
// through.
struct RunSelfTest {};
struct RecordSelfTest {
    TestOccasion occasion = TestOccasion::start;
    std::vector<std::string> results;  // "camera=good"
};
// Answered by SheetReported.
struct PrintTestPage {};

using Effect = std::variant<SubmitScan, PlaySound, Wipe, PrintReceipt, PrintRecord, CallStaff, JoinActivity,
                            ClaimItems, AskPeople, AskTeamTimes, AskCorrection, WatchEvent, SignTeam,
                            StaffRequest, RunSelfTest, RecordSelfTest, PrintTestPage>;

}  // namespace baodao
