// SPDX-License-Identifier: MIT
// Any name prints, on every paper that carries one.
#include <catch2/catch.hpp>

#include "domain/paper/content.hpp"
#include "domain/paper/paper.hpp"
#include "tests/domain/paper/sample_papers.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

const std::vector<std::string> names{
    "䶮",
    "刘䶮",
    "万堃",
    "李犇",
    "陈𬸪",
    "欧阳娜娜",
    "买买提·吐尔逊",
    "买買提·艾力",
    "阿依古丽买买提艾力吐尔逊江买买提阿不都热合曼库尔班江艾合买提",  // 30
};

// The page is made whole, its codes read, and there is ink where the name stands.
void check_printed(PdfCanvas& canvas, const Page& page, const std::string& name) {
    const auto places = texts_like(page, name);
    REQUIRE_FALSE(places.empty());
    const auto bitmap = canvas.bitmap(page);
    REQUIRE(bitmap.ok());
    CHECK(prove_codes(page, *bitmap).ok());
    for (const TextItem& place : places) CHECK(ink_in(bitmap->view().crop(pixels_of(place.box))) > 0);
}

}  // namespace

TEST_CASE("fault_048 fault_049 any name prints on receipt, form, card and record") {
    SlipFactory slips(1);
    PdfCanvas canvas;
    for (const std::string& name : names) {
        CAPTURE(name);
        Receipt receipt = sample_receipt(slips);
        receipt.name = name;
        check_printed(canvas, *lay_out_receipt(receipt), name);
        check_printed(canvas, *lay_out_registration_form(sample_form(slips, name)), name);
        const std::vector<SignInCard> cards{sample_card(slips, name)};
        check_printed(canvas, lay_out_sign_in_cards(cards, StartCell{})->front(), name);
        ServiceRecord record = sample_record();
        record.name = name;
        check_printed(canvas, lay_out_service_record(record).front(), name);
    }
}
