// SPDX-License-Identifier: MIT
#include "domain/paper/service_record.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "domain/paper/page_writer.hpp"

namespace baodao {

namespace {

constexpr double left = 13.6;
constexpr double right = 283.4;
constexpr double table_top = 33.8;
constexpr double row_height = 10.16;
constexpr std::size_t rows_last = 8;   // with totals and signatures below
constexpr std::size_t rows_full = 13;  // a page that another one follows
constexpr double inset = 1.2;

constexpr std::size_t columns = 11;
constexpr std::array<double, columns + 1> edges{left,  23.2,  46.8,  80.0,  105.1, 125.4,
                                                149.0, 163.9, 178.8, 204.6, 223.3, right};
constexpr std::array<const char*, columns> heads{"序",           "日 期",  "服务内容",  "岗 位",
                                                 "类 别",        "地 点",  "签到",      "签退",
                                                 "义工服务时间", "经办人", "标注和原因"};

constexpr PrintSize cell{10.4, 6};
constexpr PrintSize sum{11.4, 7};
constexpr PrintSize small{9.4, 6};
constexpr TextStyle plain{cell, PrintWeight::regular, PrintAlign::centre};
constexpr TextStyle strong{cell, PrintWeight::bold, PrintAlign::left};

std::string date_words(LocalDate date) {
    const CivilDate day = civil_from_date(date);
    return std::to_string(day.year) + "年" + std::to_string(day.month) + "月" + std::to_string(day.day) +
           "日";
}

// One page: its part of the lines.
class RecordPage {
  public:
    RecordPage(Page& page, const ServiceRecord& record) : out_(page, {}), record_(record) {}

    void head(std::size_t number, std::size_t of) {
        out_.text({left, 19.6, 78, 5.4}, "报到编号　" + record_.registration_number, {sum});
        out_.text({left, 25.2, 78, 5.4},
                  "期间　" + to_string(record_.first) + " 至 " + to_string(record_.last), {sum});
        out_.text({92, 20.4, 113, 11.4}, "在职党员服务社区情况记录表",
                  {{21, 14}, PrintWeight::bold, PrintAlign::centre});
        const TextStyle end{small, PrintWeight::regular, PrintAlign::right};
        out_.text({220, 17.7, right - 220, 4.2}, "核对码", end);
        out_.text({220, 21.9, right - 220, 4.2}, record_.check_code,
                  {small, PrintWeight::bold, PrintAlign::right});
        out_.text({220, 26.1, right - 220, 4.2},
                  "第 " + std::to_string(number) + " 页 / 共 " + std::to_string(of) + " 页", end);
        member();
    }

    void table(std::span<const ServiceLine> lines, std::size_t first_number, std::size_t rows) {
        double y = table_top + row_height;
        for (std::size_t i = 0; i < columns; ++i) put(y, i, heads[i], plain, true);
        for (std::size_t i = 0; i < rows; ++i) {
            y += row_height;
            row(y, first_number + i, i < lines.size() ? lines[i] : ServiceLine{}, i < lines.size());
        }
        bottom_ = y + row_height;
    }

    void totals() {
        std::string words = "上半年参加 " + std::to_string(record_.first_half) + " 次　　下半年参加 " +
                            std::to_string(record_.second_half) + " 次　　全年义工服务时间 " + record_.total;
        if (!record_.opening.empty()) words += "（" + record_.opening + "）";
        total_row("合　计", words);
        const double y = bottom_;
        total_row("完成情况", {});
        double x = edges[2] + 2;
        x = tick(x, y, "已完成", record_.completion == Completion::done);
        x = tick(x, y, "未完成（原因：＿＿＿＿＿＿＿＿）", false);
        (void)tick(x, y, "本期不作要求", record_.completion == Completion::not_asked);
        total_row("群众评价",
                  record_.ratings.empty() ? "不足 3 份，不列出（不记评价人姓名）" : record_.ratings);
    }

    void signatures() {
        out_.text({left, 188.6, 130, 6},
                  "记录人（签名）：＿＿＿＿＿＿＿＿　　本人核对（签名）：＿＿＿＿＿＿＿＿", {sum});
        out_.text({215, 188.6, right - 215, 6}, record_.community + "党组织（盖章）",
                  {sum, PrintWeight::regular, PrintAlign::right});
        out_.text({215, 195.6, right - 215, 6}, "年　　　月　　　日",
                  {sum, PrintWeight::regular, PrintAlign::right});
    }

