// SPDX-License-Identifier: MIT
#include "kiosk/ui/frame.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace baodao {
namespace {

void append_json_text(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (static_cast<unsigned char>(c) < 0x20) {
            std::array<char, 8> escape{};
            std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(c));
            out += escape.data();
        } else {
            out += c;
        }
    }
    out += '"';
}

void append_item(std::string& out, const FrameItem& item) {
    out += "{\"role\":";
    append_json_text(out, item.role);
    out += ",\"label\":";
    append_json_text(out, item.label);
    out += ",\"state\":";
    append_json_text(out, item.state);
    out += ",\"rect\":[";
    for (const float number : {item.area.x, item.area.y, item.area.width, item.area.height}) {
        if (out.back() != '[') out += ',';
        out += std::to_string(std::lround(number));
    }
    out += "]}";
}

const Target* target_at(const Frame& frame, Point where) {
    // What was drawn last lies on top.
    const auto hit = std::find_if(frame.targets.rbegin(), frame.targets.rend(),
                                  [&](const Target& target) { return target.area.contains(where); });
    return hit == frame.targets.rend() ? nullptr : &*hit;
}

}  // namespace

std::string describe(const Frame& frame, std::string_view language) {
    std::string out = "{\"screen\":";
    append_json_text(out, frame.screen);
    out += ",\"width\":" + std::to_string(frame.size.width);
    out += ",\"height\":" + std::to_string(frame.size.height);
    out += ",\"language\":";
    append_json_text(out, language);
    out += ",\"items\":[";
    for (const FrameItem& item : frame.items) {
        if (&item != &frame.items.front()) out += ",\n";
        append_item(out, item);
    }
    out += "]}\n";
    return out;
}

void TouchTracker::down(const Frame& frame, Point where, MonoMillis now) {
    const bool again = lifted_ && now - *lifted_ < double_tap_ms && screen_ != frame.screen;
    const Target* target = again ? nullptr : target_at(frame, where);
    pressed_ = target == nullptr ? std::string() : target->id;
    screen_ = frame.screen;
    where_ = where;
}

std::optional<Intent> TouchTracker::up(const Frame& frame, Point where, MonoMillis now) {
    where_ = where;
    lifted_ = now;
    const std::string id = pressed(frame);
    pressed_.clear();
    if (id.empty()) return ScreenTouched{};
    return target_at(frame, where)->intent;
}

std::string TouchTracker::pressed(const Frame& frame) const {
    if (pressed_.empty() || screen_ != frame.screen) return {};
    const Target* target = target_at(frame, where_);
    return target != nullptr && target->id == pressed_ ? pressed_ : std::string();
}

}  // namespace baodao
