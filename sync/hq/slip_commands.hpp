// SPDX-License-Identifier: MIT
// `baodao-hq roster import` and `slips`: rosters and their slips from the command line, in the audit
// log like on the pages.
#pragma once

#include "domain/event/json.hpp"
#include "sync/hq/keys.hpp"
#include "sync/hq/pool.hpp"

namespace baodao::hq {

// "roster import" {file, community?} → {issued, batches, faults, notes, columns}: with faults nothing was
// issued. "slips" {agency?, year?, batch?, out, texts} → {slips}: of the newest batches when none is named.
[[nodiscard]] Result<Json> run_slip_command(const std::string& command, const Json& request, Pool& pool,
                                            const HqKeys& keys, UtcMillis now, Random& random);
[[nodiscard]] bool is_slip_command(std::string_view command);

}  // namespace baodao::hq
