// SPDX-License-Identifier: MIT
// The desk's side of 待办明细.
#pragma once

#include "kiosk/app/opened_desk.hpp"
#include "kiosk/app/paper_desk.hpp"
#include "kiosk/app/waiting_page.hpp"

namespace baodao {

// What the board holds, with papers and what waits for headquarters. `papers` may be null: none are known.
[[nodiscard]] Result<WaitingBoard> waiting_board(OpenedDesk& opened, const Board& board,
                                                 const PaperDesk* papers);

// 作废 of an unconfirmed sign-in or sign-out, to be noted before the record is settled. not_found,
// unsupported.
[[nodiscard]] Result<Draft> void_draft(OpenedDesk& opened, const EventId& event);

// The list on paper: reasons and remedies in words.
[[nodiscard]] PaperOrder waiting_order(const OpenedDesk& opened, const WaitingBoard& board);

}  // namespace baodao
