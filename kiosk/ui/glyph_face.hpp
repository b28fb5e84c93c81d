// SPDX-License-Identifier: MIT
// Pictures of single characters from the font files. The only owner of FreeType.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/base/result.hpp"

namespace baodao {

// Debian's places; `rare` is asked in order for what the main font lacks.
struct FontFiles {
    std::string regular = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
    std::string bold = "/usr/share/fonts/opentype/noto/NotoSansCJK-Bold.ttc";
    int simplified_chinese = 2;  // which font of the collection
    std::vector<std::string> rare = {
        "/usr/share/fonts/truetype/babelstone/BabelStoneHan.ttf",
        "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf",
        "/usr/share/fonts/truetype/hanazono/HanaMinB.ttf",
    };
};

enum class Weight { regular, bold };

// One character's coverage, 8 bits a pixel, rows without gaps.
struct GlyphPicture {
    int width = 0;
    int height = 0;
    int left = 0;       // from the pen to the first column
    int top = 0;        // from the baseline up to the first row
    float advance = 0;  // pen movement, not rounded
    std::vector<std::uint8_t> coverage;
};

// One thread only. The main fonts are opened at once, a rare one when it is first needed.
class GlyphFaces {
  public:
    [[nodiscard]] static Result<std::unique_ptr<GlyphFaces>> open(const FontFiles& files);
    ~GlyphFaces();
    GlyphFaces(const GlyphFaces&) = delete;
    GlyphFaces& operator=(const GlyphFaces&) = delete;

    // `pixels` is the size of the em. Nothing when no font has the character.
    [[nodiscard]] std::optional<GlyphPicture> draw(Weight weight, int pixels, char32_t character);

  private:
    struct Parts;
    explicit GlyphFaces(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

}  // namespace baodao
