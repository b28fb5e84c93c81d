// SPDX-License-Identifier: MIT
// Sums of the roll-ups that pages show: by community, by branch, and what waits. Only what the visitor may
// see.
#pragma once

#include "sync/hq/web/place.hpp"

namespace baodao::hq {

struct Sums {
    std::int64_t expected = 0;
    std::int64_t registered = 0;
    std::int64_t half_done[2] = {0, 0};
    std::int64_t hours_done = 0;
    UtcMillis received;  // the newest record in it
    void add(const Sums& more);
};

// Every visible community, also those of which only its log is known.
[[nodiscard]] Result<std::map<CommunityId, Sums>> sums_by_community(const Asking& asking, std::int32_t year);

struct BranchSums {
    std::int64_t branch = 0;
    std::string agency;
    std::string name;
    std::int64_t expected = 0;
    std::int64_t registered = 0;
    std::int64_t filed = 0;  // receipts that are back
};
// By agency and name; never by figures.
[[nodiscard]] Result<std::vector<BranchSums>> sums_by_branch(const Asking& asking);

// Its name, else the agency's.
[[nodiscard]] std::string branch_title(const BranchSums& branch, const Speech& say);

struct DoubtLine {
    CommunityId community;
    std::uint64_t person = 0;  // 0: about a log, not about a person
    std::string kind;
    EventId event;
    SlipSerial serial;
    UtcMillis at;
    UtcMillis received;
    std::string reason;
    std::string masked_name;  // 陈＊＊; empty: no card opens
};
// The oldest first. Names are masked.
[[nodiscard]] Result<std::vector<DoubtLine>> doubt_lines(const Asking& asking, std::int64_t count);
// A sentence about it.
[[nodiscard]] std::string why_words(const DoubtLine& line, const Speech& say, UtcOffset offset);
[[nodiscard]] std::string doubt_address(const DoubtLine& line);

// A bar of `part` in `whole`, with its figure.
[[nodiscard]] Json bar(std::int64_t part, std::int64_t whole, const char* colour);

}  // namespace baodao::hq
