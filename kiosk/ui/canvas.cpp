// SPDX-License-Identifier: MIT
#include "kiosk/ui/canvas.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include "kiosk/ui/imgui_values.hpp"

namespace baodao {
namespace {

ImDrawFlags corner_flags(Corners corners) {
    switch (corners) {
        case Corners::all:
            return ImDrawFlags_RoundCornersAll;
        case Corners::top:
            return ImDrawFlags_RoundCornersTop;
        case Corners::bottom:
            return ImDrawFlags_RoundCornersBottom;
        case Corners::right:
            return ImDrawFlags_RoundCornersRight;
    }
    return ImDrawFlags_RoundCornersAll;
}

// The part of the picture that fills the rectangle without being stretched.
Rect part_shown(PixelSize size, Rect rect) {
    const float wide = static_cast<float>(size.width) / static_cast<float>(size.height);
    const float wanted = rect.width / rect.height;
    if (wide > wanted) return {(1 - wanted / wide) / 2, 0, wanted / wide, 1};
    return {0, (1 - wide / wanted) / 2, 1, wide / wanted};
}

}  // namespace

Canvas::Canvas(Tools tools, const Layout& layout, Frame& frame)
    : tools_(std::move(tools)), layout_(layout), frame_(frame) {}

Rect Canvas::real(Rect rect) const {
    const float left = std::round(real(rect.x));
    const float top = std::round(real(rect.y));
    return {left, top, std::round(real(rect.right())) - left, std::round(real(rect.bottom())) - top};
}

void Canvas::fill(Rect rect, Color color, float radius, Corners corners) {
    const Rect box = real(rect);
    tools_.list.AddRectFilled({box.x, box.y}, {box.right(), box.bottom()}, imgui_color(color), real(radius),
                              radius > 0 ? corner_flags(corners) : ImDrawFlags_RoundCornersNone);
}

void Canvas::cover(Rect rect, Color color, float radius) {
    fill(rect, color, radius);
    const Rect box = real(rect);
    const auto below = [&](const auto& drawn) { return box.contains(drawn.area.center()); };
    std::erase_if(frame_.items, below);
    std::erase_if(frame_.targets, below);
}

void Canvas::outline(Rect rect, Color color, float width, float radius) {
    const Rect box = real(rect);
    const float thick = std::max(1.0f, std::round(real(width)));
    const float in = thick / 2 - 0.5f;  // AddRect adds half a pixel itself
    tools_.list.AddRect({box.x + in, box.y + in}, {box.right() - in, box.bottom() - in}, imgui_color(color),
                        std::max(0.0f, real(radius) - in), ImDrawFlags_RoundCornersAll, thick);
}

void Canvas::line(Point from, Point to, Color color, float width) {
    const float thick = std::max(1.0f, std::round(real(width)));
    const float shift = std::fmod(thick, 2.0f) / 2;
    tools_.list.AddLine({std::round(real(from.x)), std::round(real(from.y)) + shift - 0.5f},
                        {std::round(real(to.x)), std::round(real(to.y)) + shift - 0.5f}, imgui_color(color),
                        thick);
}

void Canvas::disc(Point center, float radius, Color color) {
    tools_.list.AddCircleFilled({real(center.x), real(center.y)}, real(radius), imgui_color(color));
}

void Canvas::arc(Point center, float radius, float from, float to, Color color, float width) {
    if (to <= from) return;
    constexpr float turn = 2 * std::numbers::pi_v<float>;
    const auto angle = [](float turns) { return turns * turn - turn / 4; };
    const ImVec2 middle{real(center.x), real(center.y)};
    tools_.list.PathArcTo(middle, real(radius), angle(from), angle(to));
    tools_.list.PathStroke(imgui_color(color), ImDrawFlags_None, real(width));
    if (to - from >= 1) return;
    for (const float end : {from, to}) {
        const Point tip{center.x + radius * std::cos(angle(end)), center.y + radius * std::sin(angle(end))};
        disc(tip, width / 2, color);
    }
}

void Canvas::stroke(std::span<const Point> points, bool closed, Color color, float width) {
    for (const Point p : points) tools_.list.PathLineTo({real(p.x), real(p.y)});
    tools_.list.PathStroke(imgui_color(color), closed ? ImDrawFlags_Closed : ImDrawFlags_None, real(width));
    if (closed || points.empty()) return;
    disc(points.front(), width / 2, color);
    disc(points.back(), width / 2, color);
}

void Canvas::picture(Rect rect, TextureName texture, float radius, Corners corners) {
    const Rect box = real(rect);
    const Rect part = part_shown(texture.size, rect);
    tools_.list.AddImageRounded(imgui_texture(texture.value), {box.x, box.y}, {box.right(), box.bottom()},
                                {part.x, part.y}, {part.right(), part.bottom()}, IM_COL32_WHITE, real(radius),
                                corner_flags(corners));
}

void Canvas::note(std::string_view role, std::string_view label, Rect area, std::string_view state) {
    frame_.items.push_back({std::string(label), role, state, real(area)});
}

bool Canvas::touchable(std::string_view id, std::string_view label, Rect area, Intent intent,
                       std::string_view state) {
    const bool pressed = tools_.pressed == id;
    note("button", label, area, pressed ? "pressed" : state);
    frame_.targets.push_back({std::string(id), real(area), std::move(intent)});
    return pressed;
}

}  // namespace baodao
