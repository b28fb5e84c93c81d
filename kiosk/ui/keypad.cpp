// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "kiosk/ui/widgets.hpp"

namespace baodao {
namespace {

constexpr float dash = 12;
constexpr float dash_gap = 8;

void dashed_line(Canvas& canvas, Point from, Point to, Color color) {
    const float length = std::hypot(to.x - from.x, to.y - from.y);
    const Point step{(to.x - from.x) / length, (to.y - from.y) / length};
    for (float at = 0; at < length; at += dash + dash_gap) {
        const float end = std::min(at + dash, length);
        canvas.line({from.x + step.x * at, from.y + step.y * at},
                    {from.x + step.x * end, from.y + step.y * end}, color, 3);
    }
}

}  // namespace

void disabled_box(Canvas& canvas, Rect rect, std::string_view reason) {
    const Palette& palette = canvas.palette();
    constexpr float radius = 16;
    canvas.fill(rect, palette.sunk, radius);
    const Rect edge = rect.inset(1.5f);
    dashed_line(canvas, {edge.x + radius, edge.y}, {edge.right() - radius, edge.y}, palette.edge);
    dashed_line(canvas, {edge.x + radius, edge.bottom()}, {edge.right() - radius, edge.bottom()},
                palette.edge);
    dashed_line(canvas, {edge.x, edge.y + radius}, {edge.x, edge.bottom() - radius}, palette.edge);
    dashed_line(canvas, {edge.right(), edge.y + radius}, {edge.right(), edge.bottom() - radius},
                palette.edge);
    canvas.note("button", reason, rect, "disabled");
    canvas.text({rect.center().x, rect.center().y - 24, rect.width - 32, Align::center}, Type::title_bold,
                palette.ink_second, reason);
}

void keypad_key(Canvas& canvas, Rect rect, std::string_view id, std::string_view label, Type type,
                Intent intent) {
    const bool pressed = canvas.touchable(id, label, rect, std::move(intent));
    const Palette& palette = canvas.palette();
    canvas.fill(rect, pressed ? palette.sunk : palette.surface, 16);
    canvas.outline(rect, palette.edge, 3, 16);
    canvas.text({rect.center().x, rect.center().y - type_size(type).line / 2, rect.width - 8, Align::center},
                type, palette.ink, label);
}

}  // namespace baodao
