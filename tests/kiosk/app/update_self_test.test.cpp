// SPDX-License-Identifier: MIT
#include "tests/kiosk/app/screen_driver.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

MachineReport whole_machine() {
    MachineReport machine;
    machine.free_mb = 41 * 1024;
    machine.records = 2318;
    machine.journal = JournalState::whole;
    return machine;
}

// A window that has just been switched on.
struct Started : ScreenDriver {
    Started() {
        send(SelfTestDue{TestOccasion::start});
        REQUIRE(has<RunSelfTest>());
        REQUIRE(screen_name(model) == "selftest");
    }
    void answer_with(const MachineReport& machine) { send(MachineChecked{machine}); }
    void touch(SelfTestTouch what) { send(Intent{std::move(what)}); }
    [[nodiscard]] Finding found(TestPart part) const { return finding_of(model, part); }
};

bool says(const std::vector<std::string>& results, const std::string& wanted) {
    return std::find(results.begin(), results.end(), wanted) != results.end();
}

}  // namespace

TEST_CASE("what the self-test found is recorded once, when everything has answered") {
    Started screen;
    CHECK_FALSE(screen.has<RecordSelfTest>());
    MachineReport reading = whole_machine();
    reading.journal = JournalState::checking;
    screen.answer_with(reading);
    CHECK_FALSE(screen.has<RecordSelfTest>());
    screen.answer_with(whole_machine());
    const auto recorded = screen.only<RecordSelfTest>();
    CHECK(recorded.occasion == TestOccasion::start);
    CHECK(recorded.results == std::vector<std::string>{"camera=good", "printer=good", "disk=good",
                                                       "clock=good", "reporting=good", "journal=good"});
    screen.wait(1'000);
    CHECK_FALSE(screen.has<RecordSelfTest>());
}

TEST_CASE("all good: the window opens by itself after a minute") {
    Started screen;
    screen.answer_with(whole_machine());
    screen.wait(59'999);
    CHECK(screen.model.screen == Screen::self_test);
    screen.wait(1);
    CHECK(screen.model.screen == Screen::home);
    CHECK_FALSE(screen.model.self_test);
}

TEST_CASE("a printer without paper keeps the page with its instruction, and the window may be opened") {
    Started screen;
    screen.send(PrinterReported{{PrinterPresence::answers, PaperSupply::out, "A4"}});
    screen.answer_with(whole_machine());
    CHECK(screen.found(TestPart::printer) == Finding::printer_no_paper);
    CHECK(first_trouble(screen.model) == TestPart::printer);
    screen.wait(10 * ms_per_minute);
    CHECK(screen.model.screen == Screen::self_test);
    screen.touch(OpenWindow{});
    CHECK(screen.model.screen == Screen::home);
}

TEST_CASE("paper put in shows at once, without another check") {
    Started screen;
    screen.send(PrinterReported{{PrinterPresence::answers, PaperSupply::out, "A4"}});
    screen.answer_with(whole_machine());
    screen.send(PrinterReported{{PrinterPresence::answers, PaperSupply::present, "A4"}});
    CHECK(all_good(screen.model));
}

TEST_CASE("while storage or ledger fail the window does not open") {
    MachineReport machine = whole_machine();
    SECTION("nothing can be recorded") {
        machine.journal = JournalState::failed;
    }
    SECTION("the log is damaged") {
        machine.journal = JournalState::damaged;
    }
    SECTION("the disk is full") {
        machine.free_mb = 3;
    }
    Started screen;
    screen.answer_with(machine);
    screen.touch(OpenWindow{});
    CHECK(screen.model.screen == Screen::self_test);
    screen.wait(10 * ms_per_minute);
    CHECK(screen.model.screen == Screen::self_test);
    // A scan is taken all the same, and the page comes back after its answer.
    const SubmitScan scan = screen.scan("BD1CHEN");
    screen.answer(scan.ticket, refused_answer(Outcome::store_failed));
    CHECK(screen.model.screen == Screen::attention);
    screen.send(CommandTouched{Command::back});
    CHECK(screen.model.screen == Screen::self_test);
    screen.touch(TestAgain{});
    screen.answer_with(whole_machine());
    screen.touch(OpenWindow{});
    CHECK(screen.model.screen == Screen::home);
}

TEST_CASE("a scan works while the self-test shows, and opens the window") {
    Started screen;
    const SubmitScan scan = screen.scan("BD1CHEN");
    screen.answer(scan.ticket, signed_in_answer());
    CHECK(screen.model.screen == Screen::sign_in);
    screen.send(CommandTouched{Command::done});
    CHECK(screen.model.screen == Screen::home);
    CHECK(says(screen.only<RecordSelfTest>().results, "journal=checking"));
}

TEST_CASE("who has not answered after fifteen seconds has not answered") {
    Started screen;
    screen.send(CameraReported{CameraState::starting});
    screen.answer_with(whole_machine());
    screen.wait(14'999);
    CHECK(screen.found(TestPart::camera) == Finding::checking);
    screen.wait(1);
    CHECK(screen.found(TestPart::camera) == Finding::camera_lost);
    CHECK(says(screen.only<RecordSelfTest>().results, "camera=camera_lost"));
}

TEST_CASE("each trouble of the machine has its own finding") {
    MachineReport machine = whole_machine();
    Started screen;
    machine.free_mb = 500;
    machine.clock = ClockDoubt::before_build;
    machine.unreported = 12;
    machine.waits_since = screen.wall - 8 * ms_per_day;
    machine.journal = JournalState::mirror_behind;
    screen.answer_with(machine);
    CHECK(screen.found(TestPart::disk) == Finding::disk_low);
    CHECK(screen.found(TestPart::clock) == Finding::clock_doubtful);
    CHECK(screen.found(TestPart::reporting) == Finding::waits_long);
    CHECK(screen.found(TestPart::journal) == Finding::mirror_behind);
    CHECK(may_open(screen.model));
    CHECK_FALSE(all_good(screen.model));
}

TEST_CASE("offline for a few days is normal") {
    Started screen;
    MachineReport machine = whole_machine();
    machine.unreported = 128;
    machine.waits_since = screen.wall - 6 * ms_per_day;
    screen.answer_with(machine);
    CHECK(all_good(screen.model));
}

TEST_CASE("at ten past eight a window that nobody uses tests itself, once a day") {
    ScreenDriver screen;
    screen.wall = canned_time(8, 0) - ms_per_day;
    screen.send(Tick{screen.wall});
    screen.send(SelfTestDue{TestOccasion::start});
    screen.send(SelfTestTouch{OpenWindow{}});
    REQUIRE(screen.model.screen == Screen::home);
    screen.wait(9 * ms_per_minute + 59'000);
    CHECK(screen.model.screen == Screen::home);
    screen.wait(1'000);
    REQUIRE(screen.model.screen == Screen::self_test);
    CHECK(screen.model.self_test->occasion == TestOccasion::morning);
    screen.send(SelfTestTouch{OpenWindow{}});
    screen.wait(12 * ms_per_hour);
    CHECK(screen.model.screen == Screen::home);
    screen.wait(12 * ms_per_hour);
    CHECK(screen.model.screen == Screen::self_test);
}

TEST_CASE("the morning's test waits for somebody who is at the window") {
    ScreenDriver screen;
    screen.wall = canned_time(8, 9);
    screen.send(Tick{screen.wall});
    screen.model.tested = screen.wall - ms_per_day;
    screen.send(TileTouched{HomeTile::attendance});
    screen.wait(15'000);
    screen.send(CommandTouched{Command::back});
    screen.wall = canned_time(8, 10);
    screen.send(Tick{screen.wall});
    CHECK(screen.model.screen == Screen::home);
    screen.wait(30'000);
    CHECK(screen.model.screen == Screen::self_test);
}

TEST_CASE("by hand: every field of the touch screen once") {
    Started screen;
    screen.answer_with(whole_machine());
    screen.touch(BeginHandTest{TestPart::touch});
    for (std::size_t cell = 0; cell + 1 < touch_columns * touch_rows; ++cell) screen.touch(CellTouched{cell});
    CHECK(screen.found(TestPart::touch) == Finding::untried);
    screen.touch(CellTouched{touch_columns * touch_rows - 1});
    CHECK(screen.found(TestPart::touch) == Finding::good);
    CHECK_FALSE(screen.model.self_test->hand);
    CHECK(says(screen.only<RecordSelfTest>().results, "touch=good"));
}

TEST_CASE("by hand: the scanner is tried with any code, and a slip is still taken") {
    Started screen;
    screen.answer_with(whole_machine());
    screen.touch(BeginHandTest{TestPart::scanner});
    screen.send(ScanRead{"6901028001915", ScanSource::hand_scanner});
    CHECK_FALSE(screen.has<SubmitScan>());
    CHECK(screen.found(TestPart::scanner) == Finding::good);
    screen.touch(BeginHandTest{TestPart::scanner});
    screen.send(ScanRead{"BD1CHEN", ScanSource::hand_scanner});
    CHECK(screen.has<SubmitScan>());
}

TEST_CASE("by hand: sound is heard or not") {
    Started screen;
    screen.answer_with(whole_machine());
    screen.touch(BeginHandTest{TestPart::sound});
    CHECK(screen.sound() == Sound::registered);
    screen.touch(PlayAgain{});
    CHECK(screen.sound() == Sound::registered);
    screen.touch(HandTestDone{false});
    CHECK(screen.found(TestPart::sound) == Finding::sound_unheard);
    CHECK(may_open(screen.model));
}

TEST_CASE("by hand: a page that does not come out says why, before anybody asks") {
    Started screen;
    screen.answer_with(whole_machine());
    screen.touch(BeginHandTest{TestPart::page});
    CHECK(screen.has<PrintTestPage>());
    screen.send(SheetReported{PaperStage::failed, PrintTrouble::jam});
    CHECK(screen.found(TestPart::page) == Finding::page_failed);
    const auto& page = std::get<PageTest>(*screen.model.self_test->hand);
    CHECK(page.report->trouble == PrintTrouble::jam);
}

TEST_CASE("a hand test that nobody goes on with gives way to the overview, and nothing opens meanwhile") {
    Started screen;
    screen.answer_with(whole_machine());
    screen.touch(BeginHandTest{TestPart::touch});
    screen.wait(59'999);
    CHECK(screen.model.self_test->hand);
    screen.wait(1);
    CHECK_FALSE(screen.model.self_test->hand);
    CHECK(screen.model.screen == Screen::self_test);
}

TEST_CASE("staff begin one from the board: the staff side is locked") {
    ScreenDriver screen;
    screen.send(CommandTouched{Command::staff});
    screen.send(StaffAnswer{StaffAdmitted{"周敏"}});
    screen.send(SelfTestDue{TestOccasion::staff});
    CHECK_FALSE(screen.model.staff);
    CHECK(screen.model.screen == Screen::self_test);
    CHECK(screen.has<RunSelfTest>());
}
