// SPDX-License-Identifier: MIT
// A QR code for a page, a file or a terminal.
#pragma once

#include <string>
#include <string_view>

#include "domain/base/result.hpp"

namespace baodao::hq {

// Black on white with its quiet zone; no styles inside, so that the strictest page may hold it.
[[nodiscard]] Result<std::string> qr_svg(std::string_view text);
// As PNG, large enough for a sheet of paper.
[[nodiscard]] Result<std::string> qr_png(std::string_view text);
// Half blocks, black on white whatever colours the terminal has.
[[nodiscard]] Result<std::string> qr_terminal(std::string_view text);

}  // namespace baodao::hq
