// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/app/staff_parts.hpp"

namespace baodao::update_parts {
namespace {

struct Touched {
    ActivityPage& page;
    Effects& effects;

    void operator()(const OpenActivity& touch) const { effects.emplace_back(StaffRequest{touch}); }
    void operator()(const OpenUnplanned& touch) const { effects.emplace_back(StaffRequest{touch}); }
    void operator()(const CloseActivity& touch) const {
        page.closing.reset();
        effects.emplace_back(StaffRequest{touch});
    }
    void operator()(const AskToClose& touch) const { page.closing = touch.activity; }
    void operator()(const KeepOpen&) const { page.closing.reset(); }
    void operator()(const TurnActivities& touch) const {
        const std::size_t rows = page.rows ? page.rows->size() : 0;
        const std::size_t pages =
            std::max<std::size_t>(1, (rows + activities_on_page - 1) / activities_on_page);
        const auto wanted = static_cast<std::ptrdiff_t>(page.page) + touch.by;
        page.page = static_cast<std::size_t>(
            std::clamp<std::ptrdiff_t>(wanted, 0, static_cast<std::ptrdiff_t>(pages) - 1));
    }
};

}  // namespace

void on_activity_touch(Model& model, const ActivityTouch& touch, Effects& effects) {
    if (auto* page = shown_page<ActivityPage>(model)) std::visit(Touched{*page, effects}, touch);
}

void on_activities(Model& model, const ActivitiesAnswered& answer) {
    if (auto* page = shown_page<ActivityPage>(model)) page->rows = answer.rows;
}

// The staff side is left behind, locked: the event's screen is for everybody.
void on_activity_started(Model& model, const ActivityStarted& started, Effects& effects) {
    if (shown_page<ActivityPage>(model) == nullptr) return;
    effects.emplace_back(StaffRequest{LeaveStaff{"event"}});
    EventView view;
    view.activity.id = started.activity;
    begin_event(model, view, effects);
    effects.emplace_back(WatchEvent{started.activity});
}

}  // namespace baodao::update_parts
