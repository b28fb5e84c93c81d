// SPDX-License-Identifier: MIT
#include "kiosk/app/model.hpp"

#include <algorithm>

#include "domain/base/text.hpp"

namespace baodao {

std::string_view screen_name(const Model& model) {
    return model.screen == Screen::staff && model.staff ? token(model.staff->page) : token(model.screen);
}

std::string shown_name(const Model& model) {
    if (model.find && model.find->found) {
        const std::string& found = model.find->found->name;
        return model.now - model.find->found_since < full_name_ms ? found : mask_name(found);
    }
    if (!model.visit) return {};
    const Turn& visit = *model.visit;
    const std::string& name = visit.record ? visit.record->name : visit.answer.name;
    return model.now - visit.shown_since < full_name_ms ? name : mask_name(name);
}

bool dimmed(const Model& model) {
    return model.screen == Screen::home && model.now - model.last_activity >= dim_after_ms;
}

std::int64_t staff_patience_ms(const Model& model) {
    const LinkView& link = model.home.link;
    const bool joining = link.state == LinkState::waiting || link.joining == Joining::reaching ||
                         link.joining == Joining::no_line;
    const bool shown = model.staff && std::holds_alternative<LinkPage>(model.staff->page);
    return shown && joining ? staff_joins_for_ms : staff_locks_after_ms;
}

bool saving(const Model& model) {
    return !model.pending.empty() && model.now - model.pending.front().since >= saving_shown_after_ms;
}

bool find_paused(const Model& model) {
    return model.now < model.find_guard.paused_until;
}

std::int64_t seconds_left(const Model& model) {
    if (!model.countdown) return 0;
    const std::int64_t left =
        std::clamp<std::int64_t>(model.countdown->due - model.now, 0, model.countdown->length_ms);
    return (left + ms_per_second - 1) / ms_per_second;
}

std::optional<MonoMillis> next_change(const Model& model) {
    std::optional<MonoMillis> next;
    const auto consider = [&](std::int64_t moment) {
        if (moment > model.now.value && (!next || moment < next->value)) next = MonoMillis{moment};
    };
    if (model.screen == Screen::home) consider(model.last_activity.value + dim_after_ms);
    if (model.visit) consider(model.visit->shown_since.value + full_name_ms);
    if (model.hand_over) consider(model.hand_over->due.value);
    if (model.pin && model.now < model.pin->locked_until) consider(model.now.value + ms_per_second);
    if (model.find && find_paused(model)) consider(model.now.value + ms_per_second);
    if (model.find && model.find->found) consider(model.find->found_since.value + full_name_ms);
    if (model.staff) {
        const std::int64_t locks = model.staff->last_touch.value + staff_patience_ms(model);
        consider(locks - staff_warned_before_ms);
        consider(locks);
    }
    if (model.self_test && model.screen == Screen::self_test) {
        consider(model.self_test->begun.value + test_settles_ms);
        if (model.self_test->hand) consider(model.last_activity.value + hand_test_ms);
        // The seconds until it opens are counted on the screen.
        if (model.self_test->good_since) consider(model.now.value + ms_per_second);
    }
    if (model.event && model.event->notice) consider(model.event->notice->until.value);
    if (model.toast) consider(model.toast->until.value);
    if (!model.pending.empty()) consider(model.pending.front().since.value + saving_shown_after_ms);
    if (model.countdown) {
        // The ring steps ten times a second, with large text once: little moves there.
        const std::int64_t step_ms = model.large_text ? ms_per_second : 100;
        consider(std::min(model.countdown->due.value, model.now.value + step_ms));
    }
    return next;
}

}  // namespace baodao
