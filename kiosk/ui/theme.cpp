// SPDX-License-Identifier: MIT
#include "kiosk/ui/theme.hpp"

#include <algorithm>

namespace baodao {

const Palette& light_palette() {
    static constexpr Palette palette{
        .background = rgb(0xF5F2EC),
        .surface = rgb(0xFFFFFF),
        .sunk = rgb(0xECE7DD),
        .line = rgb(0xD8D1C4),
        .edge = rgb(0x857C6E),
        .ink = rgb(0x1E1A15),
        .ink_second = rgb(0x4A4339),
        .on_dark = rgb(0xFFFFFF),
        .accent = rgb(0xA3161A),
        .accent_press = rgb(0x7C0E12),
        .accent_tint = rgb(0xFDF3F1),
        .green = rgb(0x14592F),
        .green_tint = rgb(0xE3F0E7),
        .blue = rgb(0x1B4B7A),
        .blue_tint = rgb(0xE4EDF6),
        .amber = rgb(0xF2B632),
        .amber_ink = rgb(0x5E3A00),
        .amber_tint = rgb(0xFFF1CF),
        .track = rgb(0xDDD6C9),
        .shadows = true,
    };
    return palette;
}

const Palette& dark_palette() {
    static constexpr Palette palette{
        .background = rgb(0x0D0D0F),
        .surface = rgb(0x1B1B1F),
        .sunk = rgb(0x2A2A30),
        .line = rgb(0x4A4A52),
        .edge = rgb(0xB9B9C2),
        .ink = rgb(0xFFFFFF),
        .ink_second = rgb(0xE4E4E8),
        .on_dark = rgb(0x0D0D0F),
        .accent = rgb(0xFFD84D),
        .accent_press = rgb(0xE0B92E),
        .accent_tint = rgb(0x33300F),
        .green = rgb(0x7BE3A0),
        .green_tint = rgb(0x10301C),
        .blue = rgb(0x9CCBFF),
        .blue_tint = rgb(0x12283D),
        .amber = rgb(0xFFB454),
        .amber_ink = rgb(0xFFD59A),
        .amber_tint = rgb(0x3A2708),
        .track = rgb(0x3A3A42),
        .shadows = false,
    };
    return palette;
}

TypeSize type_size(Type type) {
    switch (type) {
        case Type::body:
            return {28, 40, false};
        case Type::body_bold:
            return {28, 40, true};
        case Type::title:
            return {36, 48, false};
        case Type::title_bold:
            return {36, 48, true};
        case Type::heading:
            return {48, 64, true};
        case Type::outcome:
            return {72, 88, true};
        case Type::giant:
            return {128, 136, true};
    }
    return {28, 40, false};
}

Type enlarged(Type type) {
    switch (type) {
        case Type::body:
            return Type::title;
        case Type::body_bold:
            return Type::title_bold;
        case Type::title:
        case Type::title_bold:
            return Type::heading;
        default:
            return type;
    }
}

Type reduced(Type type) {
    switch (type) {
        case Type::body:
        case Type::title:
            return Type::body;
        case Type::body_bold:
        case Type::title_bold:
            return Type::body_bold;
        case Type::heading:
            return Type::title_bold;
        case Type::outcome:
            return Type::heading;
        case Type::giant:
            return Type::outcome;
    }
    return type;
}

Layout layout_for(PixelSize framebuffer) {
    const auto width = static_cast<float>(std::max(framebuffer.width, 1));
    const auto height = static_cast<float>(std::max(framebuffer.height, 1));
    Layout layout;
    if (height > width) {
        layout.orientation = Orientation::portrait;
        layout.scale = std::min(width / 1080, height / 1920);
    } else {
        const float canvas_width = width / height < 1.5f ? 1440 : 1920;
        layout.scale = std::min(width / canvas_width, height / 1080);
    }
    layout.width = width / layout.scale;
    layout.height = height / layout.scale;
    return layout;
}

}  // namespace baodao
