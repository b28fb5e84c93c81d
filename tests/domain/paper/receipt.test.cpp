// SPDX-License-Identifier: MIT
#include "domain/paper/receipt.hpp"

#include <catch2/catch.hpp>

#include "domain/paper/paper.hpp"
#include "domain/slip/short_code.hpp"
#include "tests/domain/paper/sample_papers.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

// Where the seals go on either half: 45 mm square, above the word 盖章.
constexpr PaperBox upper_seal{153.4, 80, 45, 45};
constexpr PaperBox lower_seal{153.4, 80 + a4_height / 2, 45, 45};

void check_places(const Page& page) {
    const auto texts = items_of<TextItem>(page);
    const auto codes = items_of<QrItem>(page);
    REQUIRE(codes.size() == 2);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        CAPTURE(texts[i].text);
        for (const QrItem& code : codes) CHECK_FALSE(overlap(texts[i].box, code.box()));
        CHECK_FALSE(overlap(texts[i].box, upper_seal));
        CHECK_FALSE(overlap(texts[i].box, lower_seal));
        CHECK(texts[i].box.right() <= 198);
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            CAPTURE(texts[j].text);
            CHECK_FALSE(overlap(texts[i].box, texts[j].box));
        }
    }
}

}  // namespace

TEST_CASE("a receipt has two halves with one code, and both read") {
    SlipFactory factory(1);
    const Receipt receipt = sample_receipt(factory);
    const auto page = lay_out_receipt(receipt);
    REQUIRE(page.ok());
    check_places(*page);
    const auto codes = items_of<QrItem>(*page);
    CHECK(codes[0].box().bottom() < a4_height / 2);
    CHECK(codes[1].box().y > a4_height / 2);
    for (const QrItem& code : codes) {
        CHECK(code.text == receipt.qr_text);
        CHECK(code.module_dots / printer_dots_per_mm >= 0.5);
    }
    CHECK(texts_like(*page, short_code(receipt.serial)).size() == 2);
    PdfCanvas canvas;
    CHECK(make_paper(canvas, std::span(&*page, 1), sample_info()).ok());
}

TEST_CASE("a receipt says who, where, when, what was claimed and whom to call") {
    SlipFactory factory(2);
    const Page page = *lay_out_receipt(sample_receipt(factory));
    for (const char* text : {"林晓燕", "镇财政所党支部", "2026年11月22日", "政策宣传岗", "惠民政策进楼道",
                             "惠民政策进楼道党员服务队", "报到单号 财政-2026-1-07", "报到编号 枫林A-0195",
                             "社区联系人：周敏　电话：6612 0319", "云溪镇枫林社区党组织（盖章）"}) {
        CAPTURE(text);
        CHECK(texts_like(page, text).size() == 2);
    }
    CHECK(texts_like(page, "贵支部联系人：宋洁　电话：6612 0566").size() == 1);
    CHECK(texts_like(page, "机关党组织联系人：宋洁　电话：6612 0566").size() == 1);
    CHECK(texts_like(page, "枫林社区窗口终端 A 打印　第 1 份　2026-11-22 08:58").size() == 1);
}

TEST_CASE("a receipt prints without a claimed item, with lines to write on for what is unknown") {
    SlipFactory factory(3);
    Receipt receipt = sample_receipt(factory);
    receipt.items.clear();
    receipt.slip_number.clear();
    receipt.branch.clear();
    receipt.agency = {};
    const Page page = *lay_out_receipt(receipt);
    check_places(page);
    CHECK(texts_like(page, "接受社区党组织协助管理，服务项目以后再选：").size() == 1);
    CHECK(texts_like(page, "贵支部联系人：＿＿＿＿＿　电话：＿＿＿＿＿").size() == 1);
    CHECK(texts_like(page, "2").size() == 2);
}

TEST_CASE("long names and many items keep to their places") {
    SlipFactory factory(4);
    Receipt receipt = sample_receipt(factory);
    receipt.name = "阿依古丽买买提艾力吐尔逊江买买提";
    receipt.branch = "中国农业银行股份有限公司云溪支行机关第一党支部委员会第二党小组";
    for (std::size_t count = 0; count <= 9; ++count) {
        receipt.items.assign(count,
                             {"扶贫帮困岗", "困难群众结对帮扶与节日慰问", "困难群众结对帮扶党员服务队"});
        const Page page = *lay_out_receipt(receipt);
        check_places(page);
        CHECK(texts_like(page, "扶贫帮困岗").size() == 2 * (count <= 5 ? count : 4));
        CHECK(texts_like(page, "另有 " + std::to_string(count - 4) + " 项").size() == (count > 5 ? 2 : 0));
    }
}
