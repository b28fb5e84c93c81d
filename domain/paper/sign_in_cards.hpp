// SPDX-License-Identifier: MIT
// 在职党员签到卡, eight to an A4 sheet: the wallet card that a member keeps. Two columns of four, 105 by
// 74.25 mm, to be cut along the dashed lines.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/paper/page.hpp"

namespace baodao {

struct SignInCard {
    std::string qr_text;      // the signed slip
    SlipSerial serial;        // of that slip: its short code stands below
    std::string slip_number;  // 报到单号: 财政-2026-1-07
    std::string name;         // in full
    std::string branch;       // 党支部, may be empty
    std::string community;    // 云溪镇枫林社区
    std::string window;       // 枫林窗口
    std::string cadre;        // 窗口干部 or the deputy, with the phone (policy R41)
    std::string phone;
};

inline constexpr int cards_on_sheet = 8;

// The first free card of a sheet that was begun, 1 to 8: left before right, then downwards.
struct StartCell {
    int number = 1;
};

inline constexpr double card_width = a4_width / 2;
inline constexpr double card_height = a4_height / 4;

// One card, its top left corner at `corner`. Nothing of it comes nearer to its edges than 4.4 mm.
// bad_input when the code does not fit its place.
[[nodiscard]] Status add_sign_in_card(Page& page, PaperPoint corner, const SignInCard& card);

// As many pages as it takes; none for no cards. bad_input when the start cell does not exist, or when a
// code does not fit its place.
[[nodiscard]] Result<std::vector<Page>> lay_out_sign_in_cards(std::span<const SignInCard> cards,
                                                              StartCell start);

}  // namespace baodao
