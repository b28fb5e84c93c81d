// SPDX-License-Identifier: MIT
// A printer as the kiosk sees it: it is looked at, is given a PDF, and is asked how that goes.
#pragma once

#include <memory>
#include <string>
#include <variant>

#include "domain/base/ids.hpp"
#include "domain/base/result.hpp"
#include "kiosk/app/printer_view.hpp"

namespace baodao {

// One paper as it is handed over. `title` names the kind of paper, never a person: it is shown on the
// printer's own panel and in its list.
struct PrintOrder {
    std::string title;
    std::string pdf;  // A4
};

using PrintTicket = Id<struct PrintTicketTag, int>;  // the printer's own number of a job

enum class JobStage {
    working,      //
    needs_paper,  // it will go on when paper is put in
    needs_hand,   // jam, open cover
    unheard,      // the printer does not answer just now
    printed,      //
    failed,       // it was given up; nothing more will come
};

// Used by one thread. Every call ends within printer_answer_ms, however the printer behaves.
class Printer {
  public:
    virtual ~Printer() = default;
    [[nodiscard]] virtual PrinterView look() = 0;
    // A ticket: the printer has taken the whole document. Otherwise nothing will be printed.
    [[nodiscard]] virtual std::variant<PrintTicket, PrintTrouble> send(const PrintOrder& order) = 0;
    [[nodiscard]] virtual JobStage stage(PrintTicket ticket) = 0;
    // Takes a job back that waits; what has left the printer has left it.
    virtual void cancel(PrintTicket ticket) = 0;
};

inline constexpr int printer_answer_ms = 5'000;

// What the setting `printer` names:
//   auto            the print queue that the machine calls its default, else the first printer found
//   none            no printer: every paper waits for the cadre
//   folder:PATH     each paper becomes a PDF in that folder
//   ipp://… ipps://…  that printer
//   anything else   the print queue of that name
// A printer that is away is found again when it comes back. bad_input: words that can mean nothing.
[[nodiscard]] Result<std::unique_ptr<Printer>> open_printer(const std::string& setting);

}  // namespace baodao
