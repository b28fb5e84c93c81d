// SPDX-License-Identifier: MIT
// A page of paper as a list of things at places: what every layout gives and what
// the canvas draws, on a PDF and on the bitmap that proves it. Pure data.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "domain/qr/encode.hpp"

namespace baodao {

// All lengths are millimetres from the page's top left corner.
struct PaperPoint {
    double x = 0;
    double y = 0;
};

struct PaperBox {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    [[nodiscard]] double right() const { return x + width; }
    [[nodiscard]] double bottom() const { return y + height; }
};

inline constexpr double a4_width = 210;
inline constexpr double a4_height = 297;

enum class PrintWeight { regular, bold };
enum class PrintAlign { left, centre, right };
enum class PrintFamily {
    text,   // Noto Sans CJK SC; characters that it lacks come from the fonts for rare ones
    fixed,  // every letter and digit equally wide: codes to be read aloud
};

// In type points, 1/72 inch.
struct PrintSize {
    double wanted = 9;
    double smallest = 6;  // a text too long for its box shrinks to this, then wraps, then ends in …
};

struct TextItem {
    PaperBox box;  // the text stands in the middle of its height
    std::string text;
    PrintSize size;
    PrintWeight weight = PrintWeight::regular;
    PrintAlign align = PrintAlign::left;
    PrintFamily family = PrintFamily::text;
};

struct LineItem {
    PaperPoint from;
    PaperPoint to;
    double width = 0.2;
    bool dashed = false;
};

// A frame, filled with the light grey of table heads or not at all.
struct BoxItem {
    PaperBox box;
    double line_width = 0.3;
    bool filled = false;
};

// Papers are laid out for printers of 300 dots an inch and whole multiples of that: module edges fall on
// dots, so that all modules come out equally large.
inline constexpr double printer_dots_per_mm = 300 / 25.4;

// A code that must be readable on the finished page; see place_qr.
struct QrItem {
    std::string text;
    QrSymbol symbol;
    int x_dots = 0;  // of the quiet zone's corner
    int y_dots = 0;
    int module_dots = 0;

    // Quiet zone included.
    [[nodiscard]] PaperBox box() const;
};

using PageItem = std::variant<TextItem, LineItem, BoxItem, QrItem>;

struct Page {
    double width = a4_width;
    double height = a4_height;
    std::vector<PageItem> items;  // drawn in this order
};

// The code of `text` in the middle of `box`, quiet zone inside, its modules as many whole dots wide as fit.
// bad_input when a module would be narrower than 0.5 mm or no code holds the text.
[[nodiscard]] Result<QrItem> place_qr(const std::string& text, const PaperBox& box, QrLevel level);

}  // namespace baodao
