// SPDX-License-Identifier: MIT
#include "kiosk/app/member_news.hpp"

#include <algorithm>

#include "domain/event/kinds_attendance.hpp"
#include "kiosk/app/event_lines.hpp"

namespace baodao {

namespace {

bool is_news(EventWhat what) {
    return what == EventWhat::confirmed || what == EventWhat::amended || what == EventWhat::voided ||
           what == EventWhat::recorded || what == EventWhat::refused;
}

}  // namespace

std::optional<UtcMillis> last_scan_before(std::span<const Entry> entries, std::span<const Record> written) {
    std::optional<UtcMillis> last;
    for (const Entry& entry : entries) {
        const bool scan = entry.event.kind == kinds::attendance_in ||
                          entry.event.kind == kinds::attendance_out ||
                          entry.event.kind == kinds::member_registered;
        const bool now = std::any_of(written.begin(), written.end(),
                                     [&](const Record& record) { return record.id == entry.id; });
        if (scan && !now) last = std::max(last, std::optional(entry.event.at.estimated()));
    }
    return last;
}

std::vector<NewsView> news_since(UtcMillis since, const PersonState& person, std::span<const Entry> entries,
                                 const Views& views) {
    std::vector<std::pair<UtcMillis, NewsView>> found;
    for (const Service& service : person.services) {
        const EventLine* newest = nullptr;
        const auto lines = event_lines(service, person, entries, {views.own, {}});
        for (const EventLine& line : lines) {
            const bool theirs = line.by == EventBy::cadre || line.by == EventBy::town;
            if (theirs && is_news(line.what) && line.at > since) newest = &line;
        }
        if (newest == nullptr) continue;
        found.push_back({newest->at,
                         {newest->what, views.service(service).title, service.started, service.ended,
                          service.minutes, newest->reason}});
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return b.first < a.first; });
    std::vector<NewsView> news;
    for (auto& [at, view] : found) news.push_back(std::move(view));
    return news;
}

}  // namespace baodao
