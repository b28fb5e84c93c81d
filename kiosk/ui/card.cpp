// SPDX-License-Identifier: MIT
#include "kiosk/ui/widgets.hpp"

namespace baodao {
namespace {

void shadow(Canvas& canvas, Rect rect, float radius) {
    if (!canvas.palette().shadows) return;
    const Color ink = canvas.palette().ink;
    canvas.fill({rect.x + 1, rect.y + 5, rect.width - 2, rect.height}, with_alpha(ink, 0.04), radius);
    canvas.fill({rect.x, rect.y + 2, rect.width, rect.height}, with_alpha(ink, 0.07), radius);
}

}  // namespace

void card(Canvas& canvas, Rect rect, float radius) {
    shadow(canvas, rect, radius);
    canvas.fill(rect, canvas.palette().surface, radius);
    canvas.outline(rect, canvas.palette().line, 2, radius);
    canvas.note("group", {}, rect);
}

void card_with_bar(Canvas& canvas, Rect rect, Color bar) {
    constexpr float radius = 24;
    constexpr float bar_width = 12;
    card(canvas, rect, radius);
    canvas.fill({rect.x, rect.y, 2 * radius, rect.height}, bar, radius);
    canvas.fill({rect.x + bar_width, rect.y + 2, rect.width / 2, rect.height - 4}, canvas.palette().surface,
                12);
}

void notice_box(Canvas& canvas, Rect rect, Color tint, Color edge, float radius) {
    canvas.fill(rect, tint, radius);
    canvas.outline(rect, edge, 3, radius);
    canvas.note("group", {}, rect);
}

}  // namespace baodao
