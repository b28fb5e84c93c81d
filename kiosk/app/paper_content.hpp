// SPDX-License-Identifier: MIT
// What stands on a person's papers, gathered from the log. Nothing is written; the same log gives the same
// paper.
#pragma once

#include <optional>
#include <span>

#include "domain/service/paper_book.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "kiosk/app/paper_order.hpp"
#include "kiosk/app/slip_papers.hpp"

namespace baodao {

// For one copy of a job; `now` is the time that it says it was printed. not_found: nobody is registered with
// the slip that the job names.
[[nodiscard]] Result<PaperOrder> make_order(OpenedDesk& opened, const PaperJob& job, std::int64_t copy,
                                            UtcMillis now);

// One document of several slips' papers, part by part; `kind` is papers::form or papers::card.
[[nodiscard]] Result<PaperOrder> make_slip_order(OpenedDesk& opened, std::span<const IssuedEntry> entries,
                                                 const std::vector<PaperPart>& parts, std::string_view kind,
                                                 StartCell start, UtcMillis now);

// 枫林社区窗口终端 A: the machine as papers name it.
[[nodiscard]] std::string terminal_name(const OpenedDesk& opened);

}  // namespace baodao
