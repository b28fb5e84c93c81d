// SPDX-License-Identifier: MIT
// Papers at the desk, on a real journal: asked for once, followed to their end, known again after a restart.
#include <catch2/catch.hpp>

#include "domain/slip/keyring.hpp"
#include "domain/slip/slip.hpp"
#include "kiosk/app/paper_desk.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

const std::string before = "2026-02-01T09:00:00+08:00";
const std::string morning = "2026-03-01T09:00:00+08:00";
const std::string later = "2026-03-01T10:00:00+08:00";

// One run of the kiosk, from its start; what is sent to the printer stays here.
struct Run {
    Run(const DeskFixture& kiosk, const std::string& time, bool printer_takes = true)
        : opened(kiosk.at(time)), papers(*PaperDesk::open(*opened, [this, printer_takes](PaperOrder order) {
              if (printer_takes) sent.push_back(std::move(order));
              return printer_takes;
          })) {}

    PaperReport end(PaperStage stage, PrintTrouble trouble = PrintTrouble::aborted) {
        return {sent.back().parts, stage, trouble, "Test A4"};
    }

    std::vector<PaperOrder> sent;
    std::unique_ptr<OpenedDesk> opened;
    PaperDesk papers;
};

SlipSerial register_one(DeskFixture& kiosk) {
    const auto slips = kiosk.issue({"林晓燕"}, before);
    REQUIRE(kiosk.scan(slips[0].text, morning).outcome == Outcome::registered);
    return slips[0].serial;
}

const Receipt& receipt_of(const PaperOrder& order) {
    return std::get<Receipt>(order.content);
}

}  // namespace

TEST_CASE("a receipt that was never asked for stands on the list after the next start, once") {
    DeskFixture kiosk;
    const SlipSerial serial = register_one(kiosk);  // and the power goes before REGISTERED ends
    {
        Run run(kiosk, later);
        REQUIRE(run.papers.list_owed_receipts().ok());
        REQUIRE(run.papers.list_owed_receipts().ok());
        CHECK(run.sent.empty());
        REQUIRE(run.papers.book().waiting().size() == 1);
        CHECK(run.papers.book().waiting()[0].who.serial == serial);
    }
    Run run(kiosk, later);
    REQUIRE(run.papers.list_owed_receipts().ok());
    REQUIRE(run.papers.book().waiting().size() == 1);
    CHECK(*run.papers.again(run.papers.book().waiting()[0].job) == PaperState::sent);
    CHECK(run.sent.size() == 1);
}

TEST_CASE("a receipt is asked for once, with what the log knows") {
    DeskFixture kiosk;
    const SlipSerial serial = register_one(kiosk);
    Run run(kiosk, later);
    CHECK(*run.papers.receipt(serial) == PaperState::sent);
    CHECK(*run.papers.receipt(serial) == PaperState::sent);
    REQUIRE(run.sent.size() == 1);
    const Receipt& receipt = receipt_of(run.sent[0]);
    CHECK(receipt.name == "林晓燕");
    CHECK(receipt.branch == "镇财政所党支部");
    CHECK(receipt.registration_number == "枫林A-0001");
    CHECK(receipt.slip_number == "财政-2026-1-01");
    CHECK(receipt.copy == 1);
    CHECK(run.sent[0].title.find("林晓燕") == std::string::npos);

    const auto read = parse_slip(receipt.qr_text);
    REQUIRE(std::holds_alternative<UnverifiedSlip>(read));
    const Slip& claimed = std::get<UnverifiedSlip>(read).claimed();
    CHECK(claimed.purpose == SlipPurpose::receipt);
    CHECK(claimed.serial == receipt.serial);
    CHECK(claimed.serial != serial);
    CHECK(run.opened->installation().keyring.verify(std::get<UnverifiedSlip>(read)).index() == 0);
}

