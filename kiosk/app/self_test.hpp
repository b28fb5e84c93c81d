// SPDX-License-Identifier: MIT
// SELFTEST: what a window looks at before it opens (requirements §3.21). Six parts run by themselves at the
// start and every morning, four on request by hand. Each has one finding, and a finding that is not good has
// one instruction. A scan works all the while.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/base/time.hpp"
#include "domain/service/clock_judge.hpp"
#include "kiosk/app/printer_view.hpp"

namespace baodao {

struct Model;

enum class TestPart { camera, printer, disk, clock, reporting, journal, touch, scanner, sound, page };
inline constexpr TestPart automatic_parts[] = {TestPart::camera, TestPart::printer,   TestPart::disk,
                                               TestPart::clock,  TestPart::reporting, TestPart::journal};
inline constexpr TestPart hand_parts[] = {TestPart::touch, TestPart::scanner, TestPart::sound,
                                          TestPart::page};

enum class Finding {
    untried,
    checking,
    good,
    camera_lost,
    camera_dark,
    printer_none,
    printer_away,
    printer_no_paper,
    disk_low,  // what is kept back for a full disk is there still
    disk_full,
    clock_doubtful,
    waits_long,     // 待上报, for more than waits_days
    store_failed,   // nothing can be recorded
    store_damaged,  // damage was read; the next start mends it
    mirror_behind,  // recorded once instead of twice
    touch_gaps,
    scanner_silent,
    sound_unheard,
    page_failed,
};

enum class Grade {
    open,  // nothing is known yet, or nobody tried
    good,
    mind,  // the window can open all the same
    bad,   // storage or ledger: it must not
};
[[nodiscard]] Grade grade_of(Finding finding);
[[nodiscard]] std::string_view token(TestPart part);
[[nodiscard]] std::string_view token(Finding finding);

enum class TestOccasion { start, morning, staff };
[[nodiscard]] std::string_view token(TestOccasion occasion);

// ---- from the desk
enum class JournalState { checking, whole, mirror_behind, damaged, failed };
struct MachineReport {
    std::optional<std::int64_t> free_mb;  // nothing: the disk does not say
    bool ballast = true;                  // room kept back for a full disk is there
    ClockDoubt clock = ClockDoubt::none;
    std::optional<UtcMillis> last_event;
    std::int64_t unreported = 0;
    std::optional<UtcMillis> waits_since;  // the oldest of them
    std::int64_t records = 0;
    JournalState journal = JournalState::checking;
};
struct MachineChecked {
    MachineReport report;
};
// A sheet that is no job in the log: a test page.
struct SheetReported {
    PaperStage stage = PaperStage::failed;
    PrintTrouble trouble = PrintTrouble::aborted;  // of failed
};

inline constexpr std::int64_t disk_low_mb = 1024;
inline constexpr std::int64_t disk_full_mb = 4;
inline constexpr std::int64_t disk_spent_mb = 16;  // less than that, and what is kept back is gone
inline constexpr std::int64_t waits_days = 7;

// ---- by hand
inline constexpr std::size_t touch_columns = 6;  // the other way round in portrait
inline constexpr std::size_t touch_rows = 4;
struct TouchTest {
    std::vector<bool> touched = std::vector<bool>(touch_columns * touch_rows);
};
struct ScannerTest {};
struct SoundTest {};
struct PageTest {
    std::optional<SheetReported> report;  // nothing: no word from the printer yet
};
using HandTest = std::variant<TouchTest, ScannerTest, SoundTest, PageTest>;

struct SelfTest {
    TestOccasion occasion = TestOccasion::start;
    MonoMillis begun;
    std::optional<MachineReport> machine;
    std::map<TestPart, Finding> by_hand;
    std::optional<HandTest> hand;          // shown instead of the overview
    std::optional<MonoMillis> good_since;  // all that runs by itself
    bool recorded = false;
};

// After that long, who has not answered has not answered.
inline constexpr std::int64_t test_settles_ms = 15'000;
inline constexpr std::int64_t test_opens_ms = 60'000;  // all good: by itself
inline constexpr int test_hour = 8;                    // every morning, local time
inline constexpr int test_minute = 10;
inline constexpr std::int64_t test_idle_ms = 30'000;  // nobody was there so long
inline constexpr std::int64_t hand_test_ms = 60'000;  // without a touch: back to the overview

// ---- touches
struct OpenWindow {};  // 开门, 先开门
struct TestAgain {};
struct BeginHandTest {
    TestPart part = TestPart::touch;
};
struct CellTouched {
    std::size_t cell = 0;
};
struct PlayAgain {};
struct HandTestDone {  // what the cadre says of it
    bool good = false;
};
struct LeaveHandTest {};
using SelfTestTouch =
    std::variant<OpenWindow, TestAgain, BeginHandTest, CellTouched, PlayAgain, HandTestDone, LeaveHandTest>;

// It is time for one.
struct SelfTestDue {
    TestOccasion occasion = TestOccasion::start;
};

// ---- what the screen reads off the model, while a self-test is on
[[nodiscard]] Finding finding_of(const Model& model, TestPart part);
// The one whose instruction is shown; nothing: no trouble.
[[nodiscard]] std::optional<TestPart> first_trouble(const Model& model);
[[nodiscard]] std::size_t count_of(const Model& model, Grade grade);
[[nodiscard]] bool all_good(const Model& model);  // what runs by itself
[[nodiscard]] bool may_open(const Model& model);
[[nodiscard]] std::int64_t opens_in_s(const Model& model);  // 0: not by itself

}  // namespace baodao