    void foot() {
        const LocalDate day = local_date(record_.printed_at, record_.offset);
        out_.text({left, 196, 195, 5},
                  "原记录不会改动；更正和补录另记一条，注明经办人。窗口联系人 " +
                      or_blank(record_.window.name) + " " + record_.window.phone + "　" + record_.terminal +
                      " 打印 第 " + std::to_string(record_.copy) + " 份 " + to_string(day) + " " +
                      clock_text(record_.printed_at, record_.offset),
                  {small});
    }

  private:
    void put(double y, std::size_t column, const std::string& words, const TextStyle& style,
             bool head = false) {
        const PaperBox box{edges[column], y, edges[column + 1] - edges[column], row_height};
        out_.frame(box, 0.3, head);
        if (words.empty()) return;
        out_.text({box.x + inset, box.y + 0.8, box.width - 2 * inset, box.height - 1.6}, words, style);
    }

    void row(double y, std::size_t number, const ServiceLine& line, bool filled) {
        const std::array<std::string, columns> cells{std::to_string(number),
                                                     filled ? to_string(line.day) : "",
                                                     line.title,
                                                     line.post,
                                                     line.kind,
                                                     line.place,
                                                     line.in,
                                                     line.out,
                                                     line.minutes,
                                                     line.cadre,
                                                     line.remarks};
        for (std::size_t i = 0; i < columns; ++i) {
            TextStyle style = plain;
            if (i == 2 || i == 8) style.weight = PrintWeight::bold;
            if (i == 2 || i == columns - 1) style.align = PrintAlign::left;
            if (i == columns - 1) style.size = small;
            put(y, i, cells[i], style);
        }
    }

    // 姓名, 党支部, 报到日期, 服务队.
    void member() {
        constexpr std::array<double, 9> places{left, 32.2, 66, 91.4, 152.4, 177.8, 215, 240.4, right};
        const std::array<std::string, 8> cells{"姓 名",      record_.name,
                                               "所在党支部", record_.branch,
                                               "报到日期",   date_words(record_.registered_on),
                                               "服 务 队",   record_.teams};
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const bool label = i % 2 == 0;
            const PaperBox box{places[i], table_top, places[i + 1] - places[i], row_height};
            out_.frame(box, 0.3, label);
            TextStyle style = label ? plain : strong;
            if (i == 5 || i == 7) style = {cell};
            out_.text({box.x + inset, box.y + 0.8, box.width - 2 * inset, box.height - 1.6}, cells[i], style);
        }
    }

    void total_row(const std::string& label, const std::string& words) {
        const PaperBox head{left, bottom_, edges[2] - left, row_height};
        out_.frame(head, 0.3, true);
        out_.text({head.x + inset, head.y + 1, head.width - 2 * inset, head.height - 2}, label, plain);
        const PaperBox rest{edges[2], bottom_, right - edges[2], row_height};
        out_.frame(rest, 0.3);
        if (!words.empty())
            out_.text({rest.x + 2, rest.y + 1, rest.width - 4, rest.height - 2}, words, {sum});
        bottom_ += row_height;
    }

    // A box to tick with its words; where the next one begins.
    double tick(double x, double y, const std::string& words, bool ticked) {
        constexpr double side = 3.6;
        const double top = y + (row_height - side) / 2;
        out_.frame({x, top, side, side}, 0.35);
        if (ticked) {
            out_.line({x + 0.7, top + 1.9}, {x + 1.5, top + 2.8}, 0.5);
            out_.line({x + 1.5, top + 2.8}, {x + 3, top + 0.8}, 0.5);
        }
        const double width = 6 + 4.2 * static_cast<double>(words.size()) / 3;
        out_.text({x + side + 1.4, y + 1, width, row_height - 2}, words, {sum});
        return x + side + 1.4 + width + 3;
    }

    PageWriter out_;
    const ServiceRecord& record_;
    double bottom_ = 0;  // of what was drawn so far
};

}  // namespace

std::vector<Page> lay_out_service_record(const ServiceRecord& record) {
    const std::size_t beyond = record.lines.size() > rows_last ? record.lines.size() - rows_last : 0;
    const std::size_t full_pages = (beyond + rows_full - 1) / rows_full;
    std::vector<Page> pages(full_pages + 1, Page{a4_height, a4_width, {}});
    std::span<const ServiceLine> rest(record.lines);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const bool last = i == full_pages;
        const std::size_t rows = last ? rows_last : rows_full;
        RecordPage page(pages[i], record);
        page.head(i + 1, pages.size());
        page.table(rest.first(std::min(rows, rest.size())), i * rows_full + 1, rows);
        rest = rest.subspan(std::min(rows, rest.size()));
        if (last) page.totals();
        if (last) page.signatures();
        page.foot();
    }
    return pages;
}

}  // namespace baodao
