// SPDX-License-Identifier: MIT
// 待办明细 in words: the same on the screen and on paper.
#pragma once

#include "kiosk/app/waiting_page.hpp"
#include "kiosk/base/text_table.hpp"

namespace baodao {

// What is done about it, in one sentence.
[[nodiscard]] Text remedy_of(WaitKind kind);

}  // namespace baodao
