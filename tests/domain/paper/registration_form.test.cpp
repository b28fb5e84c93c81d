// SPDX-License-Identifier: MIT
#include "domain/paper/registration_form.hpp"

#include <catch2/catch.hpp>

#include "domain/paper/paper.hpp"
#include "domain/slip/short_code.hpp"
#include "tests/domain/paper/sample_papers.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr double cut = 220.2;

void check_places(const Page& page) {
    const auto texts = items_of<TextItem>(page);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        CAPTURE(texts[i].text);
        for (const QrItem& code : items_of<QrItem>(page)) CHECK_FALSE(overlap(texts[i].box, code.box()));
        CHECK(texts[i].box.right() <= 194);
        CHECK(texts[i].box.bottom() <= a4_height - 4.4);
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            CAPTURE(texts[j].text);
            CHECK_FALSE(overlap(texts[i].box, texts[j].box));
        }
    }
}

// Ticks are drawn of two strokes that are thicker than any other line.
std::size_t ticks(const Page& page) {
    const auto lines = items_of<LineItem>(page);
    return static_cast<std::size_t>(
               std::count_if(lines.begin(), lines.end(), [](const LineItem& l) { return l.width > 0.5; })) /
           2;
}

}  // namespace

TEST_CASE("a registration form has the slip twice: on the form and on the card below the cut") {
    SlipFactory factory(1);
    const RegistrationForm form = sample_form(factory);
    const auto page = lay_out_registration_form(form);
    REQUIRE(page.ok());
    check_places(*page);
    const auto codes = items_of<QrItem>(*page);
    REQUIRE(codes.size() == 2);
    CHECK(codes[0].box().bottom() < cut);
    CHECK(codes[1].box().y > cut);
    CHECK(codes[0].text == form.card.qr_text);
    CHECK(codes[1].text == form.card.qr_text);
    CHECK(texts_like(*page, short_code(form.card.serial)).size() == 2);
    PdfCanvas canvas;
    CHECK(make_paper(canvas, std::span(&*page, 1), sample_info()).ok());
}

TEST_CASE("a registration form says what the agency knows and asks for nothing that is not stored") {
    SlipFactory factory(2);
    const Page page = *lay_out_registration_form(sample_form(factory));
    for (const char* text :
         {"编号　财政-2026-1-07", "批次　镇财政所 2026 年第 1 批", "2026 年 12 月 31 日前报到",
          "云溪镇财政所　会计", "财会、普通话主持", "周末、平日晚上",
          "同意林晓燕同志到居住地社区党组织报到，请予接洽。", "机关党组织　宋洁　6612 0566",
          "社区窗口　周敏　6612 0319", "民　族", "出生年月", "入党时间", "联系电话", "居住小区"}) {
        CAPTURE(text);
        CHECK(texts_like(page, text).size() == 1);
    }
}

TEST_CASE("wished posts are ticked, others are written out") {
    SlipFactory factory(3);
    RegistrationForm form = sample_form(factory);
    CHECK(ticks(*lay_out_registration_form(form)) == 2);
    form.wishes = {"法律咨询岗", "义诊岗", "理发岗"};
    const Page page = *lay_out_registration_form(form);
    check_places(page);
    CHECK(ticks(page) == 2);
    CHECK(texts_like(page, "其他：义诊岗、理发岗").size() == 1);
    form.wishes.clear();
    CHECK(ticks(*lay_out_registration_form(form)) == 0);
    form.posts.resize(12, "某某岗");
    check_places(*lay_out_registration_form(form));
}

TEST_CASE("the longest name and branch keep to their places") {
    SlipFactory factory(4);
    RegistrationForm form = sample_form(factory, "阿依古丽买买提艾力吐尔逊江买买提");
    form.card.branch = "中国农业银行股份有限公司云溪支行机关第一党支部委员会第二党小组";
    form.unit = form.card.branch + "　副主任科员";
    form.agency = {};
    const auto page = lay_out_registration_form(form);
    REQUIRE(page.ok());
    check_places(*page);
    PdfCanvas canvas;
    CHECK(make_paper(canvas, std::span(&*page, 1), sample_info()).ok());
}
