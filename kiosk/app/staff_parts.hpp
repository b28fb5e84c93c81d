// SPDX-License-Identifier: MIT
// The parts of update() for the staff side, for its own files only. A page's touches and answers are two
// functions in its own file.
#pragma once

#include "kiosk/app/staff.hpp"
#include "kiosk/app/update_parts.hpp"

namespace baodao::update_parts {

// ---- update_staff.cpp
// 干部登录: the door.
void open_door(Model& model);
void on_staff_intent(Model& model, const StaffIntent& intent, Effects& effects);
void on_staff_answer(Model& model, const StaffAnswer& answer, Effects& effects);
void on_staff_tick(Model& model, Effects& effects);
// A scan while the door or a page shows; false: it is an ordinary one.
[[nodiscard]] bool staff_takes_scan(Model& model, const ScanRead& scan, Effects& effects);
void leave_staff(Model& model, std::string_view why, Effects& effects);
// The page that shows, if it is this one; nullptr otherwise: a late answer is nobody's.
template <class Page>
[[nodiscard]] Page* shown_page(Model& model) {
    return model.staff ? std::get_if<Page>(&model.staff->page) : nullptr;
}

// ---- update_self_test.cpp
void begin_self_test(Model& model, TestOccasion occasion, Effects& effects);
void on_self_test_touch(Model& model, const SelfTestTouch& touch, Effects& effects);
void on_machine(Model& model, const MachineChecked& checked, Effects& effects);
void on_sheet_report(Model& model, const SheetReported& report, Effects& effects);
void on_self_test_tick(Model& model, Effects& effects);
// True: it was only there to try the hand scanner.
[[nodiscard]] bool self_test_takes_scan(Model& model, const ScanRead& scan, Effects& effects);
// The window opens; false: it may not, storage or ledger are in trouble.
[[nodiscard]] bool end_self_test(Model& model, Effects& effects);

// ---- update_pin.cpp
void on_pin_touch(Model& model, const PinTouch& touch, Effects& effects);
void on_turned_away(Model& model, const StaffTurnedAway& answer);
void on_challenge(Model& model, const ChallengeGiven& answer);
void on_reset_admitted(Model& model);
void on_pin_set(Model& model, const PinWasSet& answer);

// ---- update_papers.cpp
void on_print_touch(Model& model, const PrintTouch& touch, Effects& effects);
void on_papers(Model& model, const PapersAnswered& answer, Effects& effects);
void on_sheet(Model& model, const SheetLooked& answer);

// ---- update_board.cpp
void on_board_touch(Model& model, const BoardTouch& touch, Effects& effects);
void on_board(Model& model, const BoardAnswered& answer);

// ---- update_waiting.cpp
void on_waiting_touch(Model& model, const WaitingTouch& touch, Effects& effects);
void on_waiting(Model& model, const WaitingAnswered& answer);

// ---- update_day.cpp
void on_day_touch(Model& model, const DayTouch& touch, Effects& effects);
void on_day(Model& model, const DayAnswered& answer);

// ---- update_text_entry.cpp
void on_text_touch(Model& model, const TextTouch& touch, Effects& effects);
void on_words(Model& model, const WordsAnswered& answer);

// ---- update_walk_in.cpp
void on_walk_in_touch(Model& model, const WalkInTouch& touch, Effects& effects);
void type_walk_in(WalkInPage& page, const TextTouch& touch, Effects& effects);
void on_walk_in(Model& model, const WalkInAnswered& answer);
void on_same_names(Model& model, const SameNamesFound& found);
void on_walk_in_registered(Model& model, const WalkInRegistered& registered, Effects& effects);

// ---- update_deputy.cpp
void on_deputy_touch(Model& model, const DeputyTouch& touch, Effects& effects);
void type_deputy(DeputyPage& page, const TextTouch& touch, Effects& effects);
void on_deputy(Model& model, const DeputyAnswered& answer);
void on_deputy_refused(Model& model, const DeputyRefused& refused);

// ---- update_settings.cpp
void on_settings_touch(Model& model, const SettingsTouch& touch, Effects& effects);
void on_settings(Model& model, const SettingsAnswered& answer);

// ---- update_link.cpp
void on_link_touch(Model& model, const LinkTouch& touch, Effects& effects);
// Headquarters' invitation was scanned: acted on inside the staff side only.
void on_invitation(Model& model, const ScanRead& scan, Effects& effects);
void on_join(Model& model, const JoinAnswered& answer);
void on_courier(Model& model, const CourierAnswered& answer);
void on_stick(Model& model, const StickReported& report);

// ---- update_activity.cpp
void on_activity_touch(Model& model, const ActivityTouch& touch, Effects& effects);
void on_activities(Model& model, const ActivitiesAnswered& answer);
void on_activity_started(Model& model, const ActivityStarted& started, Effects& effects);

// ---- update_answer.cpp
void on_answer_touch(Model& model, const AnswerTouch& touch, Effects& effects);
void on_corrections(Model& model, const CorrectionsAnswered& answer);

// ---- update_back_entry.cpp
void on_back_entry_touch(Model& model, const BackEntryTouch& touch, Effects& effects);
void on_back_entry(Model& model, const BackEntryAnswered& answer);
void on_entry_recorded(Model& model, const EntryRecorded& recorded, Effects& effects);

}  // namespace baodao::update_parts
