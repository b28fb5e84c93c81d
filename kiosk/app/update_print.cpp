// SPDX-License-Identifier: MIT
// A person waits for her paper: PRINTING ends when the printer has it, or says that it will come later.
#include "kiosk/app/update_parts.hpp"

namespace baodao::update_parts {
namespace {

Text words_for(PaperState state) {
    switch (state) {
        case PaperState::accepted:
            return Text::toast_paper_printing;
        case PaperState::unrecorded:
            return Text::toast_paper_ask;
        case PaperState::sent:
        case PaperState::queued:
            break;
    }
    return Text::toast_paper_queued;
}

// Whether the word about that slip's paper may stand on the screen that is shown now.
bool concerns_screen(const Model& model, SlipSerial serial) {
    if (!model.visit) return model.screen == Screen::home;
    return model.visit->record ? model.visit->record->serial == serial : model.visit->answer.serial == serial;
}

void wait_for_paper(Model& model, PrintingState paper) {
    if (!prints_now(model.printer)) return;  // the desk's answer says that it is queued
    show(model, Screen::printing);
    model.printing = paper;
}

}  // namespace

void print_receipt(Model& model, Effects& effects) {
    const bool owed = model.visit && model.visit->receipt_owed && model.visit->answer.serial;
    const std::optional<SlipSerial> serial = owed ? model.visit->answer.serial : std::nullopt;
    go_home(model, effects);
    if (serial) wait_for_paper(model, {*serial, PersonPaper::receipt});
}

void print_record(Model& model, Effects& effects) {
    if (!model.visit || !model.visit->record) return;
    const SlipSerial serial = model.visit->record->serial;
    effects.emplace_back(PrintRecord{serial});
    if (!prints_now(model.printer)) return;
    go_home(model, effects);
    wait_for_paper(model, {serial, PersonPaper::record});
}

void on_paper(Model& model, const PaperReported& report) {
    if (report.state == PaperState::sent) return;
    const bool waited_for = model.printing && model.printing->serial == report.serial;
    if (!waited_for && !concerns_screen(model, report.serial)) return;
    say(model, words_for(report.state));
    if (!waited_for) return;
    model.printing.reset();
    show(model, Screen::home);
}

}  // namespace baodao::update_parts
