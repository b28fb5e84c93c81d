// SPDX-License-Identifier: MIT
// Why a paper did not come out, in words.
#pragma once

#include "kiosk/app/printer_view.hpp"
#include "kiosk/base/text_table.hpp"

namespace baodao {

[[nodiscard]] Text trouble_words(PrintTrouble trouble);

}  // namespace baodao
