// SPDX-License-Identifier: MIT
// The self-test: well, in each of its troubles, and its four parts by hand.
#include "tests/ui/canned_pages.hpp"

namespace baodao::test {
namespace {

Model tested() {
    Model model = canned_model();
    model.screen = Screen::self_test;
    model.wall = canned_time(8, 10);
    model.self_test = SelfTest{};
    model.self_test->occasion = TestOccasion::morning;
    model.self_test->begun = model.now;
    MachineReport machine;
    machine.free_mb = 41 * 1024;
    machine.unreported = 3;
    machine.waits_since = canned_time(7, 0);
    machine.records = 2318;
    machine.journal = JournalState::whole;
    model.self_test->machine = machine;
    return model;
}

}  // namespace

void add_self_tests(std::vector<CannedScreen>& screens) {
    const auto add = [&](std::string name, Model model) {
        screens.push_back({"11" + std::move(name), std::move(model)});
    };
    Model good = tested();
    good.self_test->good_since = good.now;
    good.self_test->by_hand = {{TestPart::touch, Finding::good}, {TestPart::sound, Finding::good}};
    add("-selftest-good", good);
    Model paper = tested();
    paper.printer.supply = PaperSupply::out;
    add("-selftest-no-paper", paper);
    Model checking = tested();
    checking.self_test->machine.reset();
    checking.camera = CameraState::starting;
    checking.printer = {};
    add("a-selftest-checking", checking);
    Model many = tested();
    many.camera = CameraState::lost;
    many.printer = {};
    many.printer.presence = PrinterPresence::none;
    many.self_test->machine->free_mb = 700;
    many.self_test->machine->clock = ClockDoubt::before_build;
    many.self_test->machine->waits_since = canned_time(7, 0) - 9 * ms_per_day;
    many.self_test->machine->unreported = 20'000;
    many.self_test->machine->journal = JournalState::mirror_behind;
    many.self_test->by_hand = {{TestPart::touch, Finding::touch_gaps},
                               {TestPart::scanner, Finding::scanner_silent},
                               {TestPart::sound, Finding::sound_unheard},
                               {TestPart::page, Finding::page_failed}};
    add("b-selftest-many", many);
    for (const JournalState state : {JournalState::failed, JournalState::damaged}) {
        Model bad = tested();
        bad.self_test->machine->journal = state;
        add(state == JournalState::failed ? "c-selftest-failed" : "d-selftest-damaged", bad);
    }
    Model full = tested();
    full.self_test->machine->free_mb = 4;
    full.self_test->machine->ballast = false;
    add("e-selftest-full", full);
    TouchTest grid;
    for (std::size_t cell : {0u, 1u, 2u, 6u, 7u, 13u}) grid.touched[cell] = true;
    const std::pair<const char*, HandTest> hands[] = {
        {"f-hand-touch", grid},
        {"g-hand-scanner", ScannerTest{}},
        {"h-hand-sound", SoundTest{}},
        {"i-hand-page", PageTest{}},
        {"j-hand-page-failed", PageTest{SheetReported{PaperStage::failed, PrintTrouble::too_slow}}},
    };
    for (const auto& [name, hand] : hands) {
        Model model = tested();
        model.self_test->hand = hand;
        add(name, model);
    }
}

}  // namespace baodao::test
