// SPDX-License-Identifier: MIT
// 总部: how this window stands with headquarters, coming to one by the invitation that it shows, and what is
// carried there and back on a USB stick. How far the joining has come stands in LinkView.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/app/courier_news.hpp"

namespace baodao {

// What the desk says to an invitation at once.
enum class JoinNotice {
    none,      // it is kept; how it goes on is told by LinkView
    damaged,   // not read whole
    newer,     // of a newer headquarters: this program must be brought up to date
    other,     // another headquarters', and this window belongs to one
    belongs,   // it belongs to this headquarters already
    not_kept,  // this machine's disk
};

struct LinkPage {
    static constexpr std::string_view token = "staff_link";
    JoinNotice notice = JoinNotice::none;
    std::optional<CourierNews> news;
    bool carrying = false;  // the stick is at work
};

// ---- touches, which go to the desk as they are
struct StopJoining {};
struct CarryOut {};  // 带走
struct BringIn {};   // 带来
using LinkTouch = std::variant<StopJoining, CarryOut, BringIn>;

// ---- to the desk
struct JoinWith {
    std::string text;  // what was scanned
};

// ---- from the desk
struct JoinAnswered {
    JoinNotice notice = JoinNotice::none;
};
struct CourierAnswered {
    CourierNews news;
};

}  // namespace baodao
