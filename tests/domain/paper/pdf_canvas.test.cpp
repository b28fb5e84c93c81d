// SPDX-License-Identifier: MIT
#include "domain/paper/pdf_canvas.hpp"

#include <catch2/catch.hpp>

#include "tests/domain/paper/sample_papers.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

std::size_t count(std::string_view text, std::string_view word) {
    std::size_t found = 0;
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1))
        ++found;
    return found;
}

Page page_with(const std::string& text, PrintSize size, PaperBox box) {
    Page page;
    page.width = 80;
    page.height = 40;
    page.items.emplace_back(TextItem{.box = box, .text = text, .size = size});
    return page;
}

constexpr PaperBox name_box{5, 10, 56, 11};

}  // namespace

TEST_CASE("a PDF has its pages, its fonts inside, and the same bytes every time") {
    SlipFactory factory(1);
    const auto pages = *lay_out_sign_in_cards(sample_cards(factory, 9), {1});
    PdfCanvas canvas;
    const std::string bytes = *canvas.pdf(pages, sample_info());
    CHECK(bytes.starts_with("%PDF-"));
    CHECK(count(bytes, "/Type /Page %") == 2);
    CHECK(count(bytes, "/Type /FontDescriptor") == 3);
    CHECK(count(bytes, "/FontFile3 ") == 3);
    CHECK(count(bytes, "/CreationDate (20261118190640") == 1);  // the time that was given, not the machine's
    CHECK(*PdfCanvas().pdf(pages, sample_info()) == bytes);
}

TEST_CASE("nothing is no PDF") {
    CHECK(PdfCanvas().pdf({}, sample_info()).error().kind == ErrorKind::bad_input);
}

TEST_CASE("fault_048 every name prints, one that no font knows as a visible box") {
    PdfCanvas canvas;
    const auto drawn = [&](const std::string& text) {
        const auto bitmap = canvas.bitmap(page_with(text, {20, 9}, name_box));
        REQUIRE(bitmap.ok());
        const auto pixels = bitmap->pixels();
        return std::vector<std::uint8_t>(pixels.begin(), pixels.end());
    };
    const auto blank = drawn(" ");
    const auto unknown = drawn("\U0010FFFD");
    CHECK(unknown != blank);
    for (const char* name : {"林晓燕", "䶮", "𠮷", "𱁬", "㐂", "𬸪", "𠅤", "堃", "买买提·艾力", "José"}) {
        CAPTURE(name);
        CHECK(drawn(name) != blank);
        CHECK(drawn(name) != drawn(std::string(name) + "\U0010FFFD"));
    }
}

TEST_CASE("a text stays in its box, however long it is") {
    PdfCanvas canvas;
    std::string text;
    for (const int characters : {1, 8, 16, 30, 60, 500}) {
        while (text.size() < static_cast<std::size_t>(characters) * 3) text += "陈";
        const auto bitmap = canvas.bitmap(page_with(text, {20, 9}, name_box));
        REQUIRE(bitmap.ok());
        const int inside = ink_in(bitmap->view().crop(pixels_of(name_box)));
        CAPTURE(characters);
        CHECK(inside > 0);
        CHECK(ink_in(*bitmap) == inside);
    }
}

TEST_CASE("a text that fits has the size that was asked for, on one line") {
    PdfCanvas canvas;
    const auto height_of_ink = [&](const std::string& text, PrintSize size) {
        const auto bitmap = canvas.bitmap(page_with(text, size, name_box));
        int rows = 0;
        for (int y = 0; y < bitmap->height(); ++y) {
            rows += ink_in(bitmap->view().crop({0, y, bitmap->width(), 1})) > 0 ? 1 : 0;
        }
        return rows / printer_dots_per_mm;
    };
    CHECK(height_of_ink("国国国", {20, 9}) == Approx(20 * 25.4 / 72 * 0.9).margin(0.6));
    CHECK(height_of_ink("国国国国国国国国国国", {20, 9}) < 20 * 25.4 / 72);
    CHECK(height_of_ink("国国国国国国国国国国国国国国国国", {20, 9}) < 20 * 25.4 / 72);
}

TEST_CASE("frames, lines and codes stand where they were put") {
    Page page;
    page.width = 60;
    page.height = 60;
    page.items.emplace_back(BoxItem{.box = {10, 10, 40, 40}, .line_width = 0.4, .filled = true});
    page.items.emplace_back(LineItem{.from = {0, 55}, .to = {60, 55}, .width = 1, .dashed = true});
    const auto bitmap = *PdfCanvas().bitmap(page);
    const auto at = [&](double x, double y) {
        return bitmap.at(static_cast<int>(x * printer_dots_per_mm),
                         static_cast<int>(y * printer_dots_per_mm));
    };
    CHECK(at(5, 5) == 255);
    CHECK(at(10, 30) < 40);
    CHECK(static_cast<int>(at(30, 30)) == Approx(0xF1).margin(1));
    const double dashes = ink_in(bitmap.view().crop(pixels_of({0, 54.7, 60, 0.5})));
    const double whole = pixels_of({0, 54.7, 60, 0.5}).width * pixels_of({0, 54.7, 60, 0.5}).height;
    CHECK(dashes / whole == Approx(0.57).margin(0.1));
}

TEST_CASE("every module of a code is equally large on the bitmap") {
    const auto code = place_qr("BD1" + std::string(170, '7'), {3.3, 2.2, 36.4, 36.4}, QrLevel::medium);
    REQUIRE(code.ok());
    Page page;
    page.width = 50;
    page.height = 50;
    page.items.emplace_back(*code);
    const auto bitmap = *PdfCanvas().bitmap(page);
    const GreyImage expected = draw_qr(code->symbol, code->module_dots);
    const GreyView part =
        bitmap.view().crop({code->x_dots, code->y_dots, expected.width(), expected.height()});
    int wrong = 0;
    for (int y = 0; y < expected.height(); ++y) {
        for (int x = 0; x < expected.width(); ++x) wrong += part.at(x, y) != expected.at(x, y) ? 1 : 0;
    }
    CHECK(wrong == 0);
}
