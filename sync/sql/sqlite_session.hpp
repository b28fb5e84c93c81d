// SPDX-License-Identifier: MIT
#pragma once

#include "sync/sql/session.hpp"

namespace baodao::sql {

[[nodiscard]] Result<std::unique_ptr<Session>> open_sqlite(const std::string& path);

}  // namespace baodao::sql
