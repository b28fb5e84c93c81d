// SPDX-License-Identifier: MIT
// The characters that were drawn so far, packed on one sheet: each is made when it
// is first needed, whatever its code point, and everything can be forgotten at once.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "kiosk/ui/glyph_face.hpp"
#include "kiosk/ui/theme.hpp"

namespace baodao {

// Where a character lies on the sheet, in pixels. `missing`: no font has it, draw its code point instead.
struct Glyph {
    int x = 0, y = 0, width = 0, height = 0;
    int left = 0, top = 0;
    float advance = 0;
    bool missing = false;
};

// Rows of the sheet that changed since they were last taken.
struct ChangedRows {
    int first = 0;
    int count = 0;
};

// Screen thread only. Holds no graphics handle: the owner of the texture copies the changed rows.
class GlyphSheet {
  public:
    static constexpr int side = 2048;  // one page: every text of the screens at the sizes of 1080p

    explicit GlyphSheet(GlyphFaces& faces);

    // The reference is good until the next call. A full sheet forgets everything and starts again, which
    // shows in generation(): what was drawn since the frame began must be drawn again.
    const Glyph& glyph(Weight weight, int pixels, char32_t character);
    void forget_all();
    [[nodiscard]] std::uint64_t generation() const { return generation_; }

    [[nodiscard]] const std::vector<std::uint8_t>& coverage() const { return coverage_; }
    [[nodiscard]] ChangedRows take_changed_rows();

  private:
    Glyph place(const GlyphPicture& picture);

    GlyphFaces& faces_;
    std::unordered_map<std::uint64_t, Glyph> glyphs_;
    std::vector<std::uint8_t> coverage_;
    int shelf_x_ = 0, shelf_y_ = 0, shelf_height_ = 0;
    int changed_from_ = side, changed_to_ = 0;
    std::uint64_t generation_ = 0;
};

}  // namespace baodao
