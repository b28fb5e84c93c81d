// SPDX-License-Identifier: MIT
#include "domain/paper/sign_in_cards.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <set>

#include "domain/slip/short_code.hpp"
#include "tests/domain/paper/sample_papers.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

// The card of a sheet, 0 to 7, on which a thing stands.
int cell_of(const PaperBox& box) {
    return static_cast<int>(box.y / (a4_height / 4)) * 2 + static_cast<int>(box.x / (a4_width / 2));
}

}  // namespace

TEST_CASE("cards fill a begun sheet from its first free place, then whole sheets") {
    SlipFactory factory(1);
    for (int start = 1; start <= cards_on_sheet; ++start) {
        for (const std::size_t count : {1u, 2u, 8u, 9u, 17u}) {
            const auto pages = lay_out_sign_in_cards(sample_cards(factory, count), {start});
            REQUIRE(pages.ok());
            const std::size_t taken = count + static_cast<std::size_t>(start) - 1;
            CHECK(pages->size() == (taken + 7) / 8);
            int cell = start - 1;
            for (const Page& page : *pages) {
                for (const QrItem& code : items_of<QrItem>(page)) CHECK(cell_of(code.box()) == cell++ % 8);
            }
            CHECK(static_cast<std::size_t>(cell) == taken);
        }
    }
}

TEST_CASE("no cards make no page, and there is no ninth place on a sheet") {
    SlipFactory factory(2);
    CHECK(lay_out_sign_in_cards({}, {1})->empty());
    CHECK(lay_out_sign_in_cards(sample_cards(factory, 1), {0}).error().kind == ErrorKind::bad_input);
    CHECK(lay_out_sign_in_cards(sample_cards(factory, 1), {9}).error().kind == ErrorKind::bad_input);
}

TEST_CASE("a card says what its member needs") {
    SlipFactory factory(3);
    const SignInCard card = sample_card(factory);
    const Page page = lay_out_sign_in_cards(std::span(&card, 1), {3})->front();
    for (const std::string& text :
         {std::string("在职党员签到卡"), std::string("林晓燕"), std::string("镇财政所党支部"),
          std::string("云溪镇枫林社区"), std::string("报到单号 财政-2026-1-07"),
          std::string("枫林窗口 周敏　6612 0319"), short_code(card.serial)}) {
        CAPTURE(text);
        CHECK(texts_like(page, text).size() == 1);
    }
    CHECK(texts_like(page, short_code(card.serial))[0].family == PrintFamily::fixed);
    CHECK(items_of<QrItem>(page)[0].text == card.qr_text);
}

TEST_CASE("a card keeps to itself: 4.4 mm from its edges, nothing on the code's quiet zone") {
    SlipFactory factory(4);
    std::vector<SignInCard> cards = sample_cards(factory, 8);
    cards[3].branch = "中国农业银行股份有限公司云溪支行机关第一党支部委员会第二党小组";
    cards[4] = sample_card(factory, "阿依古丽买买提艾力吐尔逊江买买提");
    const Page page = lay_out_sign_in_cards(cards, {1})->front();
    const auto codes = items_of<QrItem>(page);
    const auto inside = [](const PaperBox& box, int cell) {
        constexpr double margin = 4.4;
        const double left = cell % 2 * a4_width / 2;
        const double top = cell / 2 * (a4_height / 4);
        return box.x >= left + margin && box.right() <= left + a4_width / 2 - margin &&
               box.y >= top + margin &&
               box.bottom() <= top + a4_height / 4 - margin + 1;  // descenders' room below the last line
    };
    for (const TextItem& text : items_of<TextItem>(page)) {
        const int cell = cell_of(text.box);
        CAPTURE(text.text, cell);
        CHECK(inside(text.box, cell));
        CHECK_FALSE(overlap(text.box, codes[static_cast<std::size_t>(cell)].box()));
    }
    for (std::size_t i = 0; i < codes.size(); ++i) CHECK(inside(codes[i].box(), static_cast<int>(i)));
}

TEST_CASE("texts of a card don't stand on each other") {
    SlipFactory factory(5);
    SignInCard card = sample_card(factory);
    card.branch = "中国农业银行股份有限公司云溪支行机关第一党支部委员会第二党小组";
    card.community = "云溪镇枫林社区居民委员会联合党委服务中心";
    const auto texts = items_of<TextItem>(lay_out_sign_in_cards(std::span(&card, 1), {1})->front());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            CAPTURE(texts[i].text, texts[j].text);
            CHECK_FALSE(overlap(texts[i].box, texts[j].box));
        }
    }
}

TEST_CASE("codes of all lengths have modules of whole dots, at least half a millimetre wide") {
    SlipFactory factory(6);
    std::set<int> versions;
    for (std::size_t bytes = 0; bytes <= slip_name_bytes_max; ++bytes) {
        const SignInCard card = sample_card(factory, std::string(bytes, 'x'));
        const auto pages = lay_out_sign_in_cards(std::span(&card, 1), {8});
        REQUIRE(pages.ok());
        const QrItem code = items_of<QrItem>(pages->front())[0];
        CHECK(code.module_dots / printer_dots_per_mm >= 0.5);
        CHECK(code.box().width > 30);
        CHECK(code.box().width < 36.5);
        versions.insert(code.symbol.version());
    }
    CHECK(versions == std::set{6, 7, 8, 9});
}

TEST_CASE("a code that would be too small is refused") {
    CHECK(place_qr(std::string(400, 'A'), {0, 0, 36, 36}, QrLevel::medium).error().kind ==
          ErrorKind::bad_input);
    CHECK_FALSE(place_qr(std::string(10'000, 'A'), {0, 0, 200, 200}, QrLevel::medium).ok());
}
