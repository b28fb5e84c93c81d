// SPDX-License-Identifier: MIT
// Draws pages: as a PDF and as a bitmap, by the same strokes. The only owner of Cairo and Pango.
#pragma once

#include <memory>
#include <span>
#include <string>

#include "domain/base/time.hpp"
#include "domain/paper/page.hpp"
#include "domain/qr/grey_image.hpp"

namespace baodao {

// What a PDF says about itself. No person's name belongs here.
struct PaperInfo {
    std::string title;
    UtcMillis made_at;
    UtcOffset offset;
};

class PaperFonts;

// Holds the opened fonts, so keep one for a whole batch. For one thread at a time. A character that no
// font has is drawn as a box with its code point.
class PdfCanvas {
  public:
    PdfCanvas();
    ~PdfCanvas();
    PdfCanvas(const PdfCanvas&) = delete;
    PdfCanvas& operator=(const PdfCanvas&) = delete;

    // The bytes of a PDF with the glyphs of its fonts embedded. bad_input for no pages, io when Cairo fails.
    [[nodiscard]] Result<std::string> pdf(std::span<const Page> pages, const PaperInfo& info);
    // The page as a printer of 300 dots an inch would have it.
    [[nodiscard]] Result<GreyImage> bitmap(const Page& page);

  private:
    std::unique_ptr<PaperFonts> fonts_;
};

}  // namespace baodao
