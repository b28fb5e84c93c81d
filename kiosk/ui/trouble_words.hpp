// SPDX-License-Identifier: MIT
// Papers, and why one did not come out, in words.
#pragma once

#include "kiosk/app/print_page.hpp"
#include "kiosk/app/printer_view.hpp"
#include "kiosk/base/text_table.hpp"

namespace baodao {

[[nodiscard]] Text paper_kind_words(PaperKind kind);
[[nodiscard]] Text trouble_words(PrintTrouble trouble);

}  // namespace baodao
