// SPDX-License-Identifier: MIT
#include "domain/paper/page.hpp"

#include <cmath>

namespace baodao {

namespace {

constexpr double module_mm_min = 0.5;

int whole_dots(double mm) {
    return static_cast<int>(std::floor(mm * printer_dots_per_mm));
}

}  // namespace

PaperBox QrItem::box() const {
    const double side = (symbol.side + 2 * qr_quiet_modules) * module_dots / printer_dots_per_mm;
    return {x_dots / printer_dots_per_mm, y_dots / printer_dots_per_mm, side, side};
}

Result<QrItem> place_qr(const std::string& text, const PaperBox& box, QrLevel level) {
    auto symbol = encode_qr(text, level);
    if (!symbol) return symbol.error();
    const int modules = symbol->side + 2 * qr_quiet_modules;
    const int module_dots = whole_dots(std::min(box.width, box.height)) / modules;
    if (module_dots < module_mm_min * printer_dots_per_mm) {
        return Error{ErrorKind::bad_input, "the code would be printed too small to be read",
                     std::to_string(text.size()) + " characters"};
    }
    const double side = modules * module_dots / printer_dots_per_mm;
    return QrItem{.text = text,
                  .symbol = *std::move(symbol),
                  .x_dots = whole_dots(box.x + (box.width - side) / 2),
                  .y_dots = whole_dots(box.y + (box.height - side) / 2),
                  .module_dots = module_dots};
}

}  // namespace baodao
