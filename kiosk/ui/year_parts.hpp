// SPDX-License-Identifier: MIT
// A person's year in pictures: the sum, the bar, what is left (policy R22, R23).
#pragma once

#include <string>

#include "kiosk/ui/scene.hpp"
#include "kiosk/ui/widgets.hpp"

namespace baodao {

// A sign with a bold line and a coloured one below it.
struct Fact {
    Icon icon;
    std::string title;
    std::string line;
    Color color;
};
void draw_fact_card(const Scene& scene, Rect rect, const Fact& fact);

// 2026 年累计服务时间, 7 小时 20 分, 全年不少于 10 小时.
void draw_year_sum(const Scene& scene, Point top_left, const YearAccount& year, bool with_demand);

// Bar, scale 0–10 hours, legend in words. Above ten hours the bar is full.
void draw_year_bar(const Scene& scene, Rect bar, std::int64_t earlier_minutes, std::int64_t session_minutes);

// 再服务 2 小时 40 分，就满 10 小时, or that it is done.
void draw_rest_box(const Scene& scene, Rect rect, const YearAccount& year);

}  // namespace baodao
