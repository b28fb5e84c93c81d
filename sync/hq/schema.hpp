// SPDX-License-Identifier: MIT
// Headquarters' tables, made and migrated by number; the same on every engine.
#pragma once

#include "sync/sql/session.hpp"

namespace baodao::hq {

// Makes what is missing. unsupported: the tables are of a newer version. Several processes may call it at
// once.
[[nodiscard]] Status migrate(sql::Session& session);

}  // namespace baodao::hq
