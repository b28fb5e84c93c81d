// SPDX-License-Identifier: MIT
#include "kiosk/ui/widgets.hpp"

namespace baodao {
namespace {

constexpr float padding = 24;
constexpr float padding_small = 16;
constexpr float gap = 12;
constexpr float gap_small = 8;

bool small(const Badge& badge) {
    return badge.height < 56;
}

float icon_size(const Badge& badge) {
    return small(badge) ? 30 : 36;
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
    const float around = small(badge) ? 2 * padding_small + gap_small : 2 * padding + gap;
    return canvas.measure(Type::body_bold, badge.label) + icon_size(badge) + around;
}

void badge(Canvas& canvas, Point top_left, const Badge& badge) {
    const Colors look = colors(canvas.palette(), badge.tone);
    const Rect rect{top_left.x, top_left.y, badge_width(canvas, badge), badge.height};
    canvas.fill(rect, look.tint, badge.height / 2);
    const float side = icon_size(badge);
    const float before = small(badge) ? padding_small : padding;
    draw_icon(canvas, badge.icon, rect.middle_left(before, side, side), look.ink);
    canvas.text({rect.x + before + side + (small(badge) ? gap_small : gap), rect.center().y - 20},
                Type::body_bold, look.ink, badge.label);
    canvas.note("status", badge.label, rect);
}

void badge_right(Canvas& canvas, Point top_right, const Badge& badge_) {
    badge(canvas, {top_right.x - badge_width(canvas, badge_), top_right.y}, badge_);
}

}  // namespace baodao