TEST_CASE("what was printed is off the list, also after a restart") {
    DeskFixture kiosk;
    const SlipSerial serial = register_one(kiosk);
    {
        Run run(kiosk, later);
        REQUIRE(run.papers.receipt(serial).ok());
        CHECK(run.papers.book().waiting().size() == 1);
        CHECK(run.papers.on_its_way(run.sent[0].parts[0].job));
        REQUIRE(run.papers.heard(run.end(PaperStage::accepted)).ok());
        CHECK(run.papers.book().waiting().size() == 1);
        REQUIRE(run.papers.heard(run.end(PaperStage::printed)).ok());
        CHECK(run.papers.book().waiting().empty());
    }
    CHECK(Run(kiosk, later).papers.book().waiting().empty());
}

TEST_CASE(
    "fault_032 a power cut between registering and printing: the start finds it, the reprint is copy 2") {
    DeskFixture kiosk;
    const SlipSerial serial = register_one(kiosk);
    std::string code;
    {
        Run run(kiosk, later);
        REQUIRE(run.papers.receipt(serial).ok());
        code = receipt_of(run.sent[0]).qr_text;
    }
    Run next(kiosk, later);
    const auto waiting = next.papers.book().waiting();
    REQUIRE(waiting.size() == 1);
    CHECK_FALSE(next.papers.on_its_way(waiting[0].job));
    CHECK(next.sent.empty());  // it asks; it does not print by itself
    CHECK(*next.papers.again(waiting[0].job) == PaperState::sent);
    REQUIRE(next.sent.size() == 1);
    CHECK(receipt_of(next.sent[0]).copy == 2);
    CHECK(receipt_of(next.sent[0]).qr_text == code);
    CHECK(next.sent[0].title.find("第2份") != std::string::npos);
}

TEST_CASE("fault_033 a printer that takes nothing leaves the registration as it is and a list of papers") {
    DeskFixture kiosk;
    const SlipSerial serial = register_one(kiosk);
    Run run(kiosk, later, false);
    CHECK(*run.papers.receipt(serial) == PaperState::queued);
    REQUIRE(run.papers.book().waiting().size() == 1);
    CHECK(run.papers.book().waiting()[0].last().why == token(PrintTrouble::too_many));
    CHECK(*run.papers.receipt(serial) == PaperState::queued);
    CHECK(run.papers.book().waiting().size() == 1);
}

TEST_CASE(
    "fault_034 when the word that it was printed is lost, a reprint is a marked copy of the same receipt") {
    DeskFixture kiosk;
    const SlipSerial serial = register_one(kiosk);
    Run first(kiosk, later);
    REQUIRE(first.papers.receipt(serial).ok());
    const std::uint64_t job = first.sent[0].parts[0].job;
    const SlipSerial printed = receipt_of(first.sent[0]).serial;
    REQUIRE(first.papers.heard(first.end(PaperStage::failed, PrintTrouble::lost)).ok());
    CHECK(*first.papers.again(job) == PaperState::sent);
    CHECK(receipt_of(first.sent[1]).serial == printed);
    CHECK(receipt_of(first.sent[1]).copy == 2);
    REQUIRE(first.papers.heard(first.end(PaperStage::printed)).ok());
    CHECK(first.papers.book().waiting().empty());
}

TEST_CASE("a paper of which surely nothing came out is asked for again under its own number") {
    DeskFixture kiosk;
    const SlipSerial serial = register_one(kiosk);
    Run run(kiosk, later);
    REQUIRE(run.papers.receipt(serial).ok());
    REQUIRE(run.papers.heard(run.end(PaperStage::failed, PrintTrouble::away)).ok());
    REQUIRE(run.papers.again(run.sent[0].parts[0].job).ok());
    CHECK(receipt_of(run.sent[1]).copy == 1);
}

TEST_CASE("while a paper is on its way a second touch asks for nothing") {
    DeskFixture kiosk;
    const SlipSerial serial = register_one(kiosk);
    Run run(kiosk, later);
    REQUIRE(run.papers.receipt(serial).ok());
    CHECK(*run.papers.again(run.sent[0].parts[0].job) == PaperState::sent);
    CHECK(run.sent.size() == 1);
}

TEST_CASE("nobody's paper: asked for, recorded as not drawn, never sent") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕"}, before);
    Run run(kiosk, later);
    CHECK(*run.papers.receipt(slips[0].serial) == PaperState::queued);
    CHECK(run.sent.empty());
    CHECK(run.papers.book().waiting()[0].last().why == token(PrintTrouble::not_drawn));
}
