// SPDX-License-Identifier: MIT
#include "kiosk/ui/glyph_sheet.hpp"

#include <algorithm>
#include <cstring>

namespace baodao {
namespace {

constexpr int gap = 1;

std::uint64_t key_of(Weight weight, int pixels, char32_t character) {
    return static_cast<std::uint64_t>(weight) << 63 | static_cast<std::uint64_t>(pixels) << 32 | character;
}

}  // namespace

GlyphSheet::GlyphSheet(GlyphFaces& faces)
    : faces_(faces), coverage_(static_cast<std::size_t>(side) * static_cast<std::size_t>(side)) {}

const Glyph& GlyphSheet::glyph(Weight weight, int pixels, char32_t character) {
    const std::uint64_t key = key_of(weight, pixels, character);
    if (const auto known = glyphs_.find(key); known != glyphs_.end()) return known->second;
    const auto picture = faces_.draw(weight, pixels, character);
    Glyph glyph;
    if (picture) {
        glyph = place(*picture);
    } else {
        glyph.missing = true;
        glyph.advance = static_cast<float>(pixels);
    }
    return glyphs_[key] = glyph;
}

Glyph GlyphSheet::place(const GlyphPicture& picture) {
    if (shelf_x_ + picture.width + gap > side) {
        shelf_y_ += shelf_height_;
        shelf_x_ = 0;
        shelf_height_ = 0;
    }
    if (shelf_y_ + picture.height + gap > side) forget_all();
    Glyph glyph{.x = shelf_x_,
                .y = shelf_y_,
                .width = std::min(picture.width, side),
                .height = std::min(picture.height, side),
                .left = picture.left,
                .top = picture.top,
                .advance = picture.advance};
    for (int row = 0; row < glyph.height; ++row) {
        std::memcpy(coverage_.data() + static_cast<std::ptrdiff_t>(glyph.y + row) * side + glyph.x,
                    picture.coverage.data() + static_cast<std::ptrdiff_t>(row) * picture.width,
                    static_cast<std::size_t>(glyph.width));
    }
    changed_from_ = std::min(changed_from_, glyph.y);
    changed_to_ = std::max(changed_to_, glyph.y + glyph.height);
    shelf_x_ += glyph.width + gap;
    shelf_height_ = std::max(shelf_height_, glyph.height + gap);
    return glyph;
}

void GlyphSheet::forget_all() {
    glyphs_.clear();
    std::fill(coverage_.begin(), coverage_.end(), std::uint8_t{0});
    shelf_x_ = shelf_y_ = shelf_height_ = 0;
    changed_from_ = 0;
    changed_to_ = side;
    ++generation_;
}

ChangedRows GlyphSheet::take_changed_rows() {
    const ChangedRows rows{changed_from_, std::max(0, changed_to_ - changed_from_)};
    changed_from_ = side;
    changed_to_ = 0;
    return rows;
}

}  // namespace baodao
