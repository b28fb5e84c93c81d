// SPDX-License-Identifier: MIT
// Puts things on a part of a page: all places are counted from that part's own corner.
#pragma once

#include <string>

#include "domain/base/ids.hpp"
#include "domain/paper/page.hpp"

namespace baodao {

struct TextStyle {
    PrintSize size;
    PrintWeight weight = PrintWeight::regular;
    PrintAlign align = PrintAlign::left;
    PrintFamily family = PrintFamily::text;
};

class PageWriter {
  public:
    // `page` outlives the writer.
    PageWriter(Page& page, PaperPoint corner) : page_(page), corner_(corner) {}

    void text(const PaperBox& box, std::string words, const TextStyle& style);
    void line(PaperPoint from, PaperPoint to, double width);
    void frame(const PaperBox& box, double line_width, bool filled = false);
    // The code in the middle of `box`, the short code of its slip in `below`.
    [[nodiscard]] Status code(const PaperBox& box, const std::string& qr_text, QrLevel level,
                              const PaperBox& below, SlipSerial serial);

  private:
    [[nodiscard]] PaperPoint moved(PaperPoint point) const {
        return {point.x + corner_.x, point.y + corner_.y};
    }
    [[nodiscard]] PaperBox moved(const PaperBox& box) const {
        return {box.x + corner_.x, box.y + corner_.y, box.width, box.height};
    }

    Page& page_;
    PaperPoint corner_;
};

// A dashed line across the whole page at `y` with words in its middle: 沿此线裁开.
void add_cut_line(Page& page, double y, std::string words);

}  // namespace baodao
