// SPDX-License-Identifier: MIT
// The only owner of ICU.
#pragma once

#include <string>
#include <string_view>

#include "domain/base/result.hpp"

namespace baodao {

// Unicode normalisation form C. `text` must be valid UTF-8.
[[nodiscard]] Result<std::string> to_nfc(std::string_view text);
[[nodiscard]] bool is_nfc(std::string_view text);

// True for what may stand in a person's name: no controls, no bidirectional overrides,
// no invisible characters that would let one name pass for another (fault 50).
[[nodiscard]] bool is_clean_text(std::string_view text);

// A file's text as UTF-8: a byte-order mark is taken off, what is not UTF-8 is read as GB18030.
[[nodiscard]] Result<std::string> decode_text_file(std::string_view bytes);

}  // namespace baodao
