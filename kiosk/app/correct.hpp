// SPDX-License-Identifier: MIT
// 申请更正 (decision 2, 12): what a member says is wrong with one service, as plain data. It changes no
// figure; the cadre answers it.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "kiosk/app/answer.hpp"

namespace baodao {

enum class Wrong {
    out_time,  // 签退时间不对
    in_time,   // 签到时间不对
    missing,   // 少记了一次服务
    activity,  // 不是这项活动
    person,    // 这一条不是我
    other,     // 其他，当面说
};
inline constexpr std::array all_wrongs{Wrong::out_time, Wrong::in_time, Wrong::missing,
                                       Wrong::activity, Wrong::person,  Wrong::other};
// The word in attendance.disputed: "out_time".
[[nodiscard]] std::string_view token(Wrong wrong);
[[nodiscard]] std::optional<Wrong> wrong_from(std::string_view token);
// Whether a time is asked for.
[[nodiscard]] constexpr bool names_time(Wrong wrong) {
    return wrong == Wrong::out_time || wrong == Wrong::in_time;
}

struct CorrectState {
    SlipSerial serial;
    ServiceView service;               // as recorded; never changed
    std::optional<Wrong> wrong;        // nothing is chosen for her
    UtcMillis time;                    // that she remembers
    std::optional<UtcMillis> team_in;  // when most of the others came and left; asked of the desk
    std::optional<UtcMillis> team_out;
    bool from_record = false;
};

// The event that an objection names: the newest word of staff about the service, else its sign-out or
// sign-in. nullopt: it rests on no event.
[[nodiscard]] std::optional<EventId> objection_target(const ServiceView& service);

// When half of the others had come to and left the activity of one service.
struct TeamTimes {
    std::optional<UtcMillis> in;
    std::optional<UtcMillis> out;
};

}  // namespace baodao
