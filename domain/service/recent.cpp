// SPDX-License-Identifier: MIT
#include "domain/service/recent.hpp"

#include <algorithm>

namespace baodao {

std::optional<RecentAnswer> RecentSightings::see(SlipSerial serial, MonoMillis now, std::int64_t within_ms) {
    std::erase_if(rows_, [&](const Row& row) { return now - row.seen >= within_ms || now < row.seen; });
    const auto found =
        std::find_if(rows_.begin(), rows_.end(), [&](const Row& row) { return row.serial == serial; });
    if (found == rows_.end()) return std::nullopt;
    Row row = *found;
    row.seen = now;
    rows_.erase(found);
    rows_.push_back(row);
    return row.answer;
}

void RecentSightings::remember(SlipSerial serial, MonoMillis now, const RecentAnswer& answer) {
    std::erase_if(rows_, [&](const Row& row) { return row.serial == serial; });
    rows_.push_back({serial, now, answer});
    if (rows_.size() > slips_max) rows_.pop_front();
}

}  // namespace baodao
