// SPDX-License-Identifier: MIT
// 打印单据: the page and the desk behind it.
#include "kiosk/app/staff_desk.hpp"
#include "tests/kiosk/app/screen_driver.hpp"
#include "tests/support/staffed.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

ScreenDriver at_the_page(const PrintBoard& board) {
    ScreenDriver screen = staff_inside();
    screen.send(StaffIntent{PageOpened{PrintPage{}}});
    REQUIRE(asked<AskPapers>(screen));
    screen.send(StaffAnswer{PapersAnswered{board, std::nullopt}});
    return screen;
}

PrintBoard two_batches() {
    PrintBoard board;
    board.batches = {{AgencyId{1}, 2026, BatchNumber{1}, "镇财政所", 8, 0, 0},
                     {AgencyId{2}, 2026, BatchNumber{2}, "中心学校", 24, 24, 0}};
    return board;
}

const PrintPage& page_of(const ScreenDriver& screen) {
    return std::get<PrintPage>(screen.model.staff->page);
}

}  // namespace

TEST_CASE("a batch takes three touches: the page, the batch, print") {
    ScreenDriver screen = at_the_page(two_batches());
    screen.send(StaffIntent{PrintTouch{PickBatch{1}}});
    const auto wanted = page_of(screen).wanted(false);
    REQUIRE(wanted);
    screen.send(StaffIntent{PrintTouch{*wanted}});
    REQUIRE(asked<PrintBatch>(screen));
    CHECK(asked<PrintBatch>(screen)->agency == AgencyId{2});
    CHECK(asked<PrintBatch>(screen)->cards);
    CHECK_FALSE(asked<PrintBatch>(screen)->to_stick);
}

TEST_CASE("the start cell stays on the sheet") {
    ScreenDriver screen = at_the_page(two_batches());
    for (int i = 0; i < 20; ++i) screen.send(StaffIntent{PrintTouch{StepCell{+1}}});
    CHECK(page_of(screen).start_cell == 8);
    for (int i = 0; i < 20; ++i) screen.send(StaffIntent{PrintTouch{StepCell{-1}}});
    CHECK(page_of(screen).start_cell == 1);
}

TEST_CASE("without a batch nothing can be printed") {
    CHECK_FALSE(page_of(at_the_page({})).wanted(false));
}

TEST_CASE("the desk answers the page of papers to who is in, and prints what waits") {
    StaffedCommunity kiosk;
    const auto slips = kiosk.issue({"林晓燕", "陈建国"}, "2026-02-01T09:00:00+08:00");
    REQUIRE(kiosk.scan(slips[0].text, "2026-03-01T09:00:00+08:00").outcome == Outcome::registered);
    const auto opened = kiosk.at("2026-03-01T10:00:00+08:00");
    std::vector<PaperOrder> sent;
    auto papers = *PaperDesk::open(*opened, [&](PaperOrder order) {
        sent.push_back(std::move(order));
        return true;
    });
    auto staff = *StaffDesk::open(*opened, kiosk.data());
    staff.use(papers);
    REQUIRE(papers.receipt(slips[0].serial).ok());
    REQUIRE(papers.heard({sent[0].parts, PaperStage::failed, PrintTrouble::no_paper, {}}).ok());

    CHECK_FALSE(staff.answer(AskPapers{}).has_value());
    CHECK_FALSE(staff.answer(PrintAgain{sent[0].parts[0].job, false}).has_value());
    CHECK(sent.size() == 1);

    REQUIRE(staff.answer(TryPin{staffed_pin}).has_value());
    const auto shown = staff.answer(AskPapers{});
    REQUIRE(shown.has_value());
    const PrintBoard& board = std::get<PapersAnswered>(*shown).board;
    REQUIRE(board.waiting.size() == 1);
    CHECK(board.waiting[0].name == "林晓燕");
    CHECK(board.waiting[0].number == "枫林A-0001");
    CHECK(board.waiting[0].why == "no_paper");
    REQUIRE(board.batches.size() == 1);
    CHECK(board.batches[0].people == 2);

    const auto again = staff.answer(PrintAgain{board.waiting[0].job, false});
    REQUIRE(again.has_value());
    CHECK(std::get<PapersAnswered>(*again).asked == PaperAsked::sent);
    CHECK(std::get<PapersAnswered>(*again).board.waiting[0].on_its_way);
    REQUIRE(sent.size() == 2);

    const BatchLine& line = board.batches[0];
    const auto batch =
        staff.answer(PrintBatch{line.agency, line.year, line.batch, true, 3, false, SlipScope::all, {}});
    REQUIRE(batch.has_value());
    REQUIRE(sent.size() == 3);
    CHECK(std::get<CardSheets>(sent[2].content).cards.size() == 2);
    REQUIRE(papers.heard({sent[2].parts, PaperStage::printed, PrintTrouble::aborted, "A4"}).ok());
    const auto after = staff.papers_changed();
    REQUIRE(after.has_value());
    CHECK(std::get<PapersAnswered>(*after).board.batches[0].cards_printed == 2);
}

