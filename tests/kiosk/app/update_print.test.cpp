// SPDX-License-Identifier: MIT
// PRINTING, and what is said about a paper to whom.
#include <catch2/catch.hpp>

#include "kiosk/app/update.hpp"
#include "tests/kiosk/app/screen_driver.hpp"
#include "tests/ui/canned.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr PrinterView ready{PrinterPresence::answers, PaperSupply::present, {}};
constexpr PrinterView without_paper{PrinterPresence::answers, PaperSupply::out, {}};
constexpr PrinterView none{PrinterPresence::none, PaperSupply::unclear, {}};

// A registration whose receipt was asked for by its button.
SlipSerial ask_for_receipt(ScreenDriver& screen, const PrinterView& printer) {
    screen.send(PrinterReported{printer});
    screen.answer(screen.scan("BD1X").ticket, registered_answer());
    screen.send(CommandTouched{Command::print_receipt});
    return screen.only<PrintReceipt>().serial;
}

std::optional<Text> said(const ScreenDriver& screen) {
    if (!screen.model.toast) return std::nullopt;
    return screen.model.toast->words;
}

}  // namespace

TEST_CASE("PRINTING ends when the printer has the paper, and says where it is") {
    ScreenDriver screen;
    const SlipSerial serial = ask_for_receipt(screen, ready);
    CHECK(screen.model.screen == Screen::printing);
    CHECK_FALSE(screen.model.visit.has_value());
    screen.send(PaperReported{serial, PaperState::sent});
    CHECK(screen.model.screen == Screen::printing);
    screen.send(PaperReported{serial, PaperState::accepted});
    CHECK(screen.model.screen == Screen::home);
    CHECK(said(screen) == Text::toast_paper_printing);
}

TEST_CASE("PRINTING without a word for fifteen seconds says that the paper is queued") {
    ScreenDriver screen;
    (void)ask_for_receipt(screen, ready);
    screen.wait(14'900);
    CHECK(screen.model.screen == Screen::printing);
    screen.wait(200);
    CHECK(screen.model.screen == Screen::home);
    CHECK(said(screen) == Text::toast_paper_queued);
}

TEST_CASE("without a printer, or without paper, nobody waits and nothing is promised") {
    for (const PrinterView& printer : {none, without_paper}) {
        ScreenDriver screen;
        const SlipSerial serial = ask_for_receipt(screen, printer);
        CHECK(screen.model.screen == Screen::home);
        CHECK_FALSE(said(screen).has_value());
        screen.send(PaperReported{serial, PaperState::queued});
        CHECK(said(screen) == Text::toast_paper_queued);
    }
}

TEST_CASE("a printer that gives up while she waits: queued, not forgotten") {
    ScreenDriver screen;
    const SlipSerial serial = ask_for_receipt(screen, ready);
    screen.send(PaperReported{serial, PaperState::queued});
    CHECK(screen.model.screen == Screen::home);
    CHECK(said(screen) == Text::toast_paper_queued);
}

TEST_CASE("a paper that could not even be recorded is not called queued") {
    ScreenDriver screen;
    const SlipSerial serial = ask_for_receipt(screen, ready);
    screen.send(PaperReported{serial, PaperState::unrecorded});
    CHECK(said(screen) == Text::toast_paper_ask);
}

TEST_CASE("the next person may scan while a paper prints, and hears nothing of it") {
    ScreenDriver screen;
    const SlipSerial serial = ask_for_receipt(screen, ready);
    ScanAnswer other = signed_in_answer();
    other.serial = SlipSerial{serial.value + 1};
    screen.answer(screen.scan("BD1OTHER").ticket, other);
    CHECK(screen.model.screen == Screen::sign_in);
    CHECK_FALSE(screen.model.printing.has_value());
    screen.send(PaperReported{serial, PaperState::accepted});
    CHECK(screen.model.screen == Screen::sign_in);
    CHECK_FALSE(said(screen).has_value());
}

TEST_CASE("who signs in from the registration is told about her receipt there") {
    ScreenDriver screen;
    screen.send(PrinterReported{ready});
    ScanAnswer registered = registered_answer();
    screen.answer(screen.scan("BD1X").ticket, registered);
    screen.send(CommandTouched{Command::sign_in_now});
    const SlipSerial serial = screen.only<PrintReceipt>().serial;
    ScanAnswer in = signed_in_answer();
    in.serial = serial;
    screen.answer(screen.only<SubmitScan>().ticket, in);
    screen.send(PaperReported{serial, PaperState::accepted});
    CHECK(screen.model.screen == Screen::sign_in);
    CHECK(said(screen) == Text::toast_paper_printing);
}

TEST_CASE("going back from PRINTING leaves the job to the printer") {
    ScreenDriver screen;
    const SlipSerial serial = ask_for_receipt(screen, ready);
    screen.send(CommandTouched{Command::back});
    CHECK(screen.model.screen == Screen::home);
    CHECK_FALSE(screen.has<PrintReceipt>());
    screen.send(PaperReported{serial, PaperState::accepted});
    CHECK(said(screen) == Text::toast_paper_printing);
}
