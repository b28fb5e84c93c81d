// SPDX-License-Identifier: MIT
// 申请更正, on the staff side (18b): what a member asked, what can help to judge it, the answer with its
// basis.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/event/kinds_body.hpp"
#include "kiosk/app/correct.hpp"

namespace baodao {

struct OpenCorrection {
    EventId question;  // the attendance.disputed
    EventId begun_by;  // the event of the service that a correction names
    PersonRef who;
    std::string name;  // in full: staff only
    UtcMillis asked;
    Wrong wrong = Wrong::other;
    std::optional<UtcMillis> start;  // that she remembers
    std::optional<UtcMillis> end;
    ServiceView service;
    std::optional<std::int64_t> minutes_then;  // if her times are taken
    TeamTimes team;
    bool confirmed_short = false;  // 要签退 was asked and answered
    bool day_final = false;        // an answer then needs a second consent
};

struct AnsweredCorrection {
    std::string name;
    std::string title;
    std::optional<UtcMillis> started;
    bool agreed = false;
    UtcMillis at;
    bool seen = false;  // she has scanned since
};

struct CorrectionList {
    std::vector<OpenCorrection> open;          // the oldest first
    std::vector<AnsweredCorrection> answered;  // the newest first
};

// What the answer rests on; its code stands in the record.
enum class Basis { teammates, present, sheet, none };
inline constexpr std::array all_bases{Basis::teammates, Basis::present, Basis::sheet, Basis::none};
[[nodiscard]] std::string_view token(Basis basis);

struct AnswerPage {
    static constexpr std::string_view token = "staff_answer";
    std::optional<CorrectionList> list;  // nothing: the desk has not answered yet
    std::size_t chosen = 0;
    std::optional<Basis> basis;
    std::optional<UtcMillis> other_time;  // 改成别的时间
};
inline constexpr std::size_t corrections_shown = 4;

// ---- touches
struct CorrectionPicked {
    std::size_t correction;
};
struct BasisChosen {
    Basis basis;
};
struct OtherTime {};
struct OtherTimeMoved {
    std::int64_t minutes;
};
struct AgreeTouched {};
struct RefuseTouched {};
using AnswerTouch =
    std::variant<CorrectionPicked, BasisChosen, OtherTime, OtherTimeMoved, AgreeTouched, RefuseTouched>;

// ---- to the desk
struct AskCorrections {};
struct AnswerCorrection {
    OpenCorrection asked;
    bool agreed = false;
    Basis basis = Basis::none;
    std::optional<UtcMillis> start;  // to be recorded
    std::optional<UtcMillis> end;
};
struct CorrectionsAnswered {
    CorrectionList list;
};

}  // namespace baodao
