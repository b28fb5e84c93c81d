// SPDX-License-Identifier: MIT
// A new password from whoever sits at the terminal, or from standard input.
#pragma once

#include <string>

#include "domain/base/result.hpp"

namespace baodao::hq {

// At a terminal it is asked for twice and not shown; otherwise it is the first line. refused: the two differ.
[[nodiscard]] Result<std::string> read_new_password();

// The second factor's address, and at a terminal its QR code, or in `svg_file` when that is not empty.
[[nodiscard]] Status show_second_factor(const std::string& address, const std::string& svg_file);

}  // namespace baodao::hq
