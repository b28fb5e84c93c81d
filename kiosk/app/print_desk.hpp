// SPDX-License-Identifier: MIT
// The desk's side of 打印单据. On the desk's thread; asked by staff who are in, and by nobody else.
#pragma once

#include "kiosk/app/paper_desk.hpp"
#include "kiosk/app/print_page.hpp"

namespace baodao {

// Error: the store cannot be read.
[[nodiscard]] Result<PrintBoard> print_board(OpenedDesk& opened, const PaperDesk& desk);
// not_found: that batch is not in the log any more.
[[nodiscard]] Result<PaperState> print_batch(OpenedDesk& opened, PaperDesk& desk, const PrintBatch& wanted);

}  // namespace baodao
