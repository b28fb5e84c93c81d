// SPDX-License-Identifier: MIT
// Internal to domain/service: minutes out of spans of time. Spans of one person count once
// (decision 4), are cut at local midnights (decision 3) and floored for each service.
#pragma once

#include <vector>

#include "domain/base/time.hpp"
#include "domain/service/account.hpp"

namespace baodao {

struct Span {
    UtcMillis start;
    UtcMillis end;  // not before start
};

// Time that is counted already.
class Covered {
  public:
    // What of the span is not covered yet, by time.
    [[nodiscard]] std::vector<Span> uncovered(const Span& span) const;
    void add(const Span& span);

  private:
    std::vector<Span> spans_;  // disjoint, by time
};

// The minutes of one service's pieces (disjoint, by time) for each local day. The part before a
// midnight is floored, the rest belongs to the later day; days without a minute are left out.
[[nodiscard]] std::vector<DayMinutes> minutes_by_day(const std::vector<Span>& pieces, UtcOffset offset);

}  // namespace baodao
