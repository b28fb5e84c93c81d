// SPDX-License-Identifier: MIT
#include "domain/paper/registration_form.hpp"

#include <algorithm>

#include "domain/paper/page_writer.hpp"

namespace baodao {

namespace {

constexpr double cut = 220.2;
constexpr PaperPoint card_corner{(a4_width - card_width) / 2, cut + 1.4};

// The grid of the form, from the page's corner.
constexpr double x_label = 16.4;
constexpr double x_value = 40.5;
constexpr double x_label_two = 63.9;
constexpr double x_value_two = 84.3;
constexpr double x_label_three = 101.8;
constexpr double x_value_three = 125.9;
constexpr double x_code = 154.7;
constexpr double x_end = 193.9;
constexpr double y_top = 23.5;
constexpr double row = 10.85;
constexpr double y_skills = y_top + 4 * row;
constexpr double y_posts = y_skills + row;
constexpr double y_agency = y_posts + 16.2;
constexpr double y_community = y_agency + 44.3;  // a seal of 44 mm has room
constexpr double y_contacts = y_community + 44.3;
constexpr double y_end = y_contacts + 15.2;
static_assert(y_end + 10 < cut);

constexpr PrintSize cell{11.4, 6.5};
constexpr PrintSize head{10.2, 6.5};
constexpr PrintSize note{8.6, 6};
constexpr double inset = 1.2;

class Form {
  public:
    Form(Page& page, const RegistrationForm& form) : out_(page, {}), form_(form) {}

    Status draw() {
        draw_head();
        draw_person();
        draw_posts();
        draw_opinion(y_agency, y_community, "机关党组织",
                     "同意" + form_.card.name + "同志到居住地社区党组织报到，请予接洽。");
        draw_opinion(y_community, y_contacts, "社区党组织", "");
        draw_contacts();
        return draw_code();
    }

  private:
    void draw_head() {
        constexpr double right_column = 146;
        const CivilDate by = civil_from_date(form_.report_by);
        const TextStyle to_the_right{head, PrintWeight::regular, PrintAlign::right};
        out_.text({x_label, 10, 48, 5.2}, "编号　" + form_.card.slip_number, {head});
        out_.text({x_label, 15.2, 48, 5.2}, "批次　" + form_.batch, {head});
        out_.text({65, 10.6, 80, 11}, "在职党员联系报到单",
                  {{21, 21}, PrintWeight::bold, PrintAlign::centre});
        out_.text({right_column, 10, x_end - right_column, 5.2}, "由社区党组织留存归档", to_the_right);
        out_.text({right_column, 15.2, x_end - right_column, 5.2},
                  std::to_string(by.year) + " 年 " + std::to_string(by.month) + " 月 " +
                      std::to_string(by.day) + " 日前报到",
                  to_the_right);
    }

    void draw_person() {
        double y = y_top;
        label(x_label, x_value, y, "姓　名");
        value(x_value, x_label_two, y, form_.card.name, PrintWeight::bold);
        label(x_label_two, x_value_two, y, "性　别");
        blank(x_value_two, x_label_three, y);
        label(x_label_three, x_value_three, y, "联系电话");
        blank(x_value_three, x_code, y);
        y += row;
        label(x_label, x_value, y, "民　族");
        blank(x_value, x_label_two, y);
        label(x_label_two, x_value_two, y, "出生年月");
        blank(x_value_two, x_label_three, y);
        label(x_label_three, x_value_three, y, "入党时间");
        blank(x_value_three, x_code, y);
        y += row;
        label(x_label, x_value, y, "单位职务");
        value(x_value, x_label_three, y, form_.unit, PrintWeight::bold);
        label(x_label_three, x_value_three, y, "所在党支部");
        value(x_value_three, x_code, y, form_.card.branch, PrintWeight::bold);
        y += row;
        label(x_label, x_value, y, "报到社区");
        value(x_value, x_label_three, y, form_.card.community, PrintWeight::bold);
        label(x_label_three, x_value_three, y, "居住小区");
        blank(x_value_three, x_code, y);
        label(x_label, x_value, y_skills, "专业特长");
        value(x_value, x_label_three, y_skills, form_.skills, PrintWeight::regular);
        label(x_label_three, x_value_three, y_skills, "服务时间");
        value(x_value_three, x_end, y_skills, form_.times, PrintWeight::regular);
    }

