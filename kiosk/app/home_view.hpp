// SPDX-License-Identifier: MIT
// What the idle screen tells: nothing on it is about a person (requirements §4).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/base/time.hpp"
#include "kiosk/app/answer.hpp"
#include "kiosk/app/link_view.hpp"

namespace baodao {

enum class CameraState { starting, working, lost };

// What would make the code readable; none: no code in sight and nothing to complain of.
enum class Coaching { none, good_light, too_dark, closer, farther, steadier, glare, one_at_a_time };

// 月有主题、季有安排 (policy R12).
struct ThemeView {
    std::string title;         // 冬暖邻里
    std::string quarter_plan;  // 敬老助困
};

struct HomeView {
    std::string community;     // 枫林社区
    ContactView contact;       // window cadre or the deputy (policy R41)
    std::string window_hours;  // 每天 8:30–20:30
    std::optional<ThemeView> theme;
    std::vector<ActivityView> today;  // by start
    NetworkState network = NetworkState::offline;
    LinkView link;  // for the staff side
    bool clock_doubtful = false;
    UtcOffset offset;  // of the community, for every clock on the screen
};

}  // namespace baodao
