// SPDX-License-Identifier: MIT
#include <cctype>

#include "domain/slip/pin.hpp"
#include "kiosk/app/staff_parts.hpp"

namespace baodao {

std::size_t digits_wanted(PinStage stage) {
    return stage == PinStage::reset_code ? reset_code_digits : pin_digits;
}

namespace update_parts {

namespace {

void begin_stage(PinState& pin, PinStage stage) {
    pin.stage = stage;
    pin.typed.clear();
    pin.waiting = false;
}

// The call to the town takes longer than an ordinary touch.
void take_time(Model& model) {
    model.countdown = Countdown{MonoMillis{model.now.value + reset_timeout_ms}, reset_timeout_ms};
}

void repeated(PinState& pin, Effects& effects) {
    if (pin.typed == pin.first) {
        pin.waiting = true;
        effects.emplace_back(StaffRequest{SetPin{pin.typed}});
        return;
    }
    begin_stage(pin, PinStage::new_pin);
    pin.first.clear();
    pin.notice = PinNotice::differs;
}

void complete(PinState& pin, Effects& effects) {
    pin.notice = PinNotice::none;
    switch (pin.stage) {
        case PinStage::pin:
            pin.waiting = true;
            effects.emplace_back(StaffRequest{TryPin{pin.typed}});
            return;
        case PinStage::reset_code:
            pin.waiting = true;
            effects.emplace_back(StaffRequest{TryResetCode{pin.typed}});
            return;
        case PinStage::new_pin:
            pin.first = pin.typed;
            begin_stage(pin, PinStage::repeat_pin);
            return;
        case PinStage::repeat_pin:
            repeated(pin, effects);
            return;
    }
}

struct OnTouch {
    Model& model;
    PinState& pin;
    Effects& effects;

    void operator()(const PinKey& key) const {
        const bool digit = std::isdigit(static_cast<unsigned char>(key.digit)) != 0;
        if (!digit || pin.waiting || pin.typed.size() >= digits_wanted(pin.stage)) return;
        effects.emplace_back(PlaySound{Sound::key});
        pin.typed += key.digit;
        if (pin.typed.size() == digits_wanted(pin.stage)) complete(pin, effects);
    }
    void operator()(const PinErase&) const {
        if (!pin.waiting && !pin.typed.empty()) pin.typed.pop_back();
    }
    void operator()(const PinClear&) const {
        if (!pin.waiting) pin.typed.clear();
    }
    void operator()(const PinForgotten&) const {
        if (pin.stage != PinStage::pin || pin.waiting) return;
        effects.emplace_back(StaffRequest{AskChallenge{}});
    }
};

}  // namespace

void on_pin_touch(Model& model, const PinTouch& touch, Effects& effects) {
    if (model.pin) std::visit(OnTouch{model, *model.pin, effects}, touch);
}

void on_turned_away(Model& model, const StaffTurnedAway& answer) {
    if (!model.pin) return;
    begin_stage(*model.pin, model.pin->stage);
    model.pin->notice = answer.notice;
    model.pin->tries_left = answer.tries_left;
    model.pin->locked_until = MonoMillis{model.now.value + answer.lock_left_ms};
    if (answer.lock_left_ms > 0) model.pin->notice = PinNotice::locked;
}

void on_challenge(Model& model, const ChallengeGiven& answer) {
    if (!model.pin) return;
    begin_stage(*model.pin, PinStage::reset_code);
    model.pin->challenge = answer.digits;
    if (model.pin->notice != PinNotice::locked) model.pin->notice = PinNotice::none;
    take_time(model);
}

void on_reset_admitted(Model& model) {
    if (!model.pin) return;
    begin_stage(*model.pin, PinStage::new_pin);
    model.pin->notice = PinNotice::none;
    take_time(model);
}

void on_pin_set(Model& model, const PinWasSet& answer) {
    if (!model.pin) return;
    const bool changed = answer.notice == PinNotice::changed;
    begin_stage(*model.pin, changed ? PinStage::pin : PinStage::new_pin);
    model.pin->first.clear();
    model.pin->notice = answer.notice;
}

}  // namespace update_parts
}  // namespace baodao
