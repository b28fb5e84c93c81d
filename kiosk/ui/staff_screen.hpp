// SPDX-License-Identifier: MIT
// What the pages of the staff side share: the dark strip, the toolbar, one draw_page for each page.
#pragma once

#include <span>

#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/scene.hpp"

namespace baodao {

// ---- one file each
void draw_page(const Scene& scene, const BoardPage& page);
void draw_page(const Scene& scene, const PrintPage& page);
void draw_page(const Scene& scene, const ActivityPage& page);
void draw_page(const Scene& scene, const BackEntryPage& page);
void draw_page(const Scene& scene, const AnswerPage& page);
void draw_page(const Scene& scene, const WaitingPage& page);
void draw_page(const Scene& scene, const DayPage& page);
void draw_page(const Scene& scene, const WalkInPage& page);
void draw_page(const Scene& scene, const DeputyPage& page);
void draw_page(const Scene& scene, const SettingsPage& page);
void draw_page(const Scene& scene, const LinkPage& page);

// Mark or 看板 (back), title, who is in, 锁定, clock. On dark ground: nobody takes it for a public screen.
enum class StaffStrip { board, page };
void draw_staff_strip(const Scene& scene, std::string_view title, StaffStrip kind);

// One key of the toolbar: opens a page as it begins. The table is the list of pages that exist.
struct StaffTool {
    std::string_view id;
    Text label;
    Icon icon;
    StaffPage page;
};
[[nodiscard]] std::span<const StaffTool> staff_tools();
// At the bottom of the board; returns the top of it.
float draw_staff_toolbar(const Scene& scene);

// The room of a page between strip and `bottom`.
[[nodiscard]] Rect staff_room(const Scene& scene, float bottom);

[[nodiscard]] inline Intent staff_touch(StaffIntent touch) {
    return Intent{std::move(touch)};
}

}  // namespace baodao
