// SPDX-License-Identifier: MIT
#include "domain/service/community_state.hpp"

#include <algorithm>
#include <cstdlib>

namespace baodao {

namespace {

constexpr std::int32_t offset_minutes_max = 16 * 60;  // no place on earth is further from UTC

}  // namespace

void CommunityState::apply(const Entry& entry) {
    const Event& event = entry.event;
    if (event.drill) return;
    if (const auto corrected = body_of<ClockCorrected>(event)) {
        const UtcMillis zero = corrected->wall + corrected->offset_ms - corrected->mono.value;
        zeros_[{corrected->origin, corrected->boot}].put(entry, zero);
    }
    if (event.community != community_) return;
    apply_settings(entry);
    if (event.activity) apply_activity(entry);
}

void CommunityState::apply_settings(const Entry& entry) {
    const Event& event = entry.event;
    if (const auto settings = body_of<CommunitySet>(event)) {
        settings_.put(entry, *settings);
        const std::pair written(event.at.estimated(), entry.id);
        const bool sane = std::abs(settings->utc_offset_minutes) <= offset_minutes_max;
        if (sane && (!created_ || written < *created_)) {
            created_ = written;
            offset_ = {settings->utc_offset_minutes};
        }
    } else if (const auto rule = body_of<RuleSet>(event)) {
        rules_.apply(entry.id, event, *rule);
    } else if (const auto roster = body_of<RosterReceived>(event)) {
        roster_day_ = std::max(roster_day_.value_or(roster->day), roster->day);
    } else if (const auto closed = body_of<DayClosed>(event)) {
        if (closed->sheet) return;
        const auto [place, fresh] = closed_days_.try_emplace(closed->day, event.at.estimated());
        if (!fresh) place->second = std::min(place->second, event.at.estimated());
    } else if (const auto theme = body_of<PlanTheme>(event)) {
        if (theme->month != 0) months_[{theme->year, theme->month}].put(entry, theme->text);
        if (theme->quarter != 0) quarters_[{theme->year, theme->quarter}].put(entry, theme->text);
    } else if (const auto deputy = body_of<DeputyNamed>(event)) {
        deputies_.insert_or_assign({event.at.estimated(), entry.id}, *deputy);
    }
}

void CommunityState::apply_activity(const Entry& entry) {
    const ActivityId id = *entry.event.activity;
    const UtcMillis at = entry.event.at.estimated();
    if (auto plan = body_of<ActivityPlanned>(entry.event)) {
        if (plan->end < plan->start) return;
        plans_[id].put(entry, std::move(*plan));
    } else if (body_of<ActivityOpened>(entry.event)) {
        Doors& doors = doors_[id];
        doors.first_opened = std::min(doors.first_opened.value_or(at), at);
        doors.last_opened = std::max(doors.last_opened.value_or(at), at);
    } else if (body_of<ActivityClosed>(entry.event)) {
        Doors& doors = doors_[id];
        doors.last_closed = std::max(doors.last_closed.value_or(at), at);
    } else {
        return;
    }
    refresh(id);
}

void CommunityState::refresh(ActivityId id) {
    const auto plan = plans_.find(id);
    if (plan == plans_.end()) return;  // doors may arrive before the plan
    Activity activity{id, *plan->second.value, std::nullopt, std::nullopt};
    if (const auto doors = doors_.find(id); doors != doors_.end()) {
        activity.opened = doors->second.first_opened;
        const bool reopened = doors->second.last_opened > doors->second.last_closed;
        if (!reopened) activity.closed = doors->second.last_closed;
    }
    activities_.insert_or_assign(id, std::move(activity));
}

std::optional<UtcMillis> CommunityState::day_closed_at(LocalDate day) const {
    const auto found = closed_days_.find(day);
    return found == closed_days_.end() ? std::nullopt : std::optional(found->second);
}

const Activity* CommunityState::activity(ActivityId id) const {
    const auto found = activities_.find(id);
    return found == activities_.end() ? nullptr : &found->second;
}

namespace {

void sort_by_start(std::vector<const Activity*>& activities) {
    std::sort(activities.begin(), activities.end(), [](const Activity* a, const Activity* b) {
        return std::pair(a->plan.start, a->id) < std::pair(b->plan.start, b->id);
    });
}

}  // namespace

std::vector<const Activity*> CommunityState::activities_on(LocalDate day) const {
    std::vector<const Activity*> found;
    for (const auto& [id, activity] : activities_) {
        const bool on_day =
            local_date(activity.plan.start, offset_) <= day && day <= local_date(activity.plan.end, offset_);
        if (on_day && !activity.plan.cancelled) found.push_back(&activity);
    }
    sort_by_start(found);
    return found;
}

std::vector<const Activity*> CommunityState::running(UtcMillis now) const {
    const LocalDate today = local_date(now, offset_);
    const std::int64_t early = rules_.value(Rule::early_minutes, today) * ms_per_minute;
    const std::int64_t late = rules_.value(Rule::close_after_minutes, today) * ms_per_minute;
    std::vector<const Activity*> found;
    for (const auto& [id, activity] : activities_) {
        if (activity.plan.cancelled || (activity.closed && *activity.closed <= now)) continue;
        const bool opened = activity.opened && *activity.opened <= now;
        const bool begun = opened || activity.plan.start - early <= now;
        const bool over = activity.plan.end + (opened ? late : 0) <= now;
        if (begun && !over) found.push_back(&activity);
    }
    sort_by_start(found);
    return found;
}

const Activity* CommunityState::next(UtcMillis now) const {
    const Activity* first = nullptr;
    for (const auto& [id, activity] : activities_) {
        if (activity.plan.cancelled || activity.closed || activity.plan.start <= now) continue;
        if (first == nullptr || activity.plan.start < first->plan.start) first = &activity;
    }
    return first;
}

std::string CommunityState::theme(std::int32_t year, std::int32_t month) const {
    const auto found = months_.find({year, month});
    return found == months_.end() ? std::string() : *found->second.value;
}

std::string CommunityState::quarter_plan(std::int32_t year, std::int32_t quarter) const {
    const auto found = quarters_.find({year, quarter});
    return found == quarters_.end() ? std::string() : *found->second.value;
}

CommunityState::Contact CommunityState::contact(LocalDate day) const {
    for (auto deputy = deputies_.rbegin(); deputy != deputies_.rend(); ++deputy) {
        const DeputyNamed& named = deputy->second;
        if (day < named.first || named.last < day) continue;
        if (named.name.empty()) break;  // ended early
        return {named.name, named.phone, true};
    }
    return {settings().contact_name, settings().contact_phone, false};
}

std::optional<DeputyNamed> CommunityState::deputy_from(LocalDate day) const {
    for (auto deputy = deputies_.rbegin(); deputy != deputies_.rend(); ++deputy) {
        const DeputyNamed& named = deputy->second;
        if (named.last < day) continue;
        return named.name.empty() ? std::nullopt : std::optional(named);
    }
    return std::nullopt;
}

std::optional<UtcMillis> CommunityState::corrected_zero(const OriginId& origin, const BootId& boot) const {
    const auto found = zeros_.find({origin, boot});
    return found == zeros_.end() ? std::nullopt : found->second.value;
}

}  // namespace baodao
