// SPDX-License-Identifier: MIT
// Every figure of 我的记录 opens to what made it: the year and its halves to services and opening balances, a
// service to its events.
#pragma once

#include <vector>

#include "kiosk/app/answer.hpp"
#include "kiosk/app/record_touch.hpp"

namespace baodao {

// One of the three is there; all point into the record.
struct RecordLine {
    const ServiceView* service = nullptr;
    std::size_t service_index = 0;
    const OpeningView* opening = nullptr;
    const EventLine* event = nullptr;
};

[[nodiscard]] std::vector<RecordLine> record_lines(const RecordView& record, const RecordOpened& opened);

// Credited minutes that fall into that calendar year.
[[nodiscard]] std::int64_t minutes_in_year(const ServiceView& view, std::int32_t year);
// Minutes of the running service up to now; 0 when none runs. They are credited when she signs out.
[[nodiscard]] std::int64_t running_minutes(const ServiceView& view, UtcMillis now);
[[nodiscard]] std::int64_t running_minutes(const RecordView& record, UtcMillis now);

}  // namespace baodao
