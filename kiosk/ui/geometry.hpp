// SPDX-License-Identifier: MIT
// Places on the screen, in design pixels unless a name says otherwise.
#pragma once

namespace baodao {

struct Point {
    float x = 0;
    float y = 0;
    friend bool operator==(const Point&, const Point&) = default;
};

struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;
    friend bool operator==(const Rect&, const Rect&) = default;

    [[nodiscard]] float right() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
    [[nodiscard]] Point center() const { return {x + width / 2, y + height / 2}; }
    [[nodiscard]] bool contains(Point p) const {
        return p.x >= x && p.x < right() && p.y >= y && p.y < bottom();
    }
    // Smaller by so much on each side.
    [[nodiscard]] Rect inset(float horizontal, float vertical) const {
        return {x + horizontal, y + vertical, width - 2 * horizontal, height - 2 * vertical};
    }
    [[nodiscard]] Rect inset(float all) const { return inset(all, all); }
    // A box of this size in the middle of the height, `from_left` inside.
    [[nodiscard]] Rect middle_left(float from_left, float w, float h) const {
        return {x + from_left, y + (height - h) / 2, w, h};
    }
};

}  // namespace baodao
