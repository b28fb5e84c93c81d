// SPDX-License-Identifier: MIT
#include "domain/paper/office_sheet.hpp"

#include "domain/paper/page_writer.hpp"

namespace baodao {

namespace {

constexpr double left = 18;
constexpr double right = a4_width - 18;
constexpr double width = right - left;
constexpr double top = 46;      // of the content
constexpr double bottom = 258;  // what stands below is the foot
constexpr double code_side = 44;
constexpr double code_top = 46;
constexpr double line_height = 9;
constexpr double note_height = 5.6;
constexpr double title_height = 11;
constexpr double label_width = 62;

constexpr TextStyle body{{11.5, 7}};
constexpr TextStyle strong{{11.5, 7}, PrintWeight::bold};
constexpr TextStyle small{{9, 6.5}};

class Pages {
  public:
    explicit Pages(const OfficeSheet& sheet) : sheet_(sheet) { begin(); }

    Status code() {
        if (sheet_.qr_text.empty()) return {};
        auto qr = place_qr(sheet_.qr_text, {left, code_top, code_side, code_side}, QrLevel::medium);
        if (!qr) return qr.error();
        pages_.back().items.emplace_back(*std::move(qr));
        PageWriter out(pages_.back(), {});
        double y = code_top + 5;
        for (const std::string& words : sheet_.qr_lines) {
            out.text({left + code_side + 8, y, width - code_side - 8, 7}, words,
                     &words == &sheet_.qr_lines.front() ? strong : body);
            y += 8.5;
        }
        y_ = code_top + code_side + 6;
        return {};
    }

    void section(const SheetSection& section) {
        // A title stays with its first line.
        need(title_height + line_height + note_height);
        PageWriter out(pages_.back(), {});
        out.frame({left, y_, width, title_height - 2.5}, 0.3, true);
        out.text({left + 3, y_, width - 6, title_height - 2.5}, section.title, strong);
        y_ += title_height - 1;
        for (const SheetLine& line : section.lines) put(line);
        y_ += 4;
    }

    std::vector<Page> finished() {
        if (sheet_.signed_by_hand) sign();
        for (std::size_t i = 0; i < pages_.size(); ++i) foot(pages_[i], i + 1);
        return std::move(pages_);
    }

  private:
    void begin() {
        pages_.emplace_back();
        PageWriter out(pages_.back(), {});
        out.text({left, 16, width, 11}, sheet_.title, {{20, 12}, PrintWeight::bold, PrintAlign::centre});
        out.text({left, 29, width * 0.6, 6}, sheet_.community, strong);
        out.text({left + width * 0.5, 29, width * 0.5, 6}, sheet_.subtitle,
                 {{11.5, 7}, PrintWeight::regular, PrintAlign::right});
        out.line({left, 38}, {right, 38}, 0.5);
        y_ = top;
    }

    void need(double height) {
        if (y_ + height > bottom) begin();
    }

    void put(const SheetLine& line) {
        const double height = line_height + (line.note.empty() ? 0 : note_height);
        need(height);
        PageWriter out(pages_.back(), {});
        const bool named = !line.label.empty();
        if (named) out.text({left + 3, y_, label_width, line_height}, line.label, body);
        const double from = named ? left + 3 + label_width + 4 : left + 3;
        out.text({from, y_, right - 3 - from, line_height}, line.value, strong);
        if (!line.note.empty())
            out.text({from, y_ + line_height - 1.4, right - 3 - from, note_height}, line.note, small);
        y_ += height;
        out.line({left, y_}, {right, y_}, 0.15);
    }

    void sign() {
        constexpr double room = 40;
        need(room);
        PageWriter out(pages_.back(), {});
        const double y = y_ + 10;
        out.text({left + 3, y, 60, 8}, "经办人：", body);
        out.line({left + 22, y + 8}, {left + 70, y + 8}, 0.3);
        out.text({left + 3, y + 14, 60, 8}, "日期：", body);
        out.line({left + 22, y + 22}, {left + 70, y + 22}, 0.3);
        out.text({right - 60, y, 60, 8}, "（社区党组织盖章）", body);
    }

    void foot(Page& page, std::size_t number) {
        PageWriter out(page, {});
        out.line({left, 277}, {right, 277}, 0.3);
        const std::string contact = "窗口联系人：" + or_blank(sheet_.window.name) + "　电话：" +
                                    or_blank(sheet_.window.phone) + "　" + sheet_.terminal;
        out.text({left, 279, width * 0.66, 6}, contact, small);
        const std::string when = to_string(local_date(sheet_.printed_at, sheet_.offset)) + " " +
                                 clock_text(sheet_.printed_at, sheet_.offset) + " 打印　第 " +
                                 std::to_string(number) + " 页，共 " + std::to_string(pages_.size()) + " 页";
        out.text({left + width * 0.62, 279, width * 0.38, 6}, when,
                 {{9, 6.5}, PrintWeight::regular, PrintAlign::right});
    }

    const OfficeSheet& sheet_;
    std::vector<Page> pages_;
    double y_ = top;
};

}  // namespace

Result<std::vector<Page>> lay_out_office_sheet(const OfficeSheet& sheet) {
    Pages pages(sheet);
    if (const Status drawn = pages.code(); !drawn) return drawn.error();
    for (const SheetSection& section : sheet.sections) pages.section(section);
    return pages.finished();
}

}  // namespace baodao
