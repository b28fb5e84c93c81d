// SPDX-License-Identifier: MIT
// The pages, by what the town looks at. Each writes to the audit log what it shows.
#pragma once

#include "sync/hq/web/page.hpp"

namespace baodao::hq {

[[nodiscard]] Result<Page> overview_page(const Asking& asking);
[[nodiscard]] Result<Page> communities_page(const Asking& asking);
[[nodiscard]] Result<Page> agencies_page(const Asking& asking);
[[nodiscard]] Result<Page> audit_page(const Asking& asking);

}  // namespace baodao::hq
