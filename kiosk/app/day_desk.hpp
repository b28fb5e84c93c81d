// SPDX-License-Identifier: MIT
// The desk's side of 日结.
#pragma once

#include "kiosk/app/board.hpp"
#include "kiosk/app/day_page.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "kiosk/app/paper_order.hpp"

namespace baodao {

// Today's counts beside what the board knows to be open. Error: the store cannot be read.
[[nodiscard]] Result<DayBoard> day_board(OpenedDesk& opened, const Board& board);

struct DayClosing {
    Draft closed;      // day.closed, naming the chain's head before it
    PaperOrder sheet;  // with that head as a code
};
[[nodiscard]] Result<DayClosing> close_day(OpenedDesk& opened, const Board& board);

// The code on the sheet: "BDC1" and Crockford Base32 of origin (16 bytes), epoch (4), seq (8), day (4), hash
// (32), numbers big-endian.
[[nodiscard]] std::string chain_head_text(const EventId& head, LocalDate day, const Hash& hash);

}  // namespace baodao
