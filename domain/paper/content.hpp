// SPDX-License-Identifier: MIT
// Any of the papers, as what it says: travels from the desk, which knows, to whoever draws and prints it.
#pragma once

#include <variant>
#include <vector>

#include "domain/paper/receipt.hpp"

namespace baodao {

using PaperContent = std::variant<Receipt>;

[[nodiscard]] Result<std::vector<Page>> lay_out(const PaperContent& content);

}  // namespace baodao
