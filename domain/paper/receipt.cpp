// SPDX-License-Identifier: MIT
#include "domain/paper/receipt.hpp"

#include <algorithm>
#include <array>

#include "domain/paper/page_writer.hpp"
#include "domain/paper/text_width.hpp"

namespace baodao {

namespace {

constexpr double cut = a4_height / 2;
constexpr double left = 13.6;
constexpr double right = 196.4;
constexpr PaperBox code_place{161, 26.4, 36.4, 36.4};  // on its half
constexpr PaperBox code_below{code_place.x, 63.1, code_place.width, 4.8};
constexpr PaperBox code_purpose{code_place.x, 68, code_place.width, 4.6};
constexpr std::size_t table_rows_min = 2;  // policy R15: one or two items
constexpr std::size_t table_rows_max = 5;
constexpr double row_height = 9.4;
constexpr double sentence_height = 7.3;
constexpr double foot_width = 117;  // of its left part

constexpr PrintSize body{12.4, 7};
constexpr PrintSize cell{11.4, 6.5};
constexpr PrintSize note{8.6, 6};
constexpr PrintSize corner{9.4, 6};
constexpr PrintSize foot{10.4, 7};

std::string date_words(LocalDate date) {
    const CivilDate day = civil_from_date(date);
    return std::to_string(day.year) + "年" + std::to_string(day.month) + "月" + std::to_string(day.day) +
           "日";
}

std::string spaced_date_words(LocalDate date) {
    const CivilDate day = civil_from_date(date);
    return std::to_string(day.year) + " 年　" + std::to_string(day.month) + " 月　" +
           std::to_string(day.day) + " 日";
}

std::string contact_line(std::string_view who, const PaperContact& contact) {
    return std::string(who) + "联系人：" + or_blank(contact.name) + "　电话：" + or_blank(contact.phone);
}

// Writes one of the two halves, whose top lies at `top`.
class HalfPage {
  public:
    HalfPage(Page& page, const Receipt& receipt, double top) : out_(page, {0, top}), receipt_(receipt) {}

    void head(std::string title, std::string destination) {
        if (!receipt_.slip_number.empty()) {
            out_.text({left, 9.7, 42, 4.8}, "报到单号 " + receipt_.slip_number, {corner});
        }
        out_.text({left, 14.6, 42, 4.8}, "报到编号 " + receipt_.registration_number, {corner});
        out_.text({56, 10.4, 96, 9.6}, std::move(title), {{19, 12}, PrintWeight::bold, PrintAlign::centre});
        out_.text({152.4, 14.6, right - 152.4, 4.8}, std::move(destination),
                  {corner, PrintWeight::regular, PrintAlign::right});
        out_.line({left, 21.8}, {right, 21.8}, 0.5);
    }

    Status code(std::string purpose) {
        out_.text(code_purpose, std::move(purpose), {note, PrintWeight::regular, PrintAlign::centre});
        // Folded in a pocket on its way: a stronger code than a card's.
        return out_.code(code_place, receipt_.qr_text, QrLevel::quartile, code_below, receipt_.serial);
    }

    // Words of a sentence from x on; gives where the next ones begin.
    double words(double x, double y, std::string said) {
        const double width = estimated_width(said, body.wanted) + 1;
        out_.text({x, y, width, sentence_height}, std::move(said), {body});
        return x + width;
    }
    // A blank with its content in bold, at least as wide as `width`; not beyond `limit`.
    double blank(double x, double y, double width, double limit, const std::string& content) {
        constexpr double air = 5;
        const double wide = std::min(std::max(width, estimated_width(content, body.wanted) + air), limit - x);
        out_.text({x, y, wide, sentence_height}, content, {body, PrintWeight::bold, PrintAlign::centre});
        out_.line({x, y + sentence_height}, {x + wide, y + sentence_height}, 0.3);
        return x + wide + 1.4;
    }

