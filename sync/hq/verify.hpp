// SPDX-License-Identifier: MIT
// Is everything still there, and is it what was sent? Row edits by whoever can reach the database are found
// here (fault 87).
#pragma once

#include <string>
#include <vector>

#include "sync/hq/projector.hpp"

namespace baodao::hq {

struct Verified {
    std::uint64_t logs = 0;
    std::uint64_t records = 0;
    std::uint64_t forks = 0;
    std::uint64_t quarantined = 0;
    std::vector<std::string> damaged;  // one sentence each
};

// Every chain from its first record to the tail that was acknowledged.
[[nodiscard]] Result<Verified> verify(sql::Session& session);

// Of everything that was projected, revisions left out: the same for the same inbox, however it came.
[[nodiscard]] Result<Hash> projections_digest(sql::Session& session);

}  // namespace baodao::hq
