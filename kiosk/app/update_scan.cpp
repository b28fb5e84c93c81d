// SPDX-License-Identifier: MIT
#include <algorithm>
#include <functional>

#include "kiosk/app/staff_parts.hpp"
#include "sync/wire/invitation.hpp"

namespace baodao::update_parts {
namespace {

// How long ago this text was last seen, and that it was seen now. A slip that is held up shows on
// fifteen frames a second; alternating two slips does not defeat the table.
std::optional<std::int64_t> note_sighting(Model& model, const std::string& text) {
    const std::size_t fingerprint = std::hash<std::string>{}(text);
    const auto same = [&](const CodeSighting& sighting) { return sighting.fingerprint == fingerprint; };
    const auto known = std::find_if(model.sightings.begin(), model.sightings.end(), same);
    if (known != model.sightings.end()) {
        const std::int64_t absent = model.now - known->last;
        known->last = model.now;
        return absent;
    }
    if (model.sightings.size() >= sightings_max) {
        const auto by_age = [](const CodeSighting& a, const CodeSighting& b) { return a.last < b.last; };
        model.sightings.erase(std::min_element(model.sightings.begin(), model.sightings.end(), by_age));
    }
    model.sightings.push_back(CodeSighting{fingerprint, model.now});
    return std::nullopt;
}

Screen screen_for(Outcome outcome) {
    switch (outcome) {
        case Outcome::registered:
            return Screen::registered;
        case Outcome::signed_in:
        case Outcome::forgotten_sign_out:
            return Screen::sign_in;
        case Outcome::signed_out:
            return Screen::sign_out;
        case Outcome::already_in:
        case Outcome::already_out:
            return Screen::repeat;
        case Outcome::confirm_short:
            return Screen::confirm_short;
        case Outcome::choose_activity:
            return Screen::pick_activity;
        default:
            return Screen::attention;
    }
}

Sound sound_for(Outcome outcome) {
    switch (outcome) {
        case Outcome::registered:
            return Sound::registered;
        case Outcome::signed_in:
        case Outcome::forgotten_sign_out:
            return Sound::sign_in;
        case Outcome::signed_out:
            return Sound::sign_out;
        case Outcome::already_in:
        case Outcome::already_out:
            return Sound::repeat;
        default:
            return Sound::attention;
    }
}

// A search that rests holds nobody up.
NextPerson turn_of(const Model& model) {
    const bool resting = model.screen == Screen::find && find_paused(model);
    return resting ? NextPerson::at_once : next_person(model.screen);
}

}  // namespace

// Answers come in order, but none is required to.
std::optional<ScanRead> settle(Model& model, ScanTicket ticket) {
    const auto mine = [&](const PendingScan& pending) { return pending.ticket == ticket; };
    const auto found = std::find_if(model.pending.begin(), model.pending.end(), mine);
    if (found == model.pending.end()) return std::nullopt;
    ScanRead scan = std::move(found->scan);
    model.pending.erase(found);
    return scan;
}

void begin_visit(Model& model, ScanRead scan, Effects& effects) {
    print_owed_receipt(model, effects);
    if (model.visit || model.find) effects.emplace_back(Wipe{});
    model.visit = Turn{};
    model.visit->scan = std::move(scan);
    model.visit->shown_since = model.now;
    model.hand_over.reset();
    model.printing.reset();
    end_find(model);
    model.guided_by.reset();
    model.purpose = ScanPurpose::attend;
    model.toast.reset();
    model.last_activity = model.now;
}

void submit(Model& model, const ScanRead& scan, SubmitScan details, Effects& effects) {
    if (model.pending.size() >= pending_scans_max) {
        say(model, Text::toast_too_fast);
        return;
    }
    model.last_ticket.value += 1;
    details.ticket = model.last_ticket;
    details.text = scan.text;
    details.source = scan.source;
    model.pending.push_back(PendingScan{details.ticket, scan, model.now});
    effects.emplace_back(std::move(details));
}

void on_scan(Model& model, const ScanRead& scan, Effects& effects) {
    const auto absent = note_sighting(model, scan.text);
    const bool held_up = scan.source == ScanSource::camera && absent && *absent < same_presence_ms;
    if (held_up) return;
    if (looks_like_invitation(scan.text)) return on_invitation(model, scan, effects);
    if (staff_takes_scan(model, scan, effects) || self_test_takes_scan(model, scan, effects)) return;

    const bool own_code = model.visit && model.visit->scan.text == scan.text;
    const bool choosing = turn_of(model) == NextPerson::not_now;
    if (own_code && choosing) return;  // she still holds it in her hand
    switch (own_code ? NextPerson::at_once : turn_of(model)) {
        case NextPerson::not_now:
            say(model, Text::toast_one_moment);
            return;
        case NextPerson::hand_over:
            model.hand_over = HandOver{scan, MonoMillis{model.now.value + hand_over_ms}};
            return;
        case NextPerson::at_once:
            break;
    }
    SubmitScan details;
    details.purpose = model.purpose;
    details.absent_ms = absent;
    if (model.event && model.screen == Screen::event) details.at_event = model.event->view.activity.id;
    submit(model, scan, std::move(details), effects);
}

void on_answer(Model& model, const ScanAnswered& answered, Effects& effects) {
    auto scan = settle(model, answered.ticket);
    if (!scan) return;
    // The owner of a registration or a record scanned again: she keeps what she reads.
    const bool stays =
        model.visit && next_person(model.screen) == NextPerson::hand_over &&
        (answered.answer.outcome == Outcome::already_in || answered.answer.outcome == Outcome::already_out);
    effects.emplace_back(PlaySound{sound_for(answered.answer.outcome)});
    if (stays || answer_in_event(model, answered.answer, effects)) return;
    begin_visit(model, std::move(*scan), effects);
    model.visit->answer = answered.answer;
    model.visit->receipt_owed =
        answered.answer.outcome == Outcome::registered && answered.answer.event.has_value();
    if (answered.answer.claim) {
        model.visit->claim = ClaimState{*answered.answer.claim, {}, 0, true};
        for (const ItemView& item : model.visit->claim->view.items)
            if (item.held) model.visit->claim->chosen.push_back(item.id);
    }
    show(model, screen_for(answered.answer.outcome));
}

void on_record(Model& model, const RecordAnswered& answered, Effects& effects) {
    auto scan = settle(model, answered.ticket);
    if (!scan) return;
    begin_visit(model, std::move(*scan), effects);
    model.visit->record = answered.record;
    effects.emplace_back(PlaySound{Sound::repeat});
    show(model, Screen::record);
}

}  // namespace baodao::update_parts
