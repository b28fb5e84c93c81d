// SPDX-License-Identifier: MIT
// What stands at the top of the screens: mark, place, network, clock.
#pragma once

#include <string>

#include "kiosk/ui/scene.hpp"
#include "kiosk/ui/widgets.hpp"

namespace baodao {

inline constexpr float strip_height = 104;
inline constexpr float footer_height = 104;
inline constexpr float footer_height_portrait = 136;
inline constexpr float margin = 48;
inline constexpr float margin_portrait = 40;

[[nodiscard]] float side_margin(const Scene& scene);

// 报到's own sign, the double tick.
void draw_mark(const Scene& scene, Rect rect);
// Mark and place, without what stands at the right.
void draw_place_strip(const Scene& scene);
// Back, title, the person (masked), network, clock.
void draw_work_strip(const Scene& scene, std::string_view title, const std::string& person);

// Said on every screen; staff screens add the counts.
[[nodiscard]] Badge network_badge(const Scene& scene);
// Likewise for staff, its right upper corner there: how long offline, and what only they can mend.
void draw_link_badge(const Scene& scene, Point right_top);

// The quiet keys of the home screen, ending at `right`; returns their left edge.
float draw_language_and_size(const Scene& scene, float right, float top);

[[nodiscard]] Button command_button(std::string_view id, std::string_view label, ButtonKind kind,
                                    Command command, std::optional<Icon> icon = std::nullopt);

}  // namespace baodao