    void draw_posts() {
        constexpr std::size_t shown_max = 9;
        constexpr std::size_t in_a_row = 5;
        label(x_label, x_value, y_posts, "意向岗位", y_agency - y_posts);
        out_.frame({x_value, y_posts, x_end - x_value, y_agency - y_posts}, 0.3);
        const auto& posts = form_.posts;
        const std::size_t shown = std::min(posts.size(), shown_max);
        std::string others;
        for (const std::string& wish : form_.wishes) {
            if (std::find(posts.begin(), posts.begin() + static_cast<std::ptrdiff_t>(shown), wish) !=
                posts.begin() + static_cast<std::ptrdiff_t>(shown)) {
                continue;
            }
            others += (others.empty() ? "" : "、") + wish;
        }
        const auto place = [](std::size_t i) {
            constexpr double width = 30;
            constexpr double height = 6.4;
            return PaperPoint{x_value + 3.4 + static_cast<double>(i % in_a_row) * width,
                              y_posts + 1.7 + static_cast<double>(i / in_a_row) * height};
        };
        for (std::size_t i = 0; i < shown; ++i) {
            const bool wished =
                std::find(form_.wishes.begin(), form_.wishes.end(), posts[i]) != form_.wishes.end();
            box_to_tick(place(i), 24, posts[i], wished);
        }
        const PaperPoint last = place(shown);
        box_to_tick(last, x_end - last.x - 8, "其他：" + or_blank(others), !others.empty());
    }

    void draw_opinion(double top, double bottom, const std::string& whose, std::string opinion) {
        constexpr double line = 6.2;
        const double middle = (top + bottom) / 2;
        out_.frame({x_label, top, x_value - x_label, bottom - top}, 0.3, true);
        out_.text({x_label, middle - line, x_value - x_label, line}, whose,
                  {cell, PrintWeight::regular, PrintAlign::centre});
        out_.text({x_label, middle, x_value - x_label, line}, "意　　　见",
                  {cell, PrintWeight::regular, PrintAlign::centre});
        out_.frame({x_value, top, x_end - x_value, bottom - top}, 0.3);
        if (!opinion.empty()) {
            out_.text({x_value + 3.4, top + 1.6, x_end - x_value - 6.8, 7}, std::move(opinion), {cell});
        }
        out_.text({130, bottom - 7.6, x_end - 133, 6}, "（盖章）　　　　年　　月　　日",
                  {cell, PrintWeight::regular, PrintAlign::right});
    }

    void draw_contacts() {
        const double height = y_end - y_contacts;
        label(x_label, x_value, y_contacts, "双方联系人", height);
        out_.frame({x_value, y_contacts, x_end - x_value, height}, 0.3);
        constexpr double second = 112;
        out_.text({x_value + 3.4, y_contacts, second - x_value - 4, height},
                  "机关党组织　" + or_blank(form_.agency.name) + "　" + or_blank(form_.agency.phone), {cell});
        out_.text({second, y_contacts, x_end - second - 2, height},
                  "社区窗口　" + or_blank(form_.card.cadre) + "　" + or_blank(form_.card.phone), {cell});
        out_.text({x_label, y_end + 1.4, 140, 4.8},
                  "空白栏由本人用笔填写，系统不保存。报到后凭下面的签到卡参加服务。", {note});
        out_.text({x_end - 30, y_end + 1.4, 30, 4.8}, "第 " + std::to_string(form_.copy) + " 份",
                  {note, PrintWeight::regular, PrintAlign::right});
    }

    Status draw_code() {
        out_.frame({x_code, y_top, x_end - x_code, y_skills - y_top}, 0.3);
        constexpr PaperBox place{x_code + 1.4, y_top + 0.8, 36.4, 36.4};
        // The form is folded and filed: a stronger code than the card's, of the same text.
        return out_.code(place, form_.card.qr_text, QrLevel::quartile,
                         {place.x, place.bottom() + 0.2, place.width, 5.2}, form_.card.serial);
    }

    void label(double from, double to, double y, std::string words, double height = row) {
        out_.frame({from, y, to - from, height}, 0.3, true);
        out_.text({from + inset, y, to - from - 2 * inset, height}, std::move(words),
                  {cell, PrintWeight::regular, PrintAlign::centre});
    }
    void value(double from, double to, double y, const std::string& words, PrintWeight weight) {
        constexpr double air = 2.4;
        blank(from, to, y);
        out_.text({from + air, y + inset, to - from - 2 * air, row - 2 * inset}, words, {cell, weight});
    }
    void blank(double from, double to, double y) { out_.frame({from, y, to - from, row}, 0.3); }

    void box_to_tick(PaperPoint at, double width, std::string words, bool ticked) {
        constexpr double side = 3.6;
        constexpr double line_height = 6;
        const double top = at.y + (line_height - side) / 2;
        out_.frame({at.x, top, side, side}, 0.35);
        if (ticked) {
            out_.line({at.x + 0.8, top + 1.9}, {at.x + 1.5, top + 2.7}, 0.6);
            out_.line({at.x + 1.5, top + 2.7}, {at.x + 2.9, top + 0.9}, 0.6);
        }
        out_.text({at.x + side + 1.4, at.y, width, line_height}, std::move(words), {cell});
    }

    PageWriter out_;
    const RegistrationForm& form_;
};

}  // namespace

Result<Page> lay_out_registration_form(const RegistrationForm& form) {
    Page page;
    if (const Status drawn = Form(page, form).draw(); !drawn) return drawn.error();
    add_cut_line(page, cut, "沿此线撕下，下面的签到卡由本人保存");
    if (const Status drawn = add_sign_in_card(page, card_corner, form.card); !drawn) return drawn.error();
    return page;
}

}  // namespace baodao
