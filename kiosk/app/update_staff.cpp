// SPDX-License-Identifier: MIT
#include "kiosk/app/staff_parts.hpp"

namespace baodao {

std::string_view token(const StaffPage& page) {
    return std::visit([](const auto& shown) { return std::string_view(shown.token); }, page);
}

namespace update_parts {

namespace {

void show_page(Model& model, StaffPage page) {
    model.staff->page = std::move(page);
}

void admit(Model& model, const StaffAdmitted& admitted, Effects& effects) {
    model.pin.reset();
    model.staff = StaffState{admitted.name, model.now, false, BoardPage{}};
    show(model, Screen::staff);
    effects.emplace_back(StaffRequest{AskBoard{}});
}

void not_a_staff_card(Model& model, const NotAStaffCard& card, Effects& effects) {
    const ScanRead scan{card.text, card.by_camera ? ScanSource::camera : ScanSource::hand_scanner};
    go_home(model, effects);
    submit(model, scan, SubmitScan{}, effects);
}

// What a page shows is asked of the desk when it opens.
void ask_for(const StaffPage& page, Effects& effects) {
    if (std::holds_alternative<PrintPage>(page)) effects.emplace_back(StaffRequest{AskPapers{}});
    if (std::holds_alternative<ActivityPage>(page)) effects.emplace_back(StaffRequest{AskActivities{}});
    if (std::holds_alternative<AnswerPage>(page)) effects.emplace_back(StaffRequest{AskCorrections{}});
    if (std::holds_alternative<WaitingPage>(page)) effects.emplace_back(StaffRequest{AskWaiting{}});
    if (std::holds_alternative<DayPage>(page)) effects.emplace_back(StaffRequest{AskDay{}});
    if (std::holds_alternative<WalkInPage>(page)) effects.emplace_back(StaffRequest{AskWalkIn{}});
    if (std::holds_alternative<SettingsPage>(page)) effects.emplace_back(StaffRequest{AskSettings{}});
    if (std::holds_alternative<DeputyPage>(page)) effects.emplace_back(StaffRequest{AskDeputy{}});
    if (std::holds_alternative<BackEntryPage>(page)) effects.emplace_back(StaffRequest{AskBackEntry{}});
}

struct OnIntent {
    Model& model;
    Effects& effects;

    void operator()(const PinTouch& touch) const { on_pin_touch(model, touch, effects); }
    void operator()(const StaffLeaves&) const { leave_staff(model, "locked", effects); }
    void operator()(const BackToBoard&) const {
        if (!model.staff) return;
        show_page(model, BoardPage{});
        effects.emplace_back(StaffRequest{AskBoard{}});
    }
    void operator()(const PageOpened& opened) const {
        if (!model.staff) return;
        show_page(model, opened.page);
        ask_for(opened.page, effects);
    }
    void operator()(const ActivityTouch& touch) const { on_activity_touch(model, touch, effects); }
    void operator()(const AnswerTouch& touch) const { on_answer_touch(model, touch, effects); }
    void operator()(const BackEntryTouch& touch) const { on_back_entry_touch(model, touch, effects); }
    void operator()(const WaitingTouch& touch) const { on_waiting_touch(model, touch, effects); }
    void operator()(const DayTouch& touch) const { on_day_touch(model, touch, effects); }
    void operator()(const TextTouch& touch) const { on_text_touch(model, touch, effects); }
    void operator()(const WalkInTouch& touch) const { on_walk_in_touch(model, touch, effects); }
    void operator()(const DeputyTouch& touch) const { on_deputy_touch(model, touch, effects); }
    void operator()(const SettingsTouch& touch) const { on_settings_touch(model, touch, effects); }
    void operator()(const LinkTouch& touch) const { on_link_touch(model, touch, effects); }
    void operator()(const BoardTouch& touch) const { on_board_touch(model, touch, effects); }
    void operator()(const PrintTouch& touch) const { on_print_touch(model, touch, effects); }
};

struct OnAnswer {
    Model& model;
    Effects& effects;

