// SPDX-License-Identifier: MIT
// The papers as pictures, against those that somebody has looked at and approved:
//   ./baodao test --approve
// makes them anew. What differs lies in the build folder, beside its approved picture's name.
#include <catch2/catch.hpp>
#include <cstdlib>

#include "domain/base/file.hpp"
#include "domain/paper/content.hpp"
#include "domain/paper/paper.hpp"
#include "domain/qr/picture_file.hpp"
#include "kiosk/app/settings_desk.hpp"
#include "tests/domain/paper/sample_papers.hpp"
#include "tests/golden/picture_distance.hpp"
#include "tests/support/child.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

namespace fs = std::filesystem;

// As another program draws the PDF, at 72 dots an inch.
GreyImage as_drawn(const std::vector<Page>& pages, const fs::path& stem) {
    PdfCanvas canvas;
    const auto pdf = make_paper(canvas, pages, sample_info());
    REQUIRE(pdf.ok());
    const fs::path file = stem.string() + ".pdf";
    REQUIRE(write_file_atomic(file, *pdf).ok());
    REQUIRE(run_child({"pdftoppm", "-r", "72", "-gray", "-png", "-singlefile", file.string(), stem.string()})
                .code == 0);
    auto picture = load_picture(stem.string() + ".png");
    REQUIRE(picture.ok());
    return std::move(picture).value();
}

void check_golden(const std::string& name, const std::vector<Page>& pages) {
    const fs::path drawn = fs::path(BAODAO_GOLDEN_OUT) / name;
    fs::create_directories(drawn.parent_path());
    const GreyImage picture = as_drawn(pages, drawn);
    const fs::path approved = fs::path(BAODAO_SOURCE_DIR "/tests/golden") / (name + ".png");
    if (std::getenv("BAODAO_APPROVE") != nullptr) {
        fs::copy_file(drawn.string() + ".png", approved, fs::copy_options::overwrite_existing);
        return;
    }
    INFO("compare " << approved << " with " << drawn.string()
                    << ".png; ./baodao test --approve takes the new ones");
    const auto golden = load_picture(approved);
    REQUIRE(golden.ok());
    CHECK(picture_distance(*golden, picture) <= same_picture_max);
}

Page only_page(Result<Page> page) {
    REQUIRE(page.ok());
    return std::move(page).value();
}

}  // namespace

TEST_CASE("paper 15a, the sheet of cards, looks as approved") {
    SlipFactory slips(1);
    check_golden("15a-cards", *lay_out_sign_in_cards(sample_cards(slips, 6), StartCell{2}));
}

TEST_CASE("paper 15b, the receipt with its stub, looks as approved") {
    SlipFactory slips(1);
    check_golden("15b-receipt", {only_page(lay_out_receipt(sample_receipt(slips)))});
}

TEST_CASE("paper 15d, the registration form with its card, looks as approved") {
    SlipFactory slips(1);
    check_golden("15d-form", {only_page(lay_out_registration_form(sample_form(slips)))});
}

TEST_CASE("paper 15e, the record of services, looks as approved") {
    check_golden("15e-record", lay_out_service_record(sample_record()));
}

TEST_CASE("a sheet of the window's office, with a code and a place to sign, looks as approved") {
    const auto pages = lay_out_office_sheet(sample_office_sheet());
    REQUIRE(pages.ok());
    check_golden("office-sheet", *pages);
}

TEST_CASE("the settings sheet looks as approved, on one page") {
    OfficeSheet sheet = sample_office_sheet();
    sheet.title = "设置单";
    sheet.qr_text.clear();
    sheet.qr_lines.clear();
    sheet.signed_by_hand = false;
    MachineFacts facts{"云溪镇枫林社区", "枫林社区窗口终端 A", "0.1", 2318, 3, 51'200};
    PrintSettings asked;
    asked.choices.quiet_from = {21 * 60};
    asked.choices.quiet_to = {8 * 60};
    asked.printer = {PrinterPresence::answers, PaperSupply::unclear, "办公室打印机"};
    asked.camera = CameraState::working;
    sheet.sections = settings_sections(facts, asked);
    const auto pages = lay_out_office_sheet(sheet);
    REQUIRE(pages.ok());
    CHECK(pages->size() == 1);
    check_golden("settings-sheet", *pages);
}

TEST_CASE("the comparison sees a text that moved by one millimetre, and no antialiasing") {
    ServiceRecord record = sample_record();
    std::vector<Page> pages = lay_out_service_record(record);
    const fs::path folder = BAODAO_GOLDEN_OUT;
    fs::create_directories(folder);
    const GreyImage before = as_drawn(pages, folder / "before");
    SECTION("a shift of a hundredth of a millimetre") {
        for (PageItem& item : pages[0].items) {
            if (auto* text = std::get_if<TextItem>(&item)) text->box.x += 0.01;
        }
        CHECK(picture_distance(before, as_drawn(pages, folder / "hair")) <= same_picture_max);
    }
    SECTION("one text by a millimetre") {
        for (PageItem& item : pages[0].items) {
            auto* text = std::get_if<TextItem>(&item);
            if (text != nullptr && text->text == record.name) text->box.x += 1;
        }
        CHECK(picture_distance(before, as_drawn(pages, folder / "moved")) > same_picture_max);
    }
    SECTION("one digit") {
        record.lines[0].out = "16:21";
        CHECK(picture_distance(before, as_drawn(lay_out_service_record(record), folder / "digit")) >
              same_picture_max);
    }
}
