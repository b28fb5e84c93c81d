// SPDX-License-Identifier: MIT
// Printers against a real IPP printer in software, and papers on their way through the printing thread.
#include <catch2/catch.hpp>
#include <chrono>
#include <fstream>

#include "domain/base/file.hpp"
#include "kiosk/devices/ipp_printer.hpp"
#include "kiosk/devices/print_thread.hpp"
#include "sync/host/system_clock.hpp"
#include "tests/domain/paper/sample_papers.hpp"
#include "tests/support/software_printer.hpp"

using namespace baodao;
using test::PrinterManner;
using test::SoftwarePrinter;

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr std::size_t file_max = 16 << 20;

PrintPatience short_patience() {
    return {50ms, 200ms, 1500ms, 1500ms, 60s};
}

// The printing thread with what it says.
class PrintRoom {
  public:
    explicit PrintRoom(const std::string& setting, PrintPatience patience = short_patience()) {
        auto printer = open_printer(setting);
        REQUIRE(printer.ok());
        thread_ = std::make_unique<PrintThread>(
            std::move(printer).value(), orders_, clock_,
            PrintThread::Outlets{[this](const PaperReport& report) { (void)reports_.post(report); },
                                 [this](const PrinterView& view) { (void)views_.post(view); }},
            patience);
    }

    void order(std::uint64_t job) {
        REQUIRE(orders_.post({{{job, {}, 1}},
                              "回执单 枫林A-0195",
                              {"在职党员联系报到回执单", UtcMillis{}, UtcOffset{}},
                              test::sample_receipt(slips_)}));
    }
    PaperReport report() {
        auto report = reports_.take_within(60s);
        REQUIRE(report.has_value());
        return *report;
    }
    // The next view in which the printer says so.
    void wait_for_view(PaperSupply supply) {
        while (true) {
            const auto view = views_.take_within(60s);
            REQUIRE(view.has_value());
            if (view->supply == supply) return;
        }
    }
    void stop() { thread_.reset(); }
    bool silent() { return !reports_.take().has_value(); }

  private:
    SystemClock clock_;
    test::SlipFactory slips_{1};
    Mailbox<PaperOrder> orders_{paper_orders_max};
    Mailbox<PaperReport> reports_{64};
    Mailbox<PrinterView> views_{64};
    std::unique_ptr<PrintThread> thread_;
};

bool is_pdf(const fs::path& path) {
    const auto bytes = read_file(path, file_max);
    return bytes && bytes->starts_with("%PDF-");
}

IppPrinterFacts saying(std::vector<std::string> reasons, std::vector<std::string> ready = {}) {
    IppPrinterFacts facts;
    facts.reasons = std::move(reasons);
    facts.ready = std::move(ready);
    return facts;
}

}  // namespace

TEST_CASE("a paper goes straight to a printer that takes PDF, for A4, and its end is told") {
    const SoftwarePrinter printer(PrinterManner::prints);
    PrintRoom room(printer.uri());
    room.order(7);
    CHECK(room.report().stage == PaperStage::accepted);
    const PaperReport end = room.report();
    CHECK(end.stage == PaperStage::printed);
    CHECK(end.where == "Test A4");
    REQUIRE(end.parts.size() == 1);
    CHECK(end.parts.front().job == 7);
    REQUIRE(printer.printed().size() == 1);
    CHECK(is_pdf(printer.printed().front()));
    CHECK(printer.media() == "iso_a4_210x297mm");
}

TEST_CASE("papers come out one after the other in the order of the mailbox") {
    const SoftwarePrinter printer(PrinterManner::prints);
    PrintRoom room(printer.uri());
    for (const std::uint64_t job : {1, 2, 3}) room.order(job);
    for (const std::uint64_t job : {1, 2, 3}) {
        CHECK(room.report().stage == PaperStage::accepted);
        CHECK(room.report().parts.front().job == job);
    }
    CHECK(printer.printed().size() == 3);
}

TEST_CASE("a job that the printer gives up has failed, whatever was accepted before") {
    const SoftwarePrinter printer(PrinterManner::fails);
    PrintRoom room(printer.uri());
    room.order(1);
    CHECK(room.report().stage == PaperStage::accepted);
    const PaperReport end = room.report();
    CHECK(end.stage == PaperStage::failed);
    CHECK(end.trouble == PrintTrouble::aborted);
}

TEST_CASE("fault_033 a printer without paper is known by its own state, and goes on when paper is put in") {
    const SoftwarePrinter printer(PrinterManner::lacks_paper);
    PrintPatience patience = short_patience();
    patience.hand = 60s;
    PrintRoom room(printer.uri(), patience);
    room.order(1);
    CHECK(room.report().stage == PaperStage::accepted);
    room.wait_for_view(PaperSupply::out);
    CHECK(room.silent());
    printer.put_paper();
    CHECK(room.report().stage == PaperStage::printed);
    room.wait_for_view(PaperSupply::present);
}

