// SPDX-License-Identifier: MIT
// The desk's side of 补录: what can be chosen, and the records of one signed sheet.
#pragma once

#include "kiosk/app/back_entry_page.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "sync/store/journal.hpp"

namespace baodao {

// Error: the store cannot be read.
[[nodiscard]] Result<BackEntryForm> back_entry_form(OpenedDesk& opened);
// The plan that names the service, and a record for each person, with reason and sheet number; all or
// nothing.
[[nodiscard]] std::vector<Draft> entry_drafts(const RecordEntry& entry, ActivityId activity);

}  // namespace baodao
