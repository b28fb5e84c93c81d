// SPDX-License-Identifier: MIT
// The only owner of libpq: a connection whose statements are prepared once, values in binary.
#pragma once

#include "sync/sql/session.hpp"

namespace baodao::sql {

[[nodiscard]] Result<std::unique_ptr<Session>> open_postgres(const std::string& where);

}  // namespace baodao::sql
