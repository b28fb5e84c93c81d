// SPDX-License-Identifier: MIT
#include "domain/paper/sign_in_cards.hpp"

#include <algorithm>

#include "domain/paper/page_writer.hpp"
#include "domain/paper/text_width.hpp"

namespace baodao {

namespace {

constexpr int columns = 2;
constexpr int rows = cards_on_sheet / columns;
static_assert(columns * card_width == a4_width && rows * card_height == a4_height);

// Places on a card, from its own corner.
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

constexpr PrintSize small{8.6, 5.5};
constexpr PrintSize field_size{10.4, 7};

// How many rows a field gets, by the width of its characters.
int rows_needed(const std::string& value) {
    constexpr int rows_max = 2;
    const double lines = estimated_width(value, field_size.wanted) / value_width;
    return std::clamp(static_cast<int>(lines) + 1, 1, rows_max);
}

// Writes 党支部 or 社区 at y and says where the next one begins; without a value it takes no place.
double add_field(PageWriter& card, double y, std::string label, const std::string& value) {
    if (value.empty()) return y;
    const double height = field_height * rows_needed(value);
    card.text({left, y, label_width, field_height}, std::move(label), {field_size});
    card.text({value_left, y, value_width, height}, value, {field_size, PrintWeight::bold});
    return y + height;
}

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

Status add_sign_in_card(Page& page, PaperPoint corner, const SignInCard& card) {
    PageWriter out(page, corner);
    const Status coded = out.code(code, card.qr_text, QrLevel::medium, short_code_place, card.serial);
    if (!coded) return coded;

    out.text(title, "在职党员签到卡", {{14.4, 14.4}, PrintWeight::bold});
    out.text(number, "报到单号 " + card.slip_number, {small, PrintWeight::regular, PrintAlign::right});
    out.line({left, head_rule}, {right, head_rule}, 0.35);
    out.text(name, card.name, {{20, 9}, PrintWeight::bold});
    const double second_field = add_field(out, first_field, "党支部", card.branch);
    add_field(out, second_field, "社　区", card.community);
    out.text(advice_one, "请随身带好。来时扫一次，走时扫一次。", {small});
    out.text(advice_two, "手机拍照也能用，丢失可到窗口补办。", {small});
    out.line({left, foot_rule}, {right, foot_rule}, 0.12);
    out.text(foot_left, "每半年至少 1 次，每年不少于 10 小时", {small});
    out.text(foot_right, card.window + " " + card.cadre + "　" + card.phone,
             {small, PrintWeight::regular, PrintAlign::right});
    return {};
}

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
        if (const Status added = add_sign_in_card(pages.back(), corner, card); !added) return added.error();
        ++cell;
    }
    return pages;
}

}  // namespace baodao