    void operator()(const StaffAdmitted& admitted) const {
        // Who walked away from the door meanwhile is not let in.
        if (model.screen == Screen::staff_pin)
            admit(model, admitted, effects);
        else
            effects.emplace_back(StaffRequest{LeaveStaff{"idle"}});
    }
    void operator()(const ResetAdmitted&) const { on_reset_admitted(model); }
    void operator()(const StaffTurnedAway& answer) const { on_turned_away(model, answer); }
    void operator()(const NotAStaffCard& card) const { not_a_staff_card(model, card, effects); }
    void operator()(const ChallengeGiven& answer) const { on_challenge(model, answer); }
    void operator()(const PinWasSet& answer) const { on_pin_set(model, answer); }
    void operator()(const BoardAnswered& answer) const { on_board(model, answer); }
    void operator()(const PapersAnswered& answer) const { on_papers(model, answer, effects); }
    void operator()(const SheetLooked& answer) const { on_sheet(model, answer); }
    void operator()(const ActivitiesAnswered& answer) const { on_activities(model, answer); }
    void operator()(const ActivityStarted& started) const { on_activity_started(model, started, effects); }
    void operator()(const CorrectionsAnswered& answer) const { on_corrections(model, answer); }
    void operator()(const BackEntryAnswered& answer) const { on_back_entry(model, answer); }
    void operator()(const EntryRecorded& recorded) const { on_entry_recorded(model, recorded, effects); }
    void operator()(const WaitingAnswered& answer) const { on_waiting(model, answer); }
    void operator()(const DayAnswered& answer) const { on_day(model, answer); }
    void operator()(const JoinAnswered& answer) const { on_join(model, answer); }
    void operator()(const CourierAnswered& answer) const { on_courier(model, answer); }
    void operator()(const SheetAsked& asked) const {
        say(model, asked.taken ? Text::toast_sheet_sent : Text::toast_sheet_failed);
    }
    void operator()(const WordsAnswered& answer) const { on_words(model, answer); }
    void operator()(const WalkInAnswered& answer) const { on_walk_in(model, answer); }
    void operator()(const SameNamesFound& found) const { on_same_names(model, found); }
    void operator()(const WalkInRegistered& done) const { on_walk_in_registered(model, done, effects); }
    void operator()(const DeputyAnswered& answer) const { on_deputy(model, answer); }
    void operator()(const SettingsAnswered& answer) const { on_settings(model, answer); }
    void operator()(const DeputyRefused& refused) const { on_deputy_refused(model, refused); }
    void operator()(const StaffFailed&) const {
        say(model, Text::toast_staff_failed);
        // What was filled in stands, to be sent again.
        if (auto* walk_in = shown_page<WalkInPage>(model)) walk_in->sending = false;
        if (auto* deputy = shown_page<DeputyPage>(model)) deputy->sending = false;
    }
};

}  // namespace

void open_door(Model& model) {
    model.pin = PinState{};
    show(model, Screen::staff_pin);
}

void on_staff_intent(Model& model, const StaffIntent& intent, Effects& effects) {
    on_touch(model);
    std::visit(OnIntent{model, effects}, intent);
}

void on_staff_answer(Model& model, const StaffAnswer& answer, Effects& effects) {
    std::visit(OnAnswer{model, effects}, answer);
}

void on_staff_tick(Model& model, Effects& effects) {
    if (!model.staff) return;
    const std::int64_t idle = model.now - model.staff->last_touch;
    const std::int64_t patience = staff_patience_ms(model);
    if (idle >= patience) {
        leave_staff(model, "idle", effects);
    } else if (idle >= patience - staff_warned_before_ms && !model.staff->warned) {
        model.staff->warned = true;
        say(model, Text::toast_staff_locks);
    }
}

bool staff_takes_scan(Model& model, const ScanRead& scan, Effects& effects) {
    if (model.screen != Screen::staff_pin) return false;
    effects.emplace_back(StaffRequest{TryStaffCard{scan.text, scan.source == ScanSource::camera}});
    return true;
}

void leave_staff(Model& model, std::string_view why, Effects& effects) {
    if (model.staff) effects.emplace_back(StaffRequest{LeaveStaff{why}});
    go_home(model, effects);
}

}  // namespace update_parts
}  // namespace baodao
