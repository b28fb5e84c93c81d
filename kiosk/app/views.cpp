// SPDX-License-Identifier: MIT
#include "kiosk/app/views.hpp"

#include <algorithm>
#include <cctype>

#include "domain/base/text.hpp"
#include "domain/event/kinds_attendance.hpp"
#include "domain/slip/crypto.hpp"

namespace baodao {

void Presence::apply(const Entry& entry) {
    if (!entry.event.activity || entry.event.drill) return;
    const ActivityId activity = *entry.event.activity;
    if (const auto in = body_of<AttendanceIn>(entry.event)) present_[activity].insert(in->serial);
    if (const auto promise = body_of<ActivityJoined>(entry.event)) joined_[activity].insert(promise->serial);
}

std::int64_t Presence::present_at(ActivityId activity) const {
    return count(present_, activity);
}

std::int64_t Presence::joined(ActivityId activity) const {
    return count(joined_, activity);
}

std::int64_t Presence::count(const People& people, ActivityId activity) {
    const auto found = people.find(activity);
    return found == people.end() ? 0 : static_cast<std::int64_t>(found->second.size());
}

ActivityView Views::activity(const Activity& activity) const {
    ActivityView view;
    view.id = activity.id;
    view.title = activity.plan.title;
    view.post = activity.plan.post;
    view.place = activity.plan.place;
    view.starts = activity.plan.start;
    view.ends = activity.plan.end;
    view.planned_people = activity.plan.people;
    view.present_people = presence.present_at(activity.id);
    view.claimed_people = presence.joined(activity.id);
    return view;
}

ServiceView Views::service(const Service& service) const {
    ServiceView view;
    view.service = service;
    view.reported = reported(service);
    const Activity* of = service.activity ? community.activity(*service.activity) : nullptr;
    if (service.started) view.day = local_date(*service.started, community.offset());
    if (of != nullptr) {
        view.planned_start = of->plan.start;
        view.planned_end = of->plan.end;
        view.title = of->plan.title;
        view.post = of->plan.post;
        view.place = of->plan.place;
    }
    return view;
}

bool Views::reported(const Service& service) const {
    const auto known_to_hq = [&](const std::optional<EventId>& id) {
        if (!id || id->origin != own) return true;  // came from HQ
        return std::pair(id->epoch, id->seq) <= std::pair(acknowledged.epoch, acknowledged.seq);
    };
    return known_to_hq(service.in) && known_to_hq(service.out);
}

std::optional<ActivityView> Views::next(UtcMillis now) const {
    const Activity* coming = community.next(now);
    if (coming == nullptr) return std::nullopt;
    return activity(*coming);
}

HomeView Views::home(UtcMillis now, bool clock_doubtful) const {
    const LocalDate today = local_date(now, community.offset());
    const CivilDate civil = civil_from_date(today);
    HomeView view;
    view.community = community.settings().name;
    const auto contact = community.contact(today);
    view.contact = {contact.name, contact.phone, contact.deputy};
    view.window_hours = community.settings().hours;
    view.offset = community.offset();
    view.clock_doubtful = clock_doubtful;
    const auto month = static_cast<std::int32_t>(civil.month);
    const std::string theme = community.theme(civil.year, month);
    if (!theme.empty()) view.theme = ThemeView{theme, community.quarter_plan(civil.year, (month + 2) / 3)};
    for (const Activity* planned : community.activities_on(today)) view.today.push_back(activity(*planned));
    return view;
}

std::string check_code(const RecordView& record) {
    std::string text = to_hex64(record.serial.value) + "|" + std::to_string(record.year.year) + "|" +
                       std::to_string(record.year.minutes);
    for (const ServiceView& view : record.services) {
        text += "|" + (view.service.in ? to_string(*view.service.in) : std::string()) + "=" +
                std::to_string(view.service.minutes);
    }
    std::string code = to_hex(sha256({as_bytes(text)})).substr(0, 8);
    std::transform(code.begin(), code.end(), code.begin(), [](unsigned char c) { return std::toupper(c); });
    return code.substr(0, 4) + "-" + code.substr(4);
}

}  // namespace baodao
