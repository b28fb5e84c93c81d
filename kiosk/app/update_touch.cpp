// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/app/staff_parts.hpp"

namespace baodao::update_parts {
namespace {

std::optional<SlipSerial> serial_of(const Model& model) {
    if (!model.visit) return std::nullopt;
    return model.visit->record ? std::optional(model.visit->record->serial) : model.visit->answer.serial;
}

void call_staff(Model& model, HelpReason reason, Text words, Effects& effects) {
    effects.emplace_back(CallStaff{reason, serial_of(model)});
    effects.emplace_back(PlaySound{Sound::assist});
    say(model, words);
}

// Sends the scan of this turn again, with the answer to the question that is on the screen.
void answer_question(Model& model, SubmitScan details, Effects& effects) {
    if (!model.visit || !model.pending.empty()) return;  // a second tap changes nothing
    const ScanRead scan = model.visit->scan;
    submit(model, scan, std::move(details), effects);
}

void sign_out_anyway(Model& model, Effects& effects) {
    if (model.screen != Screen::confirm_short) return;
    SubmitScan details;
    details.sign_out_confirmed = true;
    answer_question(model, std::move(details), effects);
}

void count_as_unplanned(Model& model, Effects& effects) {
    if (model.screen != Screen::pick_activity) return;
    SubmitScan details;
    details.unplanned = true;
    answer_question(model, std::move(details), effects);
}

void sign_in_now(Model& model, Effects& effects) {
    if (model.screen != Screen::registered || !model.visit || !model.visit->answer.running) return;
    claim_ticked(model, effects);
    print_owed_receipt(model, effects);
    SubmitScan details;
    details.activity = model.visit->answer.running->id;
    answer_question(model, std::move(details), effects);
}

void join_next(Model& model, Effects& effects) {
    if (!model.visit || model.visit->joined_next || !model.visit->answer.next || !serial_of(model)) return;
    model.visit->joined_next = true;
    effects.emplace_back(JoinActivity{*serial_of(model), model.visit->answer.next->id});
}

void wrong_activity(Model& model, Effects& effects) {
    if (model.visit && !model.visit->answer.choices.empty()) {
        show(model, Screen::pick_activity);
    } else {
        call_staff(model, HelpReason::correct_activity, Text::toast_ask_activity, effects);
    }
}

// One step back; home from most screens.
void leave(Model& model, Effects& effects) {
    if (model.screen == Screen::claim) {
        leave_claim(model, effects);
    } else if (model.screen == Screen::correct) {
        leave_correction(model, effects);
    } else if (model.screen == Screen::event) {
        leave_event(model, effects);
    } else if (model.screen == Screen::record_lines) {
        show(model, Screen::record);
    } else {
        go_home(model, effects);
    }
}

void wait_for_me(Model& model) {
    model.hand_over.reset();
    model.countdown = Countdown{MonoMillis{model.now.value + wait_for_me_ms}, wait_for_me_ms};
    say(model, Text::toast_scan_again_later);
}

HelpReason help_reason(const Model& model) {
    return model.screen == Screen::find ? HelpReason::no_card : HelpReason::attention;
}

}  // namespace

void on_touch(Model& model) {
    model.last_activity = model.now;
    if (model.staff) {
        model.staff->last_touch = model.now;
        model.staff->warned = false;
    }
    if (!model.countdown) return;
    const bool confirmation = model.screen == Screen::sign_in || model.screen == Screen::sign_out;
    const std::int64_t wait = confirmation ? touch_pauses_ring_ms : model.countdown->length_ms;
    model.countdown->due = std::max(model.countdown->due, MonoMillis{model.now.value + wait});
    model.countdown->length_ms = std::max(model.countdown->length_ms, wait);
}

void on_tile(Model& model, HomeTile tile, Effects& effects) {
    on_touch(model);
    if (model.screen != Screen::home && model.screen != Screen::guide) return;
    if (tile == HomeTile::no_card) {
        // From the guide she is still led by the tile that she touched before.
        if (model.screen == Screen::home) model.guided_by = tile;
        begin_find(model, effects);
        return;
    }
    model.guided_by = tile;
    model.purpose = tile == HomeTile::record  ? ScanPurpose::show_record
                    : tile == HomeTile::claim ? ScanPurpose::claim
                                              : ScanPurpose::attend;
    show(model, Screen::guide);
}

void on_command(Model& model, Command command, Effects& effects) {
    on_touch(model);
    switch (command) {
        case Command::back:
            leave(model, effects);
            return;
        case Command::done:
        case Command::keep_service:
            go_home(model, effects);
            return;
        case Command::choose_later:
            print_receipt(model, effects);
            return;
        case Command::print_receipt:
            claim_ticked(model, effects);
            print_receipt(model, effects);
            return;
        case Command::all_posts:
            show_all_posts(model);
            return;
        case Command::claim:
            confirm_claim(model, effects);
            return;
        case Command::send_correction:
            send_correction(model, effects);
            return;
        case Command::sign_in_now:
            sign_in_now(model, effects);
            return;
        case Command::sign_out_anyway:
            sign_out_anyway(model, effects);
            return;
        case Command::wrong_activity:
            wrong_activity(model, effects);
            return;
        case Command::unplanned:
            count_as_unplanned(model, effects);
            return;
        case Command::wrong_time:
            if (!begin_correction(model, effects))
                call_staff(model, HelpReason::correct_time, Text::toast_ask_time, effects);
            return;
        case Command::join_next:
            join_next(model, effects);
            return;
        case Command::call_staff:
            call_staff(model, help_reason(model), Text::toast_staff_called, effects);
            return;
        case Command::wait_for_me:
            wait_for_me(model);
            return;
        case Command::page_back:
            turn_record_page(model, -1);
            return;
        case Command::page_forward:
            turn_record_page(model, +1);
            return;
        case Command::print_record:
            print_record(model, effects);
            return;
        case Command::language:
            model.language = model.language == Language::chinese ? Language::english : Language::chinese;
            return;
        case Command::large_text:
            model.large_text = !model.large_text;
            return;
        case Command::staff:
            if (model.screen == Screen::home) open_door(model);
            return;
    }
}

void on_activity(Model& model, ActivityId activity, Effects& effects) {
    on_touch(model);
    if (model.screen != Screen::pick_activity) return;
    SubmitScan details;
    details.activity = activity;
    answer_question(model, std::move(details), effects);
}

}  // namespace baodao::update_parts
