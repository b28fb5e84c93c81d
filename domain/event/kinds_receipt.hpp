// SPDX-License-Identifier: MIT
// What becomes of a 回执单 once it is at the agency (policy R7).
#pragma once

#include "domain/event/kinds_body.hpp"

namespace baodao {

// The agency has the receipt in its files (备案), or takes that word back.
struct ReceiptFiled {
    static constexpr std::string_view kind = kinds::receipt_filed;
    PersonRef who;
    std::optional<SlipSerial> receipt = {};  // its own serial, when the code on it was read
    std::string how = {};                    // ticked, typed
    bool taken_back = false;
};

}  // namespace baodao
