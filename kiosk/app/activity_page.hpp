// SPDX-License-Identifier: MIT
// 活动, on the staff side: choosing, opening and closing an activity, and the unplanned one.
#pragma once

#include <optional>
#include <variant>
#include <vector>

#include "kiosk/app/answer.hpp"

namespace baodao {

struct ActivityRow {
    ActivityView activity;
    bool opened = false;  // by staff, and not closed since
    bool closed = false;
    bool running = false;         // a scan signs in to it now
    std::int64_t still_here = 0;  // people whose sign-out is missing
};

struct ActivityPage {
    static constexpr std::string_view token = "staff_activity";
    std::optional<std::vector<ActivityRow>> rows;  // nothing: the desk has not answered yet
    std::optional<ActivityId> closing;             // asked once before it is closed
    std::size_t page = 0;
};
inline constexpr std::size_t activities_on_page = 4;

// ---- touches; those that carry facts are sent to the desk as they are
struct OpenActivity {
    ActivityId activity;
};
struct OpenUnplanned {};  // 未列入计划的服务; the cadre names it later
struct CloseActivity {    // after the question
    ActivityId activity;
};
struct AskToClose {
    ActivityId activity;
};
struct KeepOpen {};
struct TurnActivities {
    int by = 0;
};
using ActivityTouch =
    std::variant<OpenActivity, OpenUnplanned, CloseActivity, AskToClose, KeepOpen, TurnActivities>;

struct AskActivities {};
struct ActivitiesAnswered {
    std::vector<ActivityRow> rows;
};
// It is open: the screen goes to the event.
struct ActivityStarted {
    ActivityId activity;
};

}  // namespace baodao