    void table(double y) {
        table_row(y, {"序", "服务岗位", "服务项目", "党员服务队"}, true);
        const auto& items = receipt_.items;
        const bool too_many = items.size() > table_rows_max;
        const std::size_t told = too_many ? table_rows_max - 1 : items.size();
        const std::size_t rows = std::clamp(items.size(), table_rows_min, table_rows_max);
        for (std::size_t i = 0; i < rows; ++i) {
            y += row_height;
            const std::string number = std::to_string(i + 1);
            if (i < told) {
                table_row(y, {number, items[i].post, items[i].item, items[i].team}, false);
            } else if (too_many) {
                const std::string rest = std::to_string(items.size() - told);
                table_row(y, {"…", "", "另有 " + rest + " 项", "见社区台账"}, false);
            } else {
                table_row(y, {number, "", "", ""}, false);
            }
        }
    }

    void feet(std::string_view agency_side, const std::string& last_words) {
        out_.text({left, 121.4, foot_width, 6}, contact_line("社区", receipt_.window), {foot});
        out_.text({left, 127.8, foot_width, 6}, contact_line(agency_side, receipt_.agency), {foot});
        const LocalDate day = local_date(receipt_.printed_at, receipt_.offset);
        out_.text({left, 134.6, foot_width, 5},
                  receipt_.terminal + " 打印　第 " + std::to_string(receipt_.copy) + " 份　" +
                      to_string(day) + " " + clock_text(receipt_.printed_at, receipt_.offset) + last_words,
                  {note});
        out_.text({132, 127.8, 64, 6}, receipt_.community + "党组织（盖章）",
                  {foot, PrintWeight::regular, PrintAlign::centre});
        out_.text({132, 134.2, 64, 6}, spaced_date_words(receipt_.registered_on),
                  {foot, PrintWeight::regular, PrintAlign::centre});
    }

  private:
    void table_row(double y, const std::array<std::string, 4>& cells, bool is_head) {
        constexpr std::array<double, 5> edges{left, 23.2, 52, 91, 153};
        constexpr double inset = 1;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const PaperBox box{edges[i], y, edges[i + 1] - edges[i], row_height};
            out_.frame(box, 0.3, is_head);
            out_.text({box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset}, cells[i],
                      {cell, PrintWeight::regular, PrintAlign::centre});
        }
    }

    PageWriter out_;
    const Receipt& receipt_;
};

constexpr double sentence_limit = 156;  // a sentence ends before the code

Status upper_half(Page& page, const Receipt& receipt) {
    HalfPage half(page, receipt, 0);
    half.head("在职党员联系报到回执单", "由本人交回机关党组织备案");
    double x = half.blank(left + 1.4, 26.6, 42, sentence_limit - 6, receipt.branch);
    half.words(x, 26.6, "：");
    x = half.words(left + 8.8, 36.6, "贵支部");
    x = half.blank(x, 36.6, 25, x + 34, receipt.name);
    x = half.words(x, 36.6, "同志已于");
    x = half.blank(x, 36.6, 37, x + 40, date_words(receipt.registered_on));
    half.words(x, 36.6, "到我社区报到，");
    half.words(left, 46.6,
               receipt.items.empty() ? "接受社区党组织协助管理，服务项目以后再选："
                                     : "接受社区党组织协助管理，并认领下列服务项目：");
    half.table(56.8);
    half.feet("贵支部", "");
    return half.code("备案时扫码，或录入短码");
}

Status lower_half(Page& page, const Receipt& receipt) {
    HalfPage half(page, receipt, cut);
    half.head("在职党员联系报到回执单（存根）", "由社区党组织留存");
    double x = half.blank(left + 1.4, 26.6, 25, left + 50, receipt.name);
    x = half.words(x, 26.6, "同志（");
    x = half.blank(x, 26.6, 42, sentence_limit - 6, receipt.branch);
    half.words(x, 26.6, "）");
    x = half.words(left, 36.6, "已于");
    x = half.blank(x, 36.6, 37, x + 40, date_words(receipt.registered_on));
    half.words(
        x, 36.6,
        receipt.items.empty() ? "到我社区报到，服务项目以后再选：" : "到我社区报到，认领下列服务项目：");
    half.table(46.8);
    half.feet("机关党组织", "　签收：＿＿＿＿＿＿");
    return half.code("与回执单同一编码");
}

}  // namespace

Result<Page> lay_out_receipt(const Receipt& receipt) {
    Page page;
    add_cut_line(page, cut, "沿此线裁开");
    if (const Status drawn = upper_half(page, receipt); !drawn) return drawn.error();
    if (const Status drawn = lower_half(page, receipt); !drawn) return drawn.error();
    return page;
}

}  // namespace baodao
