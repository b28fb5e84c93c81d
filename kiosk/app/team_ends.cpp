// SPDX-License-Identifier: MIT
#include "kiosk/app/team_ends.hpp"

#include <algorithm>

#include "domain/event/kinds_attendance.hpp"

namespace baodao {

namespace {

struct Scans {
    std::map<SlipSerial, UtcMillis> first_in;
    std::map<SlipSerial, UtcMillis> last_out;
};

// A read that fails leaves the plan to propose.
Scans scans_at(Journal& journal, ActivityId activity, LocalDate day) {
    Scans scans;
    const select::OnDays days{{day.days - 1}, {day.days + 2}};
    (void)journal.for_each(days, [&](const Record& record) {
        const auto entry = entry_from(record);
        if (!entry || entry->event.drill || entry->event.activity != activity) return Step::go_on;
        const UtcMillis at = entry->event.at.estimated();
        if (const auto in = body_of<AttendanceIn>(entry->event)) {
            const auto [place, fresh] = scans.first_in.try_emplace(in->serial, at);
            if (!fresh) place->second = std::min(place->second, at);
        } else if (const auto out = body_of<AttendanceOut>(entry->event)) {
            UtcMillis& last = scans.last_out[out->serial];
            last = std::max(last, at);
        }
        return Step::go_on;
    });
    return scans;
}

// The time by which half of the others had.
std::optional<UtcMillis> middle(const std::map<SlipSerial, UtcMillis>& times, const PersonState& without) {
    std::vector<UtcMillis> others;
    for (const auto& [serial, at] : times) {
        if (!without.slips.contains(serial)) others.push_back(at);
    }
    if (others.empty()) return std::nullopt;
    const auto half = others.begin() + static_cast<std::ptrdiff_t>((others.size() - 1) / 2);
    std::nth_element(others.begin(), half, others.end());
    return *half;
}

}  // namespace

FoldHints team_hints(Journal& journal, const PersonState& person, const CommunityState& community) {
    FoldHints hints;
    for (const Service& service : person.services) {
        if (!service.has(Mark::forgotten) || !service.activity || !service.started) continue;
        const LocalDate day = local_date(*service.started, community.offset());
        const TeamTimes hours = team_hours(journal, *service.activity, day, person);
        if (hours.out) hints.team_ends[*service.activity] = *hours.out;
    }
    return hints;
}

TeamTimes team_hours(Journal& journal, ActivityId activity, LocalDate day, const PersonState& without) {
    const Scans scans = scans_at(journal, activity, day);
    return {middle(scans.first_in, without), middle(scans.last_out, without)};
}

}  // namespace baodao
