// SPDX-License-Identifier: MIT
// Colours, type sizes and the scale of the screen: the design tokens as values.
// Lengths everywhere in kiosk/ui are design pixels: those of a 1080-high
// landscape (or 1080-wide portrait) screen; the canvas turns them into real ones.
#pragma once

#include <cstdint>

namespace baodao {

struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;
    friend bool operator==(const Color&, const Color&) = default;
};

constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
            static_cast<std::uint8_t>(hex), 255};
}
constexpr Color with_alpha(Color color, double share) {
    color.alpha = static_cast<std::uint8_t>(255.0 * share + 0.5);
    return color;
}

// Main text is never under 7:1 against what it stands on. Red is brand, choice and "go", never error;
// doubt is amber with a triangle; offline is blue, because it is normal.
struct Palette {
    Color background, surface, sunk, line, edge;
    Color ink, ink_second, on_dark;
    Color accent, accent_press, accent_tint;
    Color green, green_tint, blue, blue_tint;
    Color amber, amber_ink, amber_tint;
    Color track;
    bool shadows = true;
};

[[nodiscard]] const Palette& light_palette();
[[nodiscard]] const Palette& dark_palette();

// The five sizes, with their weights; no others are used.
enum class Type {
    body,        // T1, 28: captions, badges, detail
    body_bold,   //
    title,       // T2, 36: buttons, card titles, instructions
    title_bold,  //
    heading,     // T3, 48 bold: the screen's sentence, names
    outcome,     // T4, 72 bold: outcome word, key numbers
    giant,       // T5, 128 bold: clock, hours of this session
};

struct TypeSize {
    float size;  // of the em
    float line;  // height of one line
    bool bold;
};
[[nodiscard]] TypeSize type_size(Type type);
// 大字: what is read small takes the next size up; from the heading on it is large enough already.
[[nodiscard]] Type enlarged(Type type);
// The next size down in the same weight, for words that are too long for their place; body stays.
[[nodiscard]] Type reduced(Type type);

struct PixelSize {
    int width = 0;
    int height = 0;
    friend bool operator==(const PixelSize&, const PixelSize&) = default;
};

enum class Orientation { landscape, portrait };

// How a framebuffer becomes a design canvas. 4:3 panels get a narrower canvas instead of smaller type.
struct Layout {
    Orientation orientation = Orientation::landscape;
    float scale = 1;  // real pixels for each design pixel
    float width = 0;  // of the canvas, design pixels
    float height = 0;
    [[nodiscard]] bool portrait() const { return orientation == Orientation::portrait; }
};
[[nodiscard]] Layout layout_for(PixelSize framebuffer);

}  // namespace baodao
