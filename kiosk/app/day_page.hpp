// SPDX-License-Identifier: MIT
// 日结: the closing sheet of a day. What was done, what is still open, and the head of the log's chain, so
// that the paper in the drawer proves the records up to that evening.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "domain/base/time.hpp"

namespace baodao {

struct DayBoard {
    LocalDate day;
    std::int64_t registered = 0;  // 新报到, people
    std::int64_t signed_in = 0;   // scans
    std::int64_t signed_out = 0;
    std::int64_t entered = 0;  // 补录, 补记 and corrections
    std::int64_t present = 0;  // still open
    std::int64_t missing = 0;  // forgotten sign-outs
    std::int64_t held = 0;     // calls and what is held
    std::int64_t papers = 0;   // asked for, not printed
    std::int64_t unreported = 0;
    std::int64_t records = 0;
    std::string check_code;           // of the chain's head: 7F3A-91C2
    std::optional<UtcMillis> closed;  // the last closing sheet of this day
};

struct DayPage {
    static constexpr std::string_view token = "staff_day";
    std::optional<DayBoard> board;  // nothing: the desk has not answered yet
};

// Recorded as day.closed first, then printed or saved.
struct CloseDay {
    bool to_stick = false;
};
using DayTouch = std::variant<CloseDay>;

struct AskDay {};
struct DayAnswered {
    DayBoard board;
};

}  // namespace baodao
