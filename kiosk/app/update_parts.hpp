// SPDX-License-Identifier: MIT
// The parts of update(), for its own files only.
#pragma once

#include <vector>

#include "kiosk/app/effect.hpp"
#include "kiosk/app/intent.hpp"
#include "kiosk/app/model.hpp"

namespace baodao::update_parts {

using Effects = std::vector<Effect>;

// ---- update.cpp: moving between screens
void show(Model& model, Screen screen);
// Ends the person's turn: prints what is owed, wipes, home.
void go_home(Model& model, Effects& effects);
void print_owed_receipt(Model& model, Effects& effects);
void say(Model& model, Text words);

// ---- update_scan.cpp
void on_scan(Model& model, const ScanRead& scan, Effects& effects);
void submit(Model& model, const ScanRead& scan, SubmitScan details, Effects& effects);
// Takes the pending scan of that ticket off the list; nothing: it was settled or forgotten before.
[[nodiscard]] std::optional<ScanRead> settle(Model& model, ScanTicket ticket);
// A new person's turn; the one before ends.
void begin_visit(Model& model, ScanRead scan, Effects& effects);
void on_answer(Model& model, const ScanAnswered& answered, Effects& effects);
void on_record(Model& model, const RecordAnswered& answered, Effects& effects);

// ---- update_claim.cpp
void on_claim(Model& model, const ClaimAnswered& answered, Effects& effects);
void on_claim_recorded(Model& model, const ClaimResult& result);
void on_item(Model& model, ItemId item);
void show_all_posts(Model& model);
void turn_claim_page(Model& model, int by);
// 打印回执单, 现在就签到: the ticks on the registration are claimed before anything is printed.
void claim_ticked(Model& model, Effects& effects);
void confirm_claim(Model& model, Effects& effects);
// One step back: to the registration that it began from, else home.
void leave_claim(Model& model, Effects& effects);

// ---- update_event.cpp
// The screen stays with that event until it is closed.
void begin_event(Model& model, const EventView& view, Effects& effects);
void on_event_resumed(Model& model, const EventView& view);
void on_event_changed(Model& model, const EventView& view, Effects& effects);
void leave_event(Model& model, Effects& effects);
void on_event_touch(Model& model, const EventTouch& touch, Effects& effects);
// True: the answer was shown inside the event, without a touch.
[[nodiscard]] bool answer_in_event(Model& model, const ScanAnswer& answer, Effects& effects);
void on_team_opened(Model& model, const TeamOpened& opened, Effects& effects);
void on_team_signed(Model& model, const TeamSigned& signed_team);
void on_event_tick(Model& model);

// ---- update_record.cpp
void on_record_touch(Model& model, const RecordTouch& touch, Effects& effects);
void turn_record_page(Model& model, int by);
// 时间不对 on the sign-out; false: there is nothing that could be asked about.
[[nodiscard]] bool begin_correction(Model& model, Effects& effects);
void send_correction(Model& model, Effects& effects);
void on_team_times(Model& model, const TeamTimesAnswered& answered);
void on_correction_stored(Model& model, const CorrectionStored& answered);
void leave_correction(Model& model, Effects& effects);

// ---- update_touch.cpp
void on_touch(Model& model);
void on_tile(Model& model, HomeTile tile, Effects& effects);
void on_command(Model& model, Command command, Effects& effects);
void on_activity(Model& model, ActivityId activity, Effects& effects);

// ---- update_find.cpp
void begin_find(Model& model, Effects& effects);
// Whatever ends the search; an unfinished try that did not match is a miss.
void end_find(Model& model);
void on_find_touch(Model& model, const FindTouch& touch, Effects& effects);
void on_people(Model& model, const PeopleAnswered& answered, Effects& effects);

// ---- update_print.cpp
// Ends the registration: the receipt, and the wait for it when the printer is ready.
void print_receipt(Model& model, Effects& effects);
void print_record(Model& model, Effects& effects);
void on_paper(Model& model, const PaperReported& report);

// ---- update_tick.cpp
void on_tick(Model& model, Effects& effects);

}  // namespace baodao::update_parts
