// SPDX-License-Identifier: MIT
// What the two home screens share.
#pragma once

#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/scene.hpp"

namespace baodao {

// The two big tiles, the two middle ones, and the wide one below them.
struct TileRects {
    Rect registration, attendance, claim, record, no_card;
};
void draw_tiles(const Scene& scene, const TileRects& rects);

// The four ways of large text, one below the other.
void draw_tile_column(const Scene& scene, Rect column);

// 周 敏: two characters are set apart to the width of three.
[[nodiscard]] std::string spaced_name(std::string_view name);

// 正在签到, or the part of the day.
[[nodiscard]] Badge activity_badge(const Scene& scene, const ActivityView& activity);
[[nodiscard]] std::string people_line(const Scene& scene, const ActivityView& activity);

}  // namespace baodao
