// SPDX-License-Identifier: MIT
// The parts of 打印单据 that have files of their own.
#pragma once

#include <string>

#include "kiosk/ui/staff_screen.hpp"

namespace baodao {

inline constexpr float print_gap = 24;
inline constexpr float print_row_gap = 16;

[[nodiscard]] inline Intent print_touch(PrintTouch touched) {
    return staff_touch(StaffIntent{std::move(touched)});
}
// 上一页 and 下一页 side by side.
void draw_print_page_keys(const Scene& scene, Rect rect, const std::string& id, PrintTouch back,
                          PrintTouch forward);

// What did not come out, with 重打 and 存到 U 盘 for each.
void draw_waiting_papers(const Scene& scene, Rect rect, const PrintPage& page);
// 看样张: the page as it will come out of the printer; a slip on it is chosen by a touch.
void draw_sheet(const Scene& scene, Rect rect, const PrintPage& page);

}  // namespace baodao
