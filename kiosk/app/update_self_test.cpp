// SPDX-License-Identifier: MIT
#include "kiosk/app/staff_parts.hpp"

namespace baodao::update_parts {
namespace {

constexpr std::string_view slip_head = "BD1";  // of every code of ours

void record(Model& model, Effects& effects) {
    RecordSelfTest noted;
    noted.occasion = model.self_test->occasion;
    const auto add = [&](TestPart part) {
        const Finding finding = finding_of(model, part);
        if (finding == Finding::untried) return;
        noted.results.push_back(std::string(token(part)) + "=" + std::string(token(finding)));
    };
    for (const TestPart part : automatic_parts) add(part);
    for (const TestPart part : hand_parts) add(part);
    effects.emplace_back(std::move(noted));
    model.self_test->recorded = true;
}

// Everything that runs by itself has said what it has to say, or had its time.
bool is_settled(const Model& model) {
    for (const TestPart part : automatic_parts)
        if (finding_of(model, part) == Finding::checking)
            return model.self_test->machine && model.self_test->machine->journal != JournalState::checking &&
                   model.now - model.self_test->begun >= test_settles_ms;
    return true;
}

void found_by_hand(Model& model, TestPart part, Finding finding, Effects& effects) {
    model.self_test->by_hand[part] = finding;
    model.self_test->hand.reset();
    record(model, effects);
}

UtcMillis time_of_the_test(const Model& model) {
    const UtcOffset offset = model.home.offset;
    const std::int64_t into_day = (test_hour * 60 + test_minute) * ms_per_minute;
    return day_start(local_date(model.wall, offset), offset) + into_day;
}

bool is_morning_due(const Model& model) {
    const bool idle = model.screen == Screen::home && model.pending.empty() &&
                      model.now - model.last_activity >= test_idle_ms;
    return idle && model.tested && *model.tested < time_of_the_test(model) &&
           model.wall >= time_of_the_test(model);
}

struct OnTouch {
    Model& model;
    SelfTest& test;
    Effects& effects;

    void operator()(const OpenWindow&) const {
        if (may_open(model)) go_home(model, effects);
    }
    void operator()(const TestAgain&) const { begin_self_test(model, test.occasion, effects); }
    void operator()(const BeginHandTest& begin) const {
        switch (begin.part) {
            case TestPart::touch:
                test.hand = TouchTest{};
                return;
            case TestPart::scanner:
                test.hand = ScannerTest{};
                return;
            case TestPart::sound:
                test.hand = SoundTest{};
                effects.emplace_back(PlaySound{Sound::registered});
                return;
            case TestPart::page:
                test.hand = PageTest{};
                effects.emplace_back(PrintTestPage{});
                return;
            default:
                return;
        }
    }
    void operator()(const CellTouched& touch) const {
        auto* grid = test.hand ? std::get_if<TouchTest>(&*test.hand) : nullptr;
        if (grid == nullptr || touch.cell >= grid->touched.size()) return;
        grid->touched[touch.cell] = true;
        for (const bool touched : grid->touched)
            if (!touched) return;
        found_by_hand(model, TestPart::touch, Finding::good, effects);
    }
    void operator()(const PlayAgain&) const { effects.emplace_back(PlaySound{Sound::registered}); }
    void operator()(const HandTestDone& done) const {
        if (!test.hand) return;
        const auto said = [&](TestPart part, Finding otherwise) {
            found_by_hand(model, part, done.good ? Finding::good : otherwise, effects);
        };
        if (std::holds_alternative<TouchTest>(*test.hand))
            said(TestPart::touch, Finding::touch_gaps);
        else if (std::holds_alternative<ScannerTest>(*test.hand))
            said(TestPart::scanner, Finding::scanner_silent);
        else if (std::holds_alternative<SoundTest>(*test.hand))
            said(TestPart::sound, Finding::sound_unheard);
        else
            said(TestPart::page, Finding::page_failed);
    }
    void operator()(const LeaveHandTest&) const { test.hand.reset(); }
};

}  // namespace

void begin_self_test(Model& model, TestOccasion occasion, Effects& effects) {
    if (model.staff) leave_staff(model, "locked", effects);
    std::map<TestPart, Finding> by_hand;
    if (model.self_test) by_hand = model.self_test->by_hand;
    model.self_test = SelfTest{occasion, model.now, {}, std::move(by_hand), {}, {}, false};
    model.tested = model.wall;
    model.last_activity = model.now;
    show(model, Screen::self_test);
    effects.emplace_back(RunSelfTest{});
}

void on_self_test_touch(Model& model, const SelfTestTouch& touch, Effects& effects) {
    on_touch(model);
    if (!model.self_test || model.screen != Screen::self_test) return;
    // Somebody is at it: it does not open under her finger.
    if (model.self_test->good_since) model.self_test->good_since = model.now;
    std::visit(OnTouch{model, *model.self_test, effects}, touch);
}

void on_machine(Model& model, const MachineChecked& checked, Effects& effects) {
    if (!model.self_test) return;
    model.self_test->machine = checked.report;
    on_self_test_tick(model, effects);
}

void on_sheet_report(Model& model, const SheetReported& report, Effects& effects) {
    if (model.staff && report.stage != PaperStage::accepted)
        say(model, report.stage == PaperStage::printed ? Text::toast_sheet_out : Text::toast_sheet_failed);
    if (!model.self_test || !model.self_test->hand) return;
    auto* page = std::get_if<PageTest>(&*model.self_test->hand);
    if (page == nullptr) return;
    page->report = report;
    if (report.stage == PaperStage::failed) {
        model.self_test->by_hand[TestPart::page] = Finding::page_failed;
        record(model, effects);
    }
}

void on_self_test_tick(Model& model, Effects& effects) {
    if (is_morning_due(model)) begin_self_test(model, TestOccasion::morning, effects);
    if (!model.self_test || model.screen != Screen::self_test) return;
    SelfTest& test = *model.self_test;
    if (test.hand && model.now - model.last_activity >= hand_test_ms) test.hand.reset();
    if (!test.recorded && is_settled(model)) record(model, effects);
    if (!all_good(model) || test.hand) {
        test.good_since.reset();
    } else if (!test.good_since) {
        test.good_since = model.now;
    } else if (model.now - *test.good_since >= test_opens_ms) {
        go_home(model, effects);
    }
}

bool self_test_takes_scan(Model& model, const ScanRead& scan, Effects& effects) {
    if (model.screen != Screen::self_test || scan.source != ScanSource::hand_scanner) return false;
    const bool asked = model.self_test->hand && std::holds_alternative<ScannerTest>(*model.self_test->hand);
    if (asked) found_by_hand(model, TestPart::scanner, Finding::good, effects);
    // A slip is somebody's, whatever the scanner was tried with.
    return asked && !scan.text.starts_with(slip_head);
}

bool end_self_test(Model& model, Effects& effects) {
    if (!model.self_test) return true;
    if (!may_open(model)) return false;
    if (!model.self_test->recorded) record(model, effects);
    model.self_test.reset();
    return true;
}

}  // namespace baodao::update_parts
