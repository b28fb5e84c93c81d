// SPDX-License-Identifier: MIT
#include "domain/paper/page_writer.hpp"

#include "domain/paper/text_width.hpp"
#include "domain/slip/short_code.hpp"

namespace baodao {

void PageWriter::text(const PaperBox& box, std::string words, const TextStyle& style) {
    page_.items.emplace_back(
        TextItem{moved(box), std::move(words), style.size, style.weight, style.align, style.family});
}

void PageWriter::line(PaperPoint from, PaperPoint to, double width) {
    page_.items.emplace_back(LineItem{moved(from), moved(to), width});
}

void PageWriter::frame(const PaperBox& box, double line_width, bool filled) {
    page_.items.emplace_back(BoxItem{moved(box), line_width, filled});
}

Status PageWriter::code(const PaperBox& box, const std::string& qr_text, QrLevel level, const PaperBox& below,
                        SlipSerial serial) {
    auto qr = place_qr(qr_text, moved(box), level);
    if (!qr) return qr.error();
    page_.items.emplace_back(*std::move(qr));
    text(below, short_code(serial),
         {{10.5, 10.5}, PrintWeight::bold, PrintAlign::centre, PrintFamily::fixed});
    return {};
}

void add_cut_line(Page& page, double y, std::string words) {
    constexpr PrintSize size{8.6, 8.6};
    constexpr double air = 3;
    constexpr double height = 5.2;
    const double width = estimated_width(words, size.wanted) + 2 * air;
    const double gap_left = (page.width - width) / 2;
    page.items.emplace_back(LineItem{{0, y}, {gap_left, y}, 0.2, true});
    page.items.emplace_back(LineItem{{gap_left + width, y}, {page.width, y}, 0.2, true});
    PageWriter(page, {gap_left, y - height / 2})
        .text({0, 0, width, height}, std::move(words), {size, PrintWeight::regular, PrintAlign::centre});
}

}  // namespace baodao
