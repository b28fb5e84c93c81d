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
void on_answer(Model& model, const ScanAnswered& answered, Effects& effects);
void on_record(Model& model, const RecordAnswered& answered, Effects& effects);

// ---- update_touch.cpp
void on_touch(Model& model);
void on_tile(Model& model, HomeTile tile);
void on_command(Model& model, Command command, Effects& effects);
void on_activity(Model& model, ActivityId activity, Effects& effects);
void on_code_key(Model& model, char key, Effects& effects);

// ---- update_tick.cpp
void on_tick(Model& model, Effects& effects);

}  // namespace baodao::update_parts
