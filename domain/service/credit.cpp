// SPDX-License-Identifier: MIT
#include "domain/service/credit.hpp"

#include <algorithm>

namespace baodao {

std::vector<Span> Covered::uncovered(const Span& span) const {
    std::vector<Span> pieces;
    UtcMillis from = span.start;
    for (const Span& taken : spans_) {
        if (taken.end <= from) continue;
        if (taken.start >= span.end) break;
        if (taken.start > from) pieces.push_back({from, taken.start});
        from = taken.end;
    }
    if (from < span.end) pieces.push_back({from, span.end});
    return pieces;
}

void Covered::add(const Span& span) {
    const auto first = std::find_if(spans_.begin(), spans_.end(),
                                    [&](const Span& taken) { return taken.end >= span.start; });
    Span merged = span;
    auto last = first;
    for (; last != spans_.end() && last->start <= span.end; ++last) {
        merged.start = std::min(merged.start, last->start);
        merged.end = std::max(merged.end, last->end);
    }
    spans_.insert(spans_.erase(first, last), merged);
}

std::vector<DayMinutes> minutes_by_day(const std::vector<Span>& pieces, UtcOffset offset) {
    std::vector<DayMinutes> days;
    std::int64_t passed_ms = 0;
    std::int64_t given = 0;
    const auto give = [&](LocalDate day) {
        const std::int64_t minutes = passed_ms / ms_per_minute - given;
        if (minutes == 0) return;
        given += minutes;
        if (!days.empty() && days.back().day == day) {
            days.back().minutes += minutes;
        } else {
            days.push_back({day, minutes});
        }
    };
    for (const Span& piece : pieces) {
        for (UtcMillis from = piece.start; from < piece.end;) {
            const LocalDate day = local_date(from, offset);
            const UtcMillis until = std::min(piece.end, day_start({day.days + 1}, offset));
            passed_ms += until - from;
            give(day);
            from = until;
        }
    }
    return days;
}

}  // namespace baodao
