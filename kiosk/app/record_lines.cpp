// SPDX-License-Identifier: MIT
#include "kiosk/app/record_lines.hpp"

#include <algorithm>

namespace baodao {

namespace {

// Minutes run from the sign-in, at most half an hour before the planned start (decision 5).
constexpr std::int64_t early_ms = 30 * ms_per_minute;

bool in_half(const RecordView& record, const ServiceView& view, int half) {
    return view.service.counted && view.day && half_of(*view.day) == record.year.halves[half - 1].half;
}

bool belongs(const RecordView& record, const ServiceView& view, Figure figure) {
    switch (figure) {
        case Figure::year:
            return minutes_in_year(view, record.year.year) > 0;
        case Figure::first_half:
            return in_half(record, view, 1);
        case Figure::second_half:
            return in_half(record, view, 2);
    }
    return false;
}

bool belongs(const OpeningView& opening, Figure figure) {
    switch (figure) {
        case Figure::year:
            return opening.minutes > 0;
        case Figure::first_half:
            return opening.first_half > 0;
        case Figure::second_half:
            return opening.second_half > 0;
    }
    return false;
}

std::vector<RecordLine> lines_of(const RecordView& record, Figure figure) {
    std::vector<RecordLine> lines;
    for (std::size_t i = 0; i < record.services.size(); ++i) {
        if (belongs(record, record.services[i], figure))
            lines.push_back({&record.services[i], i, nullptr, nullptr});
    }
    for (const OpeningView& opening : record.openings) {
        if (belongs(opening, figure)) lines.push_back({nullptr, 0, &opening, nullptr});
    }
    return lines;
}

}  // namespace

std::vector<RecordLine> record_lines(const RecordView& record, const RecordOpened& opened) {
    if (const auto* figure = std::get_if<FigureOpened>(&opened.what)) return lines_of(record, figure->figure);
    const std::size_t index = std::get<ServiceOpened>(opened.what).service;
    std::vector<RecordLine> lines;
    if (index >= record.services.size()) return lines;
    for (const EventLine& event : record.services[index].events)
        lines.push_back({nullptr, index, nullptr, &event});
    return lines;
}

std::int64_t minutes_in_year(const ServiceView& view, std::int32_t year) {
    std::int64_t minutes = 0;
    for (const DayMinutes& day : view.service.days)
        if (year_of(day.day) == year) minutes += day.minutes;
    return minutes;
}

std::int64_t running_minutes(const ServiceView& view, UtcMillis now) {
    if (!view.service.has(Mark::open) || !view.service.started) return 0;
    UtcMillis from = *view.service.started;
    if (view.planned_start) from = std::max(from, *view.planned_start + -early_ms);
    return std::max<std::int64_t>(0, (now - from) / ms_per_minute);
}

std::int64_t running_minutes(const RecordView& record, UtcMillis now) {
    std::int64_t minutes = 0;
    for (const ServiceView& view : record.services) minutes = std::max(minutes, running_minutes(view, now));
    return minutes;
}

}  // namespace baodao
