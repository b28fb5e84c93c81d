// SPDX-License-Identifier: MIT
#include "kiosk/app/update.hpp"

#include <algorithm>

#include "kiosk/app/staff_parts.hpp"

namespace baodao {
namespace update_parts {

void show(Model& model, Screen screen) {
    model.screen = screen;
    model.countdown.reset();
    if (const auto length = timeout_ms(screen, model.large_text))
        model.countdown = Countdown{MonoMillis{model.now.value + *length}, *length};
}

void print_owed_receipt(Model& model, Effects& effects) {
    if (!model.visit || !model.visit->receipt_owed) return;
    model.visit->receipt_owed = false;
    if (model.visit->answer.serial) effects.emplace_back(PrintReceipt{*model.visit->answer.serial});
}

void go_home(Model& model, Effects& effects) {
    print_owed_receipt(model, effects);
    if (model.visit || model.find || model.pin || model.staff) effects.emplace_back(Wipe{});
    model.visit.reset();
    model.hand_over.reset();
    model.printing.reset();
    end_find(model);
    model.pin.reset();
    model.staff.reset();
    model.guided_by.reset();
    model.purpose = ScanPurpose::attend;
    model.last_activity = model.now;
    const bool open = end_self_test(model, effects);
    show(model, !open ? Screen::self_test : model.event ? Screen::event : Screen::home);
}

void say(Model& model, Text words) {
    model.toast = Toast{words, MonoMillis{model.now.value + toast_ms}};
}

namespace {

struct Dispatch {
    Model& model;
    Effects& effects;

    void operator()(const TileTouched& touch) const { on_tile(model, touch.tile, effects); }
    void operator()(const CommandTouched& touch) const { on_command(model, touch.command, effects); }
    void operator()(const ActivityTouched& touch) const { on_activity(model, touch.activity, effects); }
    void operator()(const ItemTouched& touch) const { on_item(model, touch.item); }
    void operator()(const RecordTouch& touch) const { on_record_touch(model, touch, effects); }
    void operator()(const EventTouch& touch) const { on_event_touch(model, touch, effects); }
    void operator()(const FindTouch& touch) const { on_find_touch(model, touch, effects); }
    void operator()(const ScreenTouched&) const { on_touch(model); }
    void operator()(const ScanRead& scan) const { on_scan(model, scan, effects); }
    void operator()(const CameraReported& report) const {
        model.camera = report.state;
        model.coaching = report.coaching;
    }
    void operator()(const ScanAnswered& answered) const { on_answer(model, answered, effects); }
    void operator()(const RecordAnswered& answered) const { on_record(model, answered, effects); }
    void operator()(const ClaimAnswered& answered) const { on_claim(model, answered, effects); }
    void operator()(const ClaimRecorded& recorded) const { on_claim_recorded(model, recorded.result); }
    void operator()(const PeopleAnswered& answered) const { on_people(model, answered, effects); }
    void operator()(const TeamTimesAnswered& answered) const { on_team_times(model, answered); }
    void operator()(const CorrectionStored& answered) const { on_correction_stored(model, answered); }
    void operator()(const EventChanged& changed) const { on_event_changed(model, changed.event, effects); }
    void operator()(const EventResumed& resumed) const { on_event_resumed(model, resumed.event); }
    void operator()(const TeamOpened& opened) const { on_team_opened(model, opened, effects); }
    void operator()(const TeamSigned& team) const { on_team_signed(model, team); }
    void operator()(const HomeChanged& change) const {
        model.home = change.home;
        BoardPage* page = model.staff ? std::get_if<BoardPage>(&model.staff->page) : nullptr;
        if (page != nullptr && page->board) page->board->unreported = change.home.link.unreported;
    }
    void operator()(const PaperReported& report) const { on_paper(model, report); }
    void operator()(const PrinterReported& report) const { model.printer = report.printer; }
    void operator()(const StickReported& report) const { on_stick(model, report); }
    void operator()(const StaffIntent& intent) const { on_staff_intent(model, intent, effects); }
    void operator()(const StaffAnswer& answer) const { on_staff_answer(model, answer, effects); }
    void operator()(const SelfTestDue& due) const { begin_self_test(model, due.occasion, effects); }
    void operator()(const SelfTestTouch& touch) const { on_self_test_touch(model, touch, effects); }
    void operator()(const MachineChecked& checked) const { on_machine(model, checked, effects); }
    void operator()(const SheetReported& report) const { on_sheet_report(model, report, effects); }
    void operator()(const Tick& tick) const {
        model.wall = tick.wall;
        on_tick(model, effects);
    }
};

}  // namespace
}  // namespace update_parts

std::vector<Effect> update(Model& model, const Intent& intent, MonoMillis now) {
    model.now = std::max(model.now, now);
    std::vector<Effect> effects;
    std::visit(update_parts::Dispatch{model, effects}, intent);
    return effects;
}

}  // namespace baodao
