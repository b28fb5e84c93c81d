// SPDX-License-Identifier: MIT
// Windows' kiosks as pages show them.
#pragma once

#include "sync/hq/web/place.hpp"

namespace baodao::hq {

// By community and name; those that the visitor may see.
[[nodiscard]] Result<std::vector<Json>> terminal_rows(const Asking& asking);

}  // namespace baodao::hq
