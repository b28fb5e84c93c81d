// SPDX-License-Identifier: MIT
#include "domain/paper/sign_in_cards.hpp"

#include <algorithm>

#include "domain/paper/text_width.hpp"
#include "domain/slip/short_code.hpp"

namespace baodao {

namespace {

constexpr int columns = 2;
constexpr int rows = cards_on_sheet / columns;
constexpr double card_width = a4_width / columns;
constexpr double card_height = a4_height / rows;

// Places on a card, from its own corner. Nothing but the cut lines comes nearer to an edge than 4.4 mm.
constexpr double left = 5.5;
constexpr double right = 99.5;
constexpr PaperBox title{left, 4.8, 44, 7.4};
constexpr PaperBox number{50, 6.4, right - 50, 5.6};
constexpr double head_rule = 12.6;
constexpr PaperBox name{left, 14.8, 56, 10.6};
constexpr double first_field = 25.6;
constexpr double field_height = 5.6;
constexpr double label_width = 12;
constexpr double value_left = 19.6;
constexpr double value_width = 42.4;
constexpr PaperBox code{63, 14.6, 36.4, 36.4};
constexpr PaperBox short_code_place{code.x, 51.1, code.width, 5.2};
constexpr PaperBox advice_one{left, 52.8, 56, 4.5};
constexpr PaperBox advice_two{left, 57.4, 56, 4.5};
constexpr double foot_rule = 64.3;
constexpr PaperBox foot_left{left, 65.4, 49, 5.2};
constexpr PaperBox foot_right{55, 65.4, right - 55, 5.2};

constexpr TypeSize small{8.6, 5.5};
constexpr TypeSize field_size{10.4, 7};

PaperBox moved(PaperBox box, PaperPoint by) {
    return {box.x + by.x, box.y + by.y, box.width, box.height};
}

int rows_needed(const std::string& value) {
    constexpr int rows_max = 2;
    const double lines = estimated_width(value, field_size.wanted) / value_width;
    return std::clamp(static_cast<int>(lines) + 1, 1, rows_max);
}

// Draws one card with its corner at `corner`.
class CardLayout {
  public:
    CardLayout(Page& page, PaperPoint corner) : page_(page), corner_(corner) {}

    Status add(const SignInCard& card) {
        auto qr = place_qr(card.qr_text, moved(code, corner_), QrLevel::medium);
        if (!qr) return qr.error();
        page_.items.emplace_back(*std::move(qr));
        text(short_code_place, short_code(card.serial), {10.5, 10.5}, Weight::bold, Align::centre,
             Family::fixed);

        text(title, "在职党员签到卡", {14.4, 14.4}, Weight::bold);
        text(number, "报到单号 " + card.slip_number, small, Weight::regular, Align::right);
        rule(head_rule, 0.35);
        text(name, card.name, {20, 9}, Weight::bold);
        double y = field("党支部", card.branch, first_field);
        y = field("社　区", card.community, y);
        text(advice_one, "请随身带好。来时扫一次，走时扫一次。", small);
        text(advice_two, "手机拍照也能用，丢失可到窗口补办。", small);
        rule(foot_rule, 0.12);
        text(foot_left, "每半年至少 1 次，每年不少于 10 小时", small);
        text(foot_right, card.window + " " + card.cadre + "　" + card.phone, small, Weight::regular,
             Align::right);
        return {};
    }

  private:
    void text(const PaperBox& box, std::string words, TypeSize size, Weight weight = Weight::regular,
              Align align = Align::left, Family family = Family::text) {
        page_.items.emplace_back(
            TextItem{moved(box, corner_), std::move(words), size, weight, align, family});
    }
    void rule(double y, double width) {
        page_.items.emplace_back(
            LineItem{{corner_.x + left, corner_.y + y}, {corner_.x + right, corner_.y + y}, width});
    }
    // Where the next field begins; a field without a value takes no place.
    double field(std::string label, const std::string& value, double y) {
        if (value.empty()) return y;
        const double height = field_height * rows_needed(value);
        text({left, y, label_width, field_height}, std::move(label), field_size);
        text({value_left, y, value_width, height}, value, field_size, Weight::bold);
        return y + height;
    }

    Page& page_;
    PaperPoint corner_;
};

Page sheet_with_cut_lines() {
    Page page;
    constexpr double hair = 0.18;
    for (int column = 1; column < columns; ++column) {
        const double x = column * card_width;
        page.items.emplace_back(LineItem{{x, 0}, {x, a4_height}, hair, true});
    }
    for (int row = 1; row < rows; ++row) {
        const double y = row * card_height;
        page.items.emplace_back(LineItem{{0, y}, {a4_width, y}, hair, true});
    }
    return page;
}

}  // namespace

Result<std::vector<Page>> lay_out_sign_in_cards(std::span<const SignInCard> cards, StartCell start) {
    if (start.number < 1 || start.number > cards_on_sheet) {
        return Error{ErrorKind::bad_input, "a sheet has cards 1 to 8", std::to_string(start.number)};
    }
    std::vector<Page> pages;
    int cell = start.number - 1;
    for (const SignInCard& card : cards) {
        if (pages.empty() || cell == cards_on_sheet) {
            pages.push_back(sheet_with_cut_lines());
            cell %= cards_on_sheet;
        }
        const PaperPoint corner{cell % columns * card_width, cell / columns * card_height};
        if (const Status added = CardLayout(pages.back(), corner).add(card); !added) return added.error();
        ++cell;
    }
    return pages;
}

}  // namespace baodao
