// SPDX-License-Identifier: MIT
// 打印单据: the page and the desk behind it.
#include "kiosk/app/staff_desk.hpp"
#include "tests/kiosk/app/screen_driver.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr const char* pin = "250719";

template <class Request>
std::optional<Request> asked(const ScreenDriver& screen) {
    for (const Effect& effect : screen.effects) {
        const auto* request = std::get_if<StaffRequest>(&effect);
        if (request == nullptr) continue;
        if (const Request* found = std::get_if<Request>(request)) return *found;
    }
    return std::nullopt;
}

ScreenDriver at_the_page(const PrintBoard& board) {
    ScreenDriver screen;
    screen.send(CommandTouched{Command::staff});
    screen.send(StaffAnswer{StaffAdmitted{"周敏"}});
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
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕", "陈建国"}, "2026-02-01T09:00:00+08:00");
    REQUIRE(kiosk.scan(slips[0].text, "2026-03-01T09:00:00+08:00").outcome == Outcome::registered);
    const auto opened = kiosk.at("2026-03-01T10:00:00+08:00");
    {
        auto door = StaffDoor::open(kiosk.data(), opened->installation().community, opened->clock(),
                                    opened->random());
        REQUIRE(door.ok());
        door->set_cost({1, 8});
        REQUIRE(door->set_pin(pin).ok());
    }
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

    REQUIRE(staff.answer(TryPin{pin}).has_value());
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
    const auto batch = staff.answer(PrintBatch{line.agency, line.year, line.batch, true, 3, false});
    REQUIRE(batch.has_value());
    REQUIRE(sent.size() == 3);
    CHECK(std::get<CardSheets>(sent[2].content).cards.size() == 2);
    REQUIRE(papers.heard({sent[2].parts, PaperStage::printed, PrintTrouble::aborted, "A4"}).ok());
    const auto after = staff.papers_changed();
    REQUIRE(after.has_value());
    CHECK(std::get<PapersAnswered>(*after).board.batches[0].cards_printed == 2);
}
