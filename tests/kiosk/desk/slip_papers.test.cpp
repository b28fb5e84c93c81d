// SPDX-License-Identifier: MIT
// 报到单 and 签到卡 in batches: the code that was issued, whoever prints it when.
#include <catch2/catch.hpp>

#include "kiosk/app/paper_desk.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

const std::string before = "2026-02-01T09:00:00+08:00";
const std::string morning = "2026-03-01T09:00:00+08:00";
const std::string later = "2026-03-01T10:00:00+08:00";

struct Run {
    Run(const DeskFixture& kiosk, const std::string& time)
        : opened(kiosk.at(time)), papers(*PaperDesk::open(*opened, [this](PaperOrder order) {
              sent.push_back(std::move(order));
              return true;
          })) {}

    std::vector<SlipBatch> batches() {
        auto read = slip_batches(*opened);
        REQUIRE(read.ok());
        return std::move(read).value();
    }
    void printed() {
        REQUIRE(papers.heard({sent.back().parts, PaperStage::printed, PrintTrouble::aborted, "Test"}).ok());
    }

    std::vector<PaperOrder> sent;
    std::unique_ptr<OpenedDesk> opened;
    PaperDesk papers;
};

const CardSheets& cards_of(const PaperOrder& order) {
    return std::get<CardSheets>(order.content);
}

}  // namespace

TEST_CASE("a batch prints as cards from a free cell on, each with the code that was issued") {
    DeskFixture kiosk;
    const auto issued = kiosk.issue({"林晓燕", "陈建国", "买买提·艾力"}, before);
    Run run(kiosk, later);
    const auto batches = run.batches();
    REQUIRE(batches.size() == 1);
    CHECK(batches[0].agency_name == "镇财政所");
    REQUIRE(batches[0].slips.size() == 3);
    CHECK(*run.papers.slips(batches[0].slips, papers::card, StartCell{4}, PaperWay::printer) ==
          PaperState::sent);
    REQUIRE(run.sent.size() == 1);
    const CardSheets& sheets = cards_of(run.sent[0]);
    CHECK(sheets.start.number == 4);
    REQUIRE(sheets.cards.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(sheets.cards[i].qr_text == issued[i].text);
        CHECK(sheets.cards[i].name == issued[i].row.name);
        CHECK(sheets.cards[i].slip_number == issued[i].slip_number);
    }
    CHECK(run.papers.book().waiting().size() == 3);
    run.printed();
    CHECK(run.papers.book().waiting().empty());
}

TEST_CASE("forms of a batch say their copy: the second printing is copy 2 of the same code") {
    DeskFixture kiosk;
    const auto issued = kiosk.issue({"林晓燕"}, before);
    Run run(kiosk, later);
    const auto batches = run.batches();
    for (int copy = 1; copy <= 2; ++copy) {
        REQUIRE(run.papers.slips(batches[0].slips, papers::form, StartCell{}, PaperWay::printer).ok());
        const auto& form = std::get<FormStack>(run.sent.back().content).forms.front();
        CHECK(form.copy == copy);
        CHECK(form.card.qr_text == issued[0].text);
        CHECK(form.report_by == date_from_civil({2099, 12, 31}));
        run.printed();
    }
}

TEST_CASE("an unprinted card of a batch is printed again alone") {
    DeskFixture kiosk;
    (void)kiosk.issue({"林晓燕", "陈建国"}, before);
    Run run(kiosk, later);
    const auto batches = run.batches();
    REQUIRE(run.papers.slips(batches[0].slips, papers::card, StartCell{}, PaperWay::printer).ok());
    REQUIRE(run.papers.heard({run.sent[0].parts, PaperStage::failed, PrintTrouble::no_paper, {}}).ok());
    const auto waiting = run.papers.book().waiting();
    REQUIRE(waiting.size() == 2);
    REQUIRE(run.papers.again(waiting[0].job, PaperWay::stick).ok());
    CHECK(cards_of(run.sent[1]).cards.size() == 1);
    CHECK(run.sent[1].way == PaperWay::stick);
    CHECK(run.sent[1].parts[0].copy == 2);
}

TEST_CASE("a lost card: a new code for the same person, the old one does not hold from now on") {
    DeskFixture kiosk;
    const auto issued = kiosk.issue({"林晓燕"}, before);
    REQUIRE(kiosk.scan(issued[0].text, morning).outcome == Outcome::registered);
    std::string fresh;
    {
        Run run(kiosk, later);
        const auto old = issued_entry(*run.opened, issued[0].serial);
        REQUIRE(old.ok());
        const auto made = reissue(*run.opened, *old, run.opened->clock().now().wall);
        REQUIRE(made.ok());
        CHECK(made->slip.member == old->slip.member);
        REQUIRE(run.batches()[0].slips.size() == 1);
        const auto card = card_of_slip(*run.opened, *made, run.opened->clock().now().wall);
        REQUIRE(card.ok());
        CHECK(card->name == "林晓燕");
        CHECK(card->slip_number == "财政-2026-1-02");
        fresh = card->qr_text;
        CHECK_FALSE(issued_entry(*run.opened, issued[0].serial).ok());
    }
    CHECK(kiosk.scan(issued[0].text, "2026-03-01T11:00:00+08:00").outcome == Outcome::revoked);
    const ScanAnswer in = kiosk.scan(fresh, "2026-03-01T11:01:00+08:00");
    CHECK(in.outcome == Outcome::signed_in);
    CHECK(in.name == "林晓燕");
}
