// SPDX-License-Identifier: MIT
// What can be said about a printer and about a paper that it was given: plain data, closed lists.
#pragma once

#include <string>
#include <string_view>

namespace baodao {

// What the cadre can rely on. Cheap printers say nothing about their paper.
enum class PaperSupply {
    present,  // 有纸
    out,      // 缺纸
    unclear,  // 不清楚
};

enum class PrinterPresence {
    unknown,  // nobody has looked yet
    none,     // the settings name none, or none was found
    away,     // it is set up and does not answer
    answers,  //
};

struct PrinterView {
    PrinterPresence presence = PrinterPresence::unknown;
    PaperSupply supply = PaperSupply::unclear;
    std::string name;  // as it calls itself, or where it is looked for
    friend bool operator==(const PrinterView&, const PrinterView&) = default;
};

// Why a paper did not come out.
enum class PrintTrouble {
    no_printer,       // none set up or found
    away,             // it does not answer; nothing was sent
    refuses_pdf,      // it takes no PDF and there is no print queue for it
    refused,          // it did not take the job
    no_paper,         // it waited for paper until patience ended
    jam,              // paper jam, open cover or another thing that a hand must put right
    aborted,          // it gave the job up
    lost,             // it was gone while it printed: something may have come out
    too_slow,         // nothing was heard for too long: something may have come out
    not_drawn,        // the page could not be made, or a code on it could not be read back
    too_many,         // more papers wait than are taken at once
    stick_absent,     // 存到 U 盘: no stick is there
    stick_full,       //
    stick_read_only,  //
    stick_gone,       // it was pulled out while it was written
};

// How far a paper has come.
enum class PaperStage {
    accepted,  // the printer has the whole document
    printed,   // and says that it is out
    failed,    //
};

// The word in paper.failed: "no_paper".
[[nodiscard]] std::string_view token(PrintTrouble trouble);
// The trouble of that word; aborted for one that is not known.
[[nodiscard]] PrintTrouble print_trouble(std::string_view token);

}  // namespace baodao
