// SPDX-License-Identifier: MIT
// The desk's side of 打印单据. On the desk's thread; asked by staff who are in, and by nobody else.
#pragma once

#include "kiosk/app/paper_desk.hpp"
#include "kiosk/app/print_page.hpp"

namespace baodao {

// Papers that were asked for and did not come out, oldest first.
[[nodiscard]] std::vector<WaitingPaper> waiting_papers(OpenedDesk& opened, const PaperDesk& desk);
// Error: the store cannot be read.
[[nodiscard]] Result<PrintBoard> print_board(OpenedDesk& opened, const PaperDesk& desk);
// 看样张: a sheet of the batch, drawn as the printer will have it and its codes read back. not_found: that
// batch is not in the log any more.
[[nodiscard]] Result<SheetView> look_at_sheet(OpenedDesk& opened, const PaperDesk& desk, PdfCanvas& canvas,
                                              const LookAtSheet& asked);
// A lost slip is revoked and issued anew first, both or neither. not_found: that batch, or nothing of what
// was wanted of it, is in the log.
[[nodiscard]] Result<PaperState> print_batch(OpenedDesk& opened, PaperDesk& desk, const PrintBatch& wanted);

}  // namespace baodao
