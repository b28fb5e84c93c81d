// SPDX-License-Identifier: MIT
#include "kiosk/app/activity_desk.hpp"

#include <algorithm>
#include <tuple>

#include "kiosk/app/drafts.hpp"
#include "kiosk/app/event_desk.hpp"

namespace baodao {

namespace {

std::int64_t still_here(OpenedDesk& opened, ActivityId activity) {
    const auto event = EventDesk::watch(opened, activity);
    if (!event || !*event) return 0;
    const EventView view = (*event)->view();
    return std::count_if(view.people.begin(), view.people.end(),
                         [](const EventPerson& person) { return person.present(); });
}

Draft about(Draft draft, ActivityId activity) {
    draft.event.activity = activity;
    return draft;
}

}  // namespace

std::vector<ActivityRow> activity_rows(OpenedDesk& opened) {
    const Desk& desk = opened.desk();
    const CommunityState& community = desk.community();
    const UtcMillis now = desk.now();
    const LocalDate today = local_date(now, community.offset());
    const auto running = community.running(now);
    std::vector<const Activity*> shown = community.activities_on(today);
    for (const Activity* activity : running) {
        if (std::find(shown.begin(), shown.end(), activity) == shown.end()) shown.push_back(activity);
    }
    std::sort(shown.begin(), shown.end(), [](const Activity* a, const Activity* b) {
        return std::tie(a->plan.start, a->id) < std::tie(b->plan.start, b->id);
    });
    std::vector<ActivityRow> rows;
    for (const Activity* activity : shown) {
        ActivityRow row;
        row.activity = desk.activity_view(*activity);
        row.closed = activity->closed.has_value();
        row.opened = activity->opened && !row.closed;
        row.running = std::find(running.begin(), running.end(), activity) != running.end();
        row.still_here = row.activity.present_people > 0 ? still_here(opened, activity->id) : 0;
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Draft> opening_drafts(OpenedDesk& opened, ActivityId id) {
    const Activity* activity = opened.desk().community().activity(id);
    const bool open = activity != nullptr && activity->opened && !activity->closed;
    if (activity == nullptr || open) return {};
    return {about(draft_of(ActivityOpened{}), id)};
}

std::vector<Draft> unplanned_drafts(OpenedDesk& opened, ActivityId id) {
    ActivityPlanned plan;
    plan.title = "未列入计划的服务";
    plan.start = opened.desk().now();
    plan.end = plan.start + unplanned_ms;
    return {about(draft_of(plan), id), about(draft_of(ActivityOpened{}), id)};
}

std::vector<Draft> closing_drafts(OpenedDesk& opened, ActivityId id) {
    const Activity* activity = opened.desk().community().activity(id);
    if (activity == nullptr || activity->closed) return {};
    return {about(draft_of(ActivityClosed{}), id)};
}

}  // namespace baodao