TEST_CASE("a job that waits for paper too long is taken back") {
    const SoftwarePrinter printer(PrinterManner::lacks_paper);
    PrintRoom room(printer.uri());
    room.order(1);
    CHECK(room.report().stage == PaperStage::accepted);
    const PaperReport end = room.report();
    CHECK(end.stage == PaperStage::failed);
    CHECK(end.trouble == PrintTrouble::no_paper);
}

TEST_CASE("fault_033 a printer that is not there takes nothing, and is used again when it is back") {
    SoftwarePrinter printer(PrinterManner::prints);
    PrintRoom room(printer.uri());
    printer.vanish();
    room.order(1);
    const PaperReport gone = room.report();
    CHECK(gone.stage == PaperStage::failed);
    CHECK(gone.trouble == PrintTrouble::away);
    printer.switch_on();
    room.order(2);
    CHECK(room.report().stage == PaperStage::accepted);
    CHECK(room.report().stage == PaperStage::printed);
}

TEST_CASE("fault_033 a printer that vanishes with a job in hand leaves it as lost") {
    SoftwarePrinter printer(PrinterManner::dawdles);
    PrintRoom room(printer.uri());
    room.order(1);
    CHECK(room.report().stage == PaperStage::accepted);
    printer.vanish();
    const PaperReport end = room.report();
    CHECK(end.stage == PaperStage::failed);
    CHECK(end.trouble == PrintTrouble::lost);
}

TEST_CASE("a printer without PDF and without a queue is named as such") {
    const SoftwarePrinter printer(PrinterManner::raster_only);
    PrintRoom room(printer.uri());
    room.order(1);
    CHECK(room.report().trouble == PrintTrouble::refuses_pdf);
}

TEST_CASE("a printer that does not say what lies in its tray: unclear, and it prints") {
    const SoftwarePrinter printer(PrinterManner::says_little);
    auto opened = open_printer(printer.uri());
    REQUIRE(opened.ok());
    const PrinterView view = (*opened)->look();
    CHECK(view.presence == PrinterPresence::answers);
    CHECK(view.supply == PaperSupply::unclear);
    const auto sent = (*opened)->send({"试", "%PDF-1.4\n%%EOF\n"});
    CHECK(std::holds_alternative<PrintTicket>(sent));
}

TEST_CASE("a stopped thread leaves the paper on its way unreported") {
    const SoftwarePrinter printer(PrinterManner::dawdles);
    PrintRoom room(printer.uri());
    room.order(1);
    CHECK(room.report().stage == PaperStage::accepted);
    room.stop();
    CHECK(room.silent());
}

TEST_CASE("paper is judged by the stem of the reasons, whatever their ending") {
    CHECK(paper_supply(saying({"media-empty"})) == PaperSupply::out);
    CHECK(paper_supply(saying({"media-empty-warning"})) == PaperSupply::out);
    CHECK(paper_supply(saying({"toner-low-report", "media-needed-error"}, {"iso_a4_210x297mm"})) ==
          PaperSupply::out);
    CHECK(paper_supply(saying({"media-low-warning"})) == PaperSupply::present);
    CHECK(paper_supply(saying({}, {"iso_a4_210x297mm"})) == PaperSupply::present);
    CHECK(paper_supply(saying({}, {"na_letter_8.5x11in"})) == PaperSupply::unclear);
    CHECK(paper_supply(saying({})) == PaperSupply::unclear);
}

TEST_CASE("a folder takes papers as files and writes over none") {
    const test::TemporaryFolder folder;
    PrintRoom room("folder:" + (folder.path() / "papers").string());
    for (const std::uint64_t job : {1, 2}) {
        room.order(job);
        CHECK(room.report().stage == PaperStage::accepted);
        CHECK(room.report().stage == PaperStage::printed);
    }
    CHECK(is_pdf(folder.path() / "papers" / "回执单-枫林A-0195.pdf"));
    CHECK(is_pdf(folder.path() / "papers" / "回执单-枫林A-0195-2.pdf"));
}

TEST_CASE("without a printer a paper is told to wait, at once") {
    PrintRoom room("none");
    room.order(1);
    const PaperReport end = room.report();
    CHECK(end.stage == PaperStage::failed);
    CHECK(end.trouble == PrintTrouble::no_printer);
}

TEST_CASE("a setting that names no printer is refused in words") {
    CHECK_FALSE(open_printer("").ok());
    CHECK_FALSE(open_printer("http://printer/").ok());
    CHECK(open_printer("auto").ok());
    CHECK(open_printer("Office").ok());
}
