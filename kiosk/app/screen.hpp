// SPDX-License-Identifier: MIT
// The states of the public screen and how long each waits for a person.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace baodao {

enum class Screen {
    home,
    guide,          // a tile was touched: now scan
    registered,     // first scan: 报到成功
    sign_in,        //
    sign_out,       //
    confirm_short,  // sign-out minutes after the sign-in: asks first
    pick_activity,  // two activities at once
    repeat,         // the same code again: the same answer, no new event
    attention,      // 待核实, or something the person should read
    record,         // 我的记录
    event,          // a service event at its place
    record_lines,   // a figure or a service of it, opened to what made it
    correct,        // 申请更正
    claim,          // 认领项目: all posts and their items
    find,           // 没带卡: by name and digits, or by the short code
    found,          // … and what she came for
    staff_pin,      // 干部登录: the door of the staff side
    staff,          // inside; which page: StaffState
    printing,       // a paper goes to the printer
    self_test,      // before the window opens
};

// The word of the machine-readable frame description: "sign_in".
[[nodiscard]] std::string_view token(Screen screen);

// After that long without a touch the screen is left; nothing for home, which stays. Large text doubles
// the time, except on the two confirmations, which get 15 s.
[[nodiscard]] std::optional<std::int64_t> timeout_ms(Screen screen, bool large_text);

// On these a different code is taken at once; on registered and record it raises the hand-over banner;
// elsewhere it waits until the person is done.
enum class NextPerson { at_once, hand_over, not_now };
[[nodiscard]] NextPerson next_person(Screen screen);

inline constexpr std::int64_t full_name_ms = 3'000;     // own name in full, then masked (requirements §4)
inline constexpr std::int64_t hand_over_ms = 3'000;     // 下一位已扫到，3 秒后换人
inline constexpr std::int64_t wait_for_me_ms = 20'000;  // 再等我一下
inline constexpr std::int64_t touch_pauses_ring_ms = 10'000;
inline constexpr std::int64_t ring_warns_ms = 5'000;  // the ring turns amber when so much is left
inline constexpr std::int64_t toast_ms = 4'000;
inline constexpr std::int64_t dim_after_ms = 60'000;        // home only; the camera stays live
inline constexpr std::int64_t saving_shown_after_ms = 400;  // an answer that takes longer is announced
inline constexpr std::int64_t same_presence_ms =
    1'500;  // a code that was gone for less was held up all along

}  // namespace baodao
