// SPDX-License-Identifier: MIT
// From a scanned text to a slip as the desk sees it, or to the outcome that refuses it.
#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "domain/service/decide.hpp"
#include "domain/slip/keyring.hpp"

namespace baodao {

struct ReadSlip {
    DeskSlip slip;
    std::string name;  // as the slip says; empty when it was left out
};

struct RefusedText {
    Outcome outcome;     // foreign, unreadable or altered
    std::string detail;  // token of the reading rule that it broke
};

// A slip by an unknown or untrusted key is read all the same, with key_known false: it is parked, not
// refused (decision 6).
[[nodiscard]] std::variant<ReadSlip, RefusedText> read_slip(std::string_view text, const Keyring& keyring);

}  // namespace baodao
