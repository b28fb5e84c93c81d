// SPDX-License-Identifier: MIT
// `baodao-hq roster import` and `slips`: rosters and their slips from the command line, in the audit
// log like on the pages.
#pragma once

#include "sync/hq/asked.hpp"

namespace baodao::hq {

// {file, community?} → {issued, batches, faults, notes, columns}: with faults nothing was issued.
[[nodiscard]] Result<Json> import_roster(const Asked& asked);
// {agency?, year?, batch?, out, texts} → {slips}: of the newest batches when none is named.
[[nodiscard]] Result<Json> print_slips(const Asked& asked);

}  // namespace baodao::hq
