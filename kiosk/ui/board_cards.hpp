// SPDX-License-Identifier: MIT
// The cards of the staff board.
#pragma once

#include "kiosk/ui/staff_screen.hpp"

namespace baodao {

void draw_present_card(const Scene& scene, Rect rect, const Board& board);
// Calls, missing sign-outs and what waits, with what can be done about each.
void draw_tasks(const Scene& scene, Rect rect, const BoardPage& page);
void draw_report_card(const Scene& scene, Rect rect, const Board& board);
void draw_machine_card(const Scene& scene, Rect rect, const Board& board);
// The choice of a time for one missing sign-out, over everything else.
void draw_end_choice(const Scene& scene, const EndChoice& choice);

// 18:31 today, 昨天 18:31, else 11-15 09:05.
[[nodiscard]] std::string when_text(const Scene& scene, UtcMillis time);

}  // namespace baodao
