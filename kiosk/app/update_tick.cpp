// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdlib>

#include "kiosk/app/staff_parts.hpp"

namespace baodao::update_parts {
namespace {

// The one whose start is nearest to now: what a person who walked away most likely came for.
const ActivityView* nearest_choice(const Model& model) {
    if (!model.visit || model.visit->answer.choices.empty()) return nullptr;
    const auto& choices = model.visit->answer.choices;
    const auto distance = [&](const ActivityView& view) { return std::abs(view.starts - model.wall); };
    const auto nearer = [&](const ActivityView& a, const ActivityView& b) {
        return distance(a) < distance(b);
    };
    return &*std::min_element(choices.begin(), choices.end(), nearer);
}

void hand_over_now(Model& model, Effects& effects) {
    const ScanRead next = model.hand_over->scan;
    go_home(model, effects);
    submit(model, next, SubmitScan{}, effects);
}

void time_is_over(Model& model, Effects& effects) {
    const bool undecided = model.screen == Screen::pick_activity && model.visit &&
                           model.visit->answer.outcome == Outcome::choose_activity;
    const ActivityView* nearest = undecided ? nearest_choice(model) : nullptr;
    if (nearest != nullptr && model.pending.empty()) {
        SubmitScan details;
        details.activity = nearest->id;
        const ScanRead scan = model.visit->scan;
        submit(model, scan, std::move(details), effects);
    }
    if (model.screen == Screen::printing) say(model, Text::toast_paper_queued);
    go_home(model, effects);
}

}  // namespace

void on_tick(Model& model, Effects& effects) {
    on_event_tick(model);
    if (model.toast && model.now >= model.toast->until) model.toast.reset();
    if (model.hand_over && model.now >= model.hand_over->due) hand_over_now(model, effects);
    // While the desk is at work on this person's answer, the screen waits for it.
    if (model.countdown && model.now >= model.countdown->due && model.pending.empty())
        time_is_over(model, effects);
    on_staff_tick(model, effects);
    on_self_test_tick(model, effects);
}

}  // namespace baodao::update_parts
