// SPDX-License-Identifier: MIT
// The PRINTING screen: what it waits for. No name: the person may have gone.
#pragma once

#include "domain/base/ids.hpp"
#include "kiosk/app/printer_view.hpp"

namespace baodao {

enum class PersonPaper { receipt, record };

struct PrintingState {
    SlipSerial serial;
    PersonPaper paper = PersonPaper::receipt;
};

// Whether a paper asked for now will come out while the person waits, as far as anybody can tell.
[[nodiscard]] constexpr bool prints_now(const PrinterView& printer) {
    return printer.presence == PrinterPresence::answers && printer.supply != PaperSupply::out;
}

}  // namespace baodao
