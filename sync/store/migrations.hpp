// SPDX-License-Identifier: MIT
// The database's schema, in numbered steps.
#pragma once

#include "sync/sql/sqlite.hpp"

namespace baodao {

// Brings a database from whatever step it is at to the newest. Each step is one transaction that ends with
// its number in user_version, so a kill leaves the old schema or the new one (fault 29).
// unsupported: the database is from a newer program; it is left as it is.
[[nodiscard]] Status migrate(sql::Connection& connection);

// Drops the index tables and makes them anew, empty. Inside a transaction of the caller's.
[[nodiscard]] Status recreate_index_tables(sql::Connection& connection);

}  // namespace baodao
