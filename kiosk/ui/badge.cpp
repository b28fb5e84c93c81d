// SPDX-License-Identifier: MIT
#include "kiosk/ui/widgets.hpp"

namespace baodao {
namespace {

struct Measures {
    float height;
    float padding;
    float icon;
    float gap;
};

Measures measures(BadgeSize size) {
    switch (size) {
        case BadgeSize::regular:
            return {56, 24, 36, 12};
        case BadgeSize::row:
            return {56, 18, 30, 10};
        case BadgeSize::tag:
            return {48, 16, 30, 8};
    }
    return {56, 24, 36, 12};
}

struct Colors {
    Color tint;
    Color ink;
};

Colors colors(const Palette& palette, Tone tone) {
    switch (tone) {
        case Tone::green:
            return {palette.green_tint, palette.green};
        case Tone::blue:
            return {palette.blue_tint, palette.blue};
        case Tone::amber:
            return {palette.amber_tint, palette.amber_ink};
        case Tone::red:
            return {palette.accent_tint, palette.accent};
        case Tone::plain:
            return {palette.sunk, palette.ink_second};
    }
    return {palette.sunk, palette.ink_second};
}

}  // namespace

float badge_width(const Canvas& canvas, const Badge& badge) {
    const Measures m = measures(badge.size);
    return canvas.measure(Type::body_bold, badge.label) + m.icon + m.gap + 2 * m.padding;
}

void badge(Canvas& canvas, Point top_left, const Badge& badge) {
    const Measures m = measures(badge.size);
    const Colors look = colors(canvas.palette(), badge.tone);
    const Rect rect{top_left.x, top_left.y, badge_width(canvas, badge), m.height};
    canvas.fill(rect, look.tint, m.height / 2);
    draw_icon(canvas, badge.icon, rect.middle_left(m.padding, m.icon, m.icon), look.ink);
    canvas.text({rect.x + m.padding + m.icon + m.gap, rect.center().y - 20}, Type::body_bold, look.ink,
                badge.label);
    canvas.note("status", badge.label, rect);
}

void badge_right(Canvas& canvas, Point top_right, const Badge& badge_) {
    badge(canvas, {top_right.x - badge_width(canvas, badge_), top_right.y}, badge_);
}

}  // namespace baodao
