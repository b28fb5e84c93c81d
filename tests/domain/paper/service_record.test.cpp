// SPDX-License-Identifier: MIT
#include "domain/paper/service_record.hpp"

#include <catch2/catch.hpp>

#include "domain/paper/paper.hpp"
#include "tests/domain/paper/sample_papers.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

ServiceRecord with_lines(std::size_t count) {
    ServiceRecord record = sample_record();
    const ServiceLine line = record.lines[0];
    record.lines.assign(count, line);
    return record;
}

std::size_t lines_on(const Page& page) {
    return texts_like(page, "防汛物资清点").size();
}

void check_places(const Page& page) {
    const auto texts = items_of<TextItem>(page);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        CAPTURE(texts[i].text);
        CHECK(texts[i].box.right() <= page.width - 13);
        CHECK(texts[i].box.bottom() <= page.height - 4.4);
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            CAPTURE(texts[j].text);
            CHECK_FALSE(overlap(texts[i].box, texts[j].box));
        }
    }
}

}  // namespace

TEST_CASE("a record of a year is one sheet across, with totals and place for two signatures and a seal") {
    const auto pages = lay_out_service_record(sample_record());
    REQUIRE(pages.size() == 1);
    CHECK(pages[0].width == a4_height);
    CHECK(pages[0].height == a4_width);
    check_places(pages[0]);
    CHECK(texts_like(pages[0], "7F3A-91C2").size() == 1);
    CHECK(texts_like(pages[0], "第 1 页 / 共 1 页").size() == 1);
    PdfCanvas canvas;
    CHECK(make_paper(canvas, pages, sample_info()).ok());
}

TEST_CASE("every service stands on the record once, however many there are") {
    for (const std::size_t count : {0, 1, 8, 9, 21, 22, 100}) {
        const auto pages = lay_out_service_record(with_lines(count));
        std::size_t found = 0;
        for (const Page& page : pages) {
            check_places(page);
            found += lines_on(page);
        }
        CAPTURE(count);
        CHECK(found == count);
        CHECK(texts_like(pages.back(), "合　计").size() == 1);
        for (std::size_t i = 0; i + 1 < pages.size(); ++i) CHECK(texts_like(pages[i], "合　计").empty());
    }
}

TEST_CASE("nobody is called unfinished by a machine: that box stays for the pen") {
    const auto ticks = [](Completion completion) {
        ServiceRecord record = sample_record();
        record.completion = completion;
        const auto lines = items_of<LineItem>(lay_out_service_record(record)[0]);
        return std::count_if(lines.begin(), lines.end(), [](const LineItem& l) { return l.width == 0.5; }) /
               2;
    };
    CHECK(ticks(Completion::done) == 1);
    CHECK(ticks(Completion::not_asked) == 1);
    CHECK(ticks(Completion::not_yet) == 0);
}
