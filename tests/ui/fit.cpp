// SPDX-License-Identifier: MIT
#include "tests/ui/fit.hpp"

#include <algorithm>
#include <cmath>

namespace baodao::test {
namespace {

constexpr float target_side_min = 88;  // 15 mm at the smallest panel
constexpr float slack = 2;             // real pixels, for rounding

// Where the ink of a line of text can be: the line's box without its leading.
Rect ink_box(const FrameItem& text) {
    return text.area.inset(0, text.area.height * 0.16f);
}

bool overlap(const Rect& a, const Rect& b) {
    return a.x + slack < b.right() && b.x + slack < a.right() && a.y + slack < b.bottom() &&
           b.y + slack < a.bottom();
}

bool inside(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x - slack && inner.right() <= outer.right() + slack &&
           inner.y >= outer.y - slack && inner.bottom() <= outer.bottom() + slack;
}

std::string at(const Rect& rect) {
    return " [" + std::to_string(std::lround(rect.x)) + " " + std::to_string(std::lround(rect.y)) + " " +
           std::to_string(std::lround(rect.width)) + "x" + std::to_string(std::lround(rect.height)) + "]";
}

std::vector<FrameItem> with_role(const Frame& frame, std::string_view role) {
    std::vector<FrameItem> found;
    std::copy_if(frame.items.begin(), frame.items.end(), std::back_inserter(found),
                 [&](const FrameItem& item) { return item.role == role; });
    return found;
}

// The smallest of the boxes in which the text begins.
const Rect* box_around(const Rect& text, const std::vector<Rect>& boxes) {
    const Rect* smallest = nullptr;
    for (const Rect& box : boxes) {
        const bool begins_there = box.contains({text.x + 1, text.center().y}) || box.contains(text.center());
        const bool smaller =
            smallest == nullptr || box.width * box.height < smallest->width * smallest->height;
        if (begins_there && smaller) smallest = &box;
    }
    return smallest;
}

}  // namespace

std::vector<std::string> misfits(const Frame& frame, float scale) {
    std::vector<std::string> faults;
    const Rect screen{0, 0, static_cast<float>(frame.size.width), static_cast<float>(frame.size.height)};
    std::vector<Rect> boxes{screen};
    for (const FrameItem& group : with_role(frame, "group")) boxes.push_back(group.area);
    for (const Target& target : frame.targets) {
        boxes.push_back(target.area);
        const float side = std::min(target.area.width, target.area.height) / scale;
        if (side < target_side_min - 1)
            faults.push_back("small target: " + target.id + ", " + std::to_string(std::lround(side)) + " px");
    }
    const std::vector<FrameItem> texts = with_role(frame, "text");
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const FrameItem& text = texts[i];
        if (text.state == "cut") faults.push_back("cut: " + text.label + at(text.area));
        if (text.state == "missing-glyph") faults.push_back("no font has " + text.label);
        const Rect ink = ink_box(text);
        const Rect* box = box_around(ink, boxes);
        if (box != nullptr && !inside(ink, *box))
            faults.push_back("sticks out: " + text.label + at(text.area) + " of" + at(*box));
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            if (overlap(ink, ink_box(texts[j])))
                faults.push_back("meet: " + text.label + at(text.area) + " and " + texts[j].label +
                                 at(texts[j].area));
        }
    }
    return faults;
}

}  // namespace baodao::test
