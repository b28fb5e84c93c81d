// SPDX-License-Identifier: MIT
// Cards with real slips on them, and what can be seen on a drawn page.
#pragma once

#include <string>
#include <vector>

#include "domain/paper/pdf_canvas.hpp"
#include "domain/paper/receipt.hpp"
#include "domain/paper/sign_in_cards.hpp"
#include "tests/support/slip_factory.hpp"

namespace baodao::test {

inline SignInCard sample_card(SlipFactory& factory, const std::string& name = "林晓燕") {
    const Slip slip = factory.slip(name);
    return {.qr_text = factory.issue(slip),
            .serial = slip.serial,
            .slip_number = "财政-2026-1-07",
            .name = slip.name,
            .branch = "镇财政所党支部",
            .community = "云溪镇枫林社区",
            .window = "枫林窗口",
            .cadre = "周敏",
            .phone = "6612 0319"};
}

inline std::vector<SignInCard> sample_cards(SlipFactory& factory, std::size_t count) {
    std::vector<SignInCard> cards;
    while (cards.size() < count) cards.push_back(sample_card(factory));
    return cards;
}

inline Receipt sample_receipt(SlipFactory& factory) {
    Slip slip = factory.slip("林晓燕");
    slip.purpose = SlipPurpose::receipt;
    return {.qr_text = factory.issue(slip),
            .serial = slip.serial,
            .slip_number = "财政-2026-1-07",
            .registration_number = "枫林A-0195",
            .name = "林晓燕",
            .branch = "镇财政所党支部",
            .registered_on = date_from_civil({2026, 11, 22}),
            .items = {{"政策宣传岗", "惠民政策进楼道", "惠民政策进楼道党员服务队"}},
            .community = "云溪镇枫林社区",
            .window = {"周敏", "6612 0319"},
            .agency = {"宋洁", "6612 0566"},
            .terminal = "枫林社区窗口终端 A",
            .copy = 1,
            .printed_at = utc_from_civil({2026, 11, 22}, 8, 58, 0, {}),
            .offset = {}};
}

inline PaperInfo sample_info() {
    return {.title = "在职党员签到卡", .made_at = {1'795'000'000'000}, .offset = {}};
}

template <class Item>
std::vector<Item> items_of(const Page& page) {
    std::vector<Item> found;
    for (const PageItem& item : page.items) {
        if (const auto* wanted = std::get_if<Item>(&item)) found.push_back(*wanted);
    }
    return found;
}

inline bool overlap(const PaperBox& a, const PaperBox& b) {
    return a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom();
}

inline std::vector<TextItem> texts_like(const Page& page, const std::string& text) {
    auto texts = items_of<TextItem>(page);
    std::erase_if(texts, [&](const TextItem& item) { return item.text != text; });
    return texts;
}

inline PixelRect pixels_of(const PaperBox& box) {
    const auto dots = [](double mm) { return static_cast<int>(mm * printer_dots_per_mm); };
    return {dots(box.x), dots(box.y), dots(box.width), dots(box.height)};
}

// Pixels that are nearer to black than to white.
inline int ink_in(GreyView picture) {
    int dark = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x) dark += picture.at(x, y) < 128 ? 1 : 0;
    }
    return dark;
}

}  // namespace baodao::test
