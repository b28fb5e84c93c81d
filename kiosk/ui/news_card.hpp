// SPDX-License-Identifier: MIT
// What staff recorded since the member's last scan: confirmed ends, answers to her corrections, back entries.
#pragma once

#include "kiosk/ui/scene.hpp"

namespace baodao {

// The newest one with its figures, and how many more stand in 我的记录.
void draw_news(const Scene& scene, Rect rect);

}  // namespace baodao
