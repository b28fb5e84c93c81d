// SPDX-License-Identifier: MIT
// Whether a member's 回执单 is back at her agency (备案, policy R7). A fold: order and repeats don't matter.
#pragma once

#include <optional>
#include <span>

#include "domain/event/kinds_receipt.hpp"
#include "domain/event/kinds_subjects.hpp"

namespace baodao {

struct ReceiptState {
    std::optional<SlipSerial> serial;  // of the receipt that was printed last; its short code stands on it
    std::optional<UtcMillis> filed;    // when the agency said so; absent: it is outstanding
};

// Of one person, from everything about her.
[[nodiscard]] ReceiptState receipt_state(std::span<const Entry> entries);

}  // namespace baodao
