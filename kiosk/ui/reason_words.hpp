// SPDX-License-Identifier: MIT
// Reasons in records are codes of open lists, or words that somebody wrote: both are told in words.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/app/words.hpp"

namespace baodao {

// Why a slip waits: of the token of a ParkReason.
[[nodiscard]] std::string park_words(const Words& words, std::string_view token_text);
[[nodiscard]] std::string reason_words(const Words& words, std::string_view reason);

}  // namespace baodao
