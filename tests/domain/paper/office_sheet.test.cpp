// SPDX-License-Identifier: MIT
#include "domain/paper/office_sheet.hpp"

#include <catch2/catch.hpp>

#include "domain/paper/paper.hpp"
#include "tests/domain/paper/sample_papers.hpp"

using namespace baodao;
using namespace baodao::test;

TEST_CASE("an office sheet carries each line, and its code reads on the finished page") {
    const OfficeSheet sheet = sample_office_sheet();
    const auto pages = lay_out_office_sheet(sheet);
    REQUIRE(pages.ok());
    REQUIRE(pages->size() == 1);
    for (const SheetSection& section : sheet.sections) {
        CHECK(texts_like(pages->front(), section.title).size() == 1);
        for (const SheetLine& line : section.lines)
            CHECK_FALSE(texts_like(pages->front(), line.value).empty());
    }
    PdfCanvas canvas;
    const auto bitmap = canvas.bitmap(pages->front());
    REQUIRE(bitmap.ok());
    CHECK(prove_codes(pages->front(), *bitmap).ok());
}

TEST_CASE("what does not fit on one page goes on, and each page says which it is") {
    OfficeSheet sheet = sample_office_sheet();
    for (int i = 0; i < 60; ++i)
        sheet.sections[1].lines.push_back({"第 " + std::to_string(i) + " 位", "没有签退", ""});
    const auto pages = lay_out_office_sheet(sheet);
    REQUIRE(pages.ok());
    REQUIRE(pages->size() == 4);
    std::size_t lines = 0;
    for (const Page& page : *pages) {
        lines += texts_like(page, "没有签退").size();
        for (const TextItem& text : items_of<TextItem>(page)) {
            CHECK(text.box.bottom() <= a4_height - 8);
            CHECK(text.box.right() <= a4_width - 10);
        }
    }
    CHECK(lines == 60);
    CHECK(items_of<QrItem>(pages->front()).size() == 1);
    CHECK(items_of<QrItem>(pages->back()).empty());
}
