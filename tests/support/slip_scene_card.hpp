// SPDX-License-Identifier: MIT
// The flat things in a scene: the slip, the phone, the desk.
#pragma once

#include <string>

#include "domain/base/random.hpp"
#include "domain/qr/grey_image.hpp"
#include "tests/support/slip_scene.hpp"

namespace baodao::test {

inline constexpr int card_scale = 6;           // pixels of a drawn card to a module
inline constexpr double card_half_width = 62;  // modules from the code's centre
inline constexpr double card_half_height = 50;

// Albedo of the card, 0 to 255, with the code's centre in the middle of the picture.
[[nodiscard]] GreyImage draw_slip_card(const std::string& text, Random& random);
[[nodiscard]] GreyImage draw_phone_card(const std::string& text, const ScreenSettings& screen,
                                        Random& random);
// Albedo of the desk, as large as a frame.
[[nodiscard]] GreyImage draw_desk(Random& random);

}  // namespace baodao::test
