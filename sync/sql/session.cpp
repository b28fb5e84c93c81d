// SPDX-License-Identifier: MIT
#include "sync/sql/session.hpp"

#include "sync/sql/postgres.hpp"
#include "sync/sql/sqlite_session.hpp"

namespace baodao::sql {

bool is_postgres(std::string_view where) {
    return where.starts_with("postgresql://") || where.starts_with("postgres://");
}

std::string marks(std::size_t count) {
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += i == 0 ? "?" : ",?";
    return out;
}

Result<std::unique_ptr<Session>> open_session(const std::string& where) {
    return is_postgres(where) ? open_postgres(where) : open_sqlite(where);
}

Result<std::int64_t> Session::number(std::string_view text, std::initializer_list<Value> values) {
    std::int64_t out = 0;
    bool first = true;
    const auto read = query(text, values, [&](const Row& row) {
        if (std::exchange(first, false)) out = row.integer(0);
        return Status{};
    });
    if (!read) return read.error();
    return out;
}

}  // namespace baodao::sql
