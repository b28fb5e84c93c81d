// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/ui/widgets.hpp"

namespace baodao {
namespace {

constexpr float icon_gap = 16;
constexpr float radius_of_button = 20;
constexpr float press_depth = 4;

struct Look {
    Color fill;
    Color under;  // the edge below that a press takes away
    Color ink;
    bool outlined = false;
    bool raised = false;
};

Look look_of(const Palette& palette, ButtonKind kind, bool pressed) {
    switch (kind) {
        case ButtonKind::primary:
            return {pressed ? palette.accent_press : palette.accent, palette.accent_press, palette.on_dark,
                    false, true};
        case ButtonKind::confirm:
            return {palette.green, palette.green, palette.on_dark};
        case ButtonKind::dark:
            return {palette.ink, palette.ink, palette.background};
        case ButtonKind::quiet:
            return {pressed ? palette.line : palette.sunk, palette.sunk, palette.ink};
        case ButtonKind::secondary:
            return {pressed ? palette.sunk : palette.surface, palette.surface, palette.ink, true};
    }
    return {};
}

bool is_small(float height) {
    return height <= button_height_small;
}

float icon_size(float height) {
    return is_small(height) ? 36 : 40;
}

}  // namespace

float button_width(const Canvas& canvas, std::string_view label, bool with_icon, float height) {
    const float icon_part = with_icon ? icon_size(height) + icon_gap : 0;
    const float content = canvas.measure(Type::title_bold, label) + icon_part;
    return is_small(height) ? content + 2 * 32 : std::max(176.0f, content + 2 * 40);
}

void button(Canvas& canvas, Rect rect, const Button& button) {
    const bool pressed = canvas.touchable(button.id, button.label, rect, button.intent);
    const Look look = look_of(canvas.palette(), button.kind, pressed);
    const float radius = is_small(rect.height) ? 16 : radius_of_button;
    const float icon_side = icon_size(rect.height);
    Rect body = rect;
    if (look.raised && pressed) body.y += press_depth;
    if (look.raised && !pressed)
        canvas.fill({rect.x, rect.y + press_depth, rect.width, rect.height}, look.under, radius);
    canvas.fill(body, look.fill, radius);
    if (look.outlined) canvas.outline(body, canvas.palette().edge, 3, radius);

    const float icon_part = button.icon ? icon_side + icon_gap : 0;
    const float room = std::max(0.0f, body.width - 2 * 16 - icon_part);
    const float text_width = std::min(room, canvas.measure(Type::title_bold, button.label));
    float x = body.center().x - (text_width + icon_part) / 2;
    if (button.icon) {
        draw_icon(canvas, *button.icon, {x, body.center().y - icon_side / 2, icon_side, icon_side}, look.ink);
        x += icon_part;
    }
    canvas.text({x, body.center().y - 24, room}, Type::title_bold, look.ink, button.label);
}

}  // namespace baodao
