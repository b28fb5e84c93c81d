// SPDX-License-Identifier: MIT
// The screen of a service event: scans are answered inside it, thirty in a row without a touch.
#include <algorithm>

#include "domain/base/text.hpp"
#include "kiosk/app/update_parts.hpp"

namespace baodao::update_parts {
namespace {

// Answered inside the event; the rest needs a question or an explanation of its own.
bool fits_in_event(Outcome outcome) {
    switch (outcome) {
        case Outcome::registered:
        case Outcome::signed_in:
        case Outcome::signed_out:
        case Outcome::already_in:
        case Outcome::already_out:
        case Outcome::forgotten_sign_out:
            return true;
        default:
            return false;
    }
}

bool is_ticked(const EventState& event, SlipSerial serial) {
    return std::find(event.ticked.begin(), event.ticked.end(), serial) != event.ticked.end();
}

void close_team(Model& model) {
    model.event->team.reset();
    model.event->ticked.clear();
    model.event->page = 0;
    model.countdown.reset();
}

struct Touched {
    Model& model;
    EventState& event;
    Effects& effects;

    void operator()(const PersonTicked& touch) const {
        if (!event.team) return;
        if (is_ticked(event, touch.serial)) {
            std::erase(event.ticked, touch.serial);
        } else {
            event.ticked.push_back(touch.serial);
        }
    }
    void operator()(const TeamConfirmed& touch) const {
        if (!event.team || event.ticked.empty()) return;
        effects.emplace_back(
            SignTeam{event.team->leader, event.view.activity.id, event.ticked, touch.way == TeamWay::out});
        effects.emplace_back(PlaySound{touch.way == TeamWay::out ? Sound::sign_out : Sound::sign_in});
        event.ticked.clear();
    }
    void operator()(const TeamClosed&) const { close_team(model); }
    void operator()(const EventPageTurned& touch) const {
        const auto last = static_cast<std::ptrdiff_t>(event_pages(event)) - 1;
        const auto wanted = static_cast<std::ptrdiff_t>(event.page) + touch.by;
        event.page = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, last));
    }
};

}  // namespace

void begin_event(Model& model, const EventView& view, Effects& effects) {
    model.event = EventState{};
    model.event->view = view;
    go_home(model, effects);
}

// Behind a self-test at the start the event's screen comes when that is done with.
void on_event_resumed(Model& model, const EventView& view) {
    if (model.event) return;
    model.event = EventState{};
    model.event->view = view;
    say(model, Text::toast_event_resumed);
    if (model.screen == Screen::home) show(model, Screen::event);
}

void on_event_changed(Model& model, const EventView& view, Effects& effects) {
    if (!model.event || model.event->view.activity.id != view.activity.id) return;
    model.event->view = view;
    model.event->page = std::min(model.event->page, event_pages(*model.event) - 1);
    if (view.closed) leave_event(model, effects);
}

// The event keeps running: a scan on the idle screen signs in to it as well.
void leave_event(Model& model, Effects& effects) {
    if (!model.event) return;
    const bool shown = model.screen == Screen::event;
    model.event.reset();
    effects.emplace_back(WatchEvent{});
    if (shown) go_home(model, effects);
}

void on_event_touch(Model& model, const EventTouch& touch, Effects& effects) {
    on_touch(model);
    if (!model.event) return;
    std::visit(Touched{model, *model.event, effects}, touch);
    if (model.event && model.event->team)
        model.countdown = Countdown{MonoMillis{model.now.value + team_list_ms}, team_list_ms};
}

bool answer_in_event(Model& model, const ScanAnswer& answer, Effects& effects) {
    if (model.screen != Screen::event || !model.event || !fits_in_event(answer.outcome)) return false;
    EventNotice notice;
    notice.outcome = answer.outcome;
    notice.name = mask_name(answer.name);
    notice.at = answer.at;
    notice.minutes = answer.service ? answer.service->service.minutes : 0;
    notice.until = MonoMillis{model.now.value + event_notice_ms};
    model.event->notice = std::move(notice);
    model.last_activity = model.now;
    if (answer.outcome == Outcome::registered && answer.event && answer.serial)
        effects.emplace_back(PrintReceipt{*answer.serial});
    return true;
}

void on_team_opened(Model& model, const TeamOpened& opened, Effects& effects) {
    if (!settle(model, opened.ticket) || !model.event) return;
    model.event->team = opened.team;
    model.event->ticked.clear();
    model.event->page = 0;
    effects.emplace_back(PlaySound{Sound::repeat});
    if (model.screen == Screen::event)
        model.countdown = Countdown{MonoMillis{model.now.value + team_list_ms}, team_list_ms};
}

void on_team_signed(Model& model, const TeamSigned& signed_team) {
    say(model, signed_team.stored ? Text::toast_team_signed : Text::toast_team_failed);
    if (model.event && model.event->team && signed_team.stored)
        model.event->team->people = signed_team.people;
}

void on_event_tick(Model& model) {
    if (!model.event) return;
    if (model.event->notice && model.now >= model.event->notice->until) model.event->notice.reset();
    if (model.screen == Screen::event && model.countdown && model.now >= model.countdown->due)
        close_team(model);
}

}  // namespace baodao::update_parts
