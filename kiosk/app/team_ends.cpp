// SPDX-License-Identifier: MIT
#include "kiosk/app/team_ends.hpp"

#include <algorithm>

#include "domain/event/kinds_attendance.hpp"

namespace baodao {

namespace {

// Each slip's last sign-out from the activity; a read that fails leaves the plan's end to propose.
std::map<SlipSerial, UtcMillis> sign_outs(Journal& journal, ActivityId activity, LocalDate day) {
    std::map<SlipSerial, UtcMillis> last;
    const select::OnDays days{{day.days - 1}, {day.days + 2}};
    (void)journal.for_each(days, [&](const Record& record) {
        const auto entry = entry_from(record);
        if (!entry || entry->event.drill || entry->event.activity != activity) return Step::go_on;
        if (const auto out = body_of<AttendanceOut>(entry->event)) {
            UtcMillis& at = last[out->serial];
            at = std::max(at, entry->event.at.estimated());
        }
        return Step::go_on;
    });
    return last;
}

}  // namespace

FoldHints team_hints(Journal& journal, const PersonState& person, const CommunityState& community) {
    FoldHints hints;
    for (const Service& service : person.services) {
        if (!service.has(Mark::forgotten) || !service.activity || !service.started) continue;
        const LocalDate day = local_date(*service.started, community.offset());
        std::vector<UtcMillis> ends;
        for (const auto& [serial, at] : sign_outs(journal, *service.activity, day)) {
            if (!person.slips.contains(serial)) ends.push_back(at);
        }
        if (ends.empty()) continue;
        const auto half = ends.begin() + static_cast<std::ptrdiff_t>((ends.size() - 1) / 2);
        std::nth_element(ends.begin(), half, ends.end());
        hints.team_ends[*service.activity] = *half;
    }
    return hints;
}

}  // namespace baodao
