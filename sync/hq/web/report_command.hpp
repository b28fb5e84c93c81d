// SPDX-License-Identifier: MIT
// `baodao-hq report`: the town's ledger of a year from the command line, in the audit log like any export.
#pragma once

#include "domain/event/json.hpp"
#include "sync/hq/keys.hpp"
#include "sync/hq/pool.hpp"

namespace baodao::hq {

// {year} → {csv, people}; without a year the present one.
[[nodiscard]] Result<Json> run_report(const Json& request, Pool& pool, const HqKeys& keys, UtcMillis now,
                                      Random& random);

}  // namespace baodao::hq
