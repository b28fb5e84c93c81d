// SPDX-License-Identifier: MIT
// Every service of a community's members in a year, one line each (policy R28, the columns of the record
// sheet): what the ledger's sums are made of. CSV as in ledger_file.hpp.
#pragma once

#include "sync/hq/web/ledger_file.hpp"

namespace baodao::hq {

// Of those that the visitor may see. `people`: names that stand in it.
[[nodiscard]] Result<LedgerFile> service_file(const Asking& asking, CommunityId community, std::int32_t year);

}  // namespace baodao::hq
