// SPDX-License-Identifier: MIT
// Sheets of the window's own office, made from what the desk knows. They are no jobs in the log: what did not
// come out is asked for again.
#pragma once

#include "kiosk/app/opened_desk.hpp"
#include "kiosk/app/paper_order.hpp"

namespace baodao {

// Title, community, contact and time of a sheet; its sections are the caller's.
[[nodiscard]] OfficeSheet office_sheet(const OpenedDesk& opened, std::string title);
[[nodiscard]] PaperOrder office_order(OfficeSheet sheet);

// Fine and coarse print, and a code that was read back before it went out.
[[nodiscard]] PaperOrder test_page_order(const OpenedDesk& opened);

}  // namespace baodao