TEST_CASE("a slip on the sheet is chosen by a touch, and only one at a time can be lost") {
    ScreenDriver screen = at_the_page(two_batches());
    REQUIRE(asked<LookAtSheet>(screen));
    const LookAtSheet looked = *asked<LookAtSheet>(screen);
    SheetView view;
    view.slips = {{SlipSerial{1}, "林晓燕", "财政-2026-1-01"}, {SlipSerial{2}, "陈建国", "财政-2026-1-02"}};
    screen.send(StaffAnswer{SheetLooked{looked, view}});
    REQUIRE(page_of(screen).sheet);
    screen.send(StaffIntent{PrintTouch{TickSlip{SlipSerial{2}}}});
    CHECK(page_of(screen).wanted(false)->scope == SlipScope::chosen);
    screen.send(StaffIntent{PrintTouch{PickRemedy{true}}});
    CHECK(page_of(screen).wanted(false)->scope == SlipScope::lost);
    CHECK(page_of(screen).wanted(false)->chosen == std::vector{SlipSerial{2}});
    screen.send(StaffIntent{PrintTouch{TickSlip{SlipSerial{1}}}});
    CHECK(page_of(screen).wanted(false)->scope == SlipScope::chosen);
    screen.send(StaffIntent{PrintTouch{PickRemedy{true}}});
    CHECK(page_of(screen).wanted(false)->scope == SlipScope::chosen);
    screen.send(StaffIntent{PrintTouch{PickBatch{1}}});
    CHECK(page_of(screen).chosen.empty());
    CHECK_FALSE(page_of(screen).sheet);
    screen.send(StaffAnswer{SheetLooked{looked, view}});
    CHECK_FALSE(page_of(screen).sheet);  // of the batch before
}

TEST_CASE("the sheet that is looked at is the one that would be printed, and its codes read") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕", "陈建国", "买买提·吐尔逊"}, "2026-02-01T09:00:00+08:00");
    const auto opened = kiosk.at("2026-03-01T10:00:00+08:00");
    auto papers = *PaperDesk::open(*opened, [](const PaperOrder&) { return true; });
    const BatchLine line = print_board(*opened, papers)->batches.at(0);
    PdfCanvas canvas;
    LookAtSheet look{line.agency, line.year, line.batch, true, 7, 0};
    const auto first = look_at_sheet(*opened, papers, canvas, look);
    REQUIRE(first.ok());
    CHECK(first->sheets == 2);
    CHECK(first->first_cell == 7);
    REQUIRE(first->slips.size() == 2);
    CHECK(first->slips[0].name == "林晓燕");
    CHECK(first->codes_read);
    CHECK(first->picture->width() > 600);
    look.sheet = 1;
    const auto second = look_at_sheet(*opened, papers, canvas, look);
    REQUIRE(second->slips.size() == 1);
    CHECK(second->first_cell == 1);
    look.cards = false;
    CHECK(look_at_sheet(*opened, papers, canvas, look)->slips[0].serial == slips[1].serial);
}

TEST_CASE("a lost card: the old code stops here at once, and the new one is hers") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕", "陈建国"}, "2026-02-01T09:00:00+08:00");
    REQUIRE(kiosk.scan(slips[0].text, "2026-03-01T09:00:00+08:00").outcome == Outcome::registered);
    std::vector<PaperOrder> sent;
    {
        const auto opened = kiosk.at("2026-03-02T10:00:00+08:00");
        auto papers = *PaperDesk::open(*opened, [&](PaperOrder order) {
            sent.push_back(std::move(order));
            return true;
        });
        const BatchLine line = print_board(*opened, papers)->batches.at(0);
        PrintBatch wanted{line.agency, line.year, line.batch,      true,
                          1,           false,     SlipScope::lost, {slips[0].serial}};
        REQUIRE(print_batch(*opened, papers, wanted).ok());
        CHECK_FALSE(print_batch(*opened, papers, wanted).ok());  // it does not hold any more
    }
    REQUIRE(sent.size() == 1);
    const SignInCard card = std::get<CardSheets>(sent[0].content).cards.at(0);
    CHECK(card.name == "林晓燕");
    CHECK(card.qr_text != slips[0].text);
    CHECK(kiosk.scan(slips[0].text, "2026-03-02T11:00:00+08:00").outcome == Outcome::revoked);
    CHECK(kiosk.scan(card.qr_text, "2026-03-02T11:01:00+08:00").outcome == Outcome::signed_in);
}
