// SPDX-License-Identifier: MIT
#include "domain/paper/paper.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

#include "domain/base/file.hpp"
#include "domain/qr/zbar_reader.hpp"
#include "tests/domain/paper/sample_papers.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace baodao;
using namespace baodao::test;
namespace fs = std::filesystem;

namespace {

std::vector<Page> sheet(std::size_t cards) {
    SlipFactory factory(1);
    return *lay_out_sign_in_cards(sample_cards(factory, cards), {1});
}

QrItem& first_code(Page& page) {
    for (PageItem& item : page.items) {
        if (auto* code = std::get_if<QrItem>(&item)) return *code;
    }
    throw std::logic_error("no code on the page");
}

}  // namespace

TEST_CASE("every code of a full sheet reads on the page, by another reader too") {
    SlipFactory factory(2);
    std::vector<SignInCard> cards = sample_cards(factory, 5);
    cards.push_back(sample_card(factory, "阿依古丽买买提艾力吐尔逊江买买提"));
    cards.push_back(sample_card(factory, ""));
    cards.push_back(sample_card(factory, "𠮷野𱁬"));
    const Page page = lay_out_sign_in_cards(cards, {1})->front();
    PdfCanvas canvas;
    const auto bitmap = canvas.bitmap(page);
    REQUIRE(bitmap.ok());
    CHECK(prove_codes(page, *bitmap).ok());
    const auto codes = items_of<QrItem>(page);
    REQUIRE(codes.size() == 8);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const FoundCodes found = zbar_read(bitmap->view().crop(pixels_of(codes[i].box())));
        REQUIRE(found.size() == 1);
        CHECK(found[0].text == cards[i].qr_text);
    }
}

TEST_CASE("a page on which something lies across a code is not given out") {
    PdfCanvas canvas;
    auto pages = sheet(9);
    const PaperBox box = first_code(pages[1]).box();
    pages[1].items.emplace_back(
        LineItem{.from = {box.x, box.y + 18}, .to = {box.right(), box.y + 18}, .width = 16});
    CHECK(make_paper(canvas, pages, sample_info()).error().kind == ErrorKind::damaged);
    CHECK(make_paper(canvas, std::span(pages).first(1), sample_info()).ok());
}

TEST_CASE("a page whose code says something else is not given out") {
    PdfCanvas canvas;
    auto pages = sheet(1);
    first_code(pages[0]).text.back() ^= 1;
    CHECK(make_paper(canvas, pages, sample_info()).error().kind == ErrorKind::damaged);
}

TEST_CASE("a page whose codes changed places is not given out") {
    PdfCanvas canvas;
    SlipFactory factory(3);
    const auto straight = lay_out_sign_in_cards(sample_cards(factory, 2), {1});
    Page crossed = straight->front();
    auto codes = items_of<QrItem>(crossed);
    first_code(crossed).symbol = codes[1].symbol;
    CHECK_FALSE(make_paper(canvas, std::span(&crossed, 1), sample_info()).ok());
}

TEST_CASE("fault_086 a paper is written whole or not at all") {
    const TemporaryFolder temporary;
    const fs::path& folder = temporary.path();
    PdfCanvas canvas;
    auto pages = sheet(1);
    CHECK(write_paper(canvas, pages, sample_info(), folder / "none" / "x.pdf").error().kind ==
          ErrorKind::not_found);
    REQUIRE(write_paper(canvas, pages, sample_info(), folder / "cards.pdf").ok());
    const auto written = read_file(folder / "cards.pdf", 10'000'000);
    CHECK(written->starts_with("%PDF-"));

    first_code(pages[0]).text = "BD1";
    CHECK_FALSE(write_paper(canvas, pages, sample_info(), folder / "cards.pdf").ok());
    CHECK_FALSE(write_paper(canvas, pages, sample_info(), folder / "other.pdf").ok());
    CHECK(*read_file(folder / "cards.pdf", 10'000'000) == *written);
    CHECK(std::distance(fs::directory_iterator(folder), {}) == 1);
}
