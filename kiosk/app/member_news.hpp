// SPDX-License-Identifier: MIT
// What staff recorded about a member since she was last here: told at her next scan (decision 2).
#pragma once

#include <span>
#include <vector>

#include "domain/service/person.hpp"
#include "kiosk/app/answer.hpp"
#include "kiosk/app/views.hpp"

namespace baodao {

// When she last scanned before the events of this visit; nullopt: never.
[[nodiscard]] std::optional<UtcMillis> last_scan_before(std::span<const Entry> entries,
                                                        std::span<const Record> written);
// Newest first: confirmed ends, corrections, refusals with their reason, back entries.
[[nodiscard]] std::vector<NewsView> news_since(UtcMillis since, const PersonState& person,
                                               std::span<const Entry> entries, const Views& views);

}  // namespace baodao
