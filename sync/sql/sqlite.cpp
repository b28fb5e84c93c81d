// SPDX-License-Identifier: MIT
#include "sync/sql/sqlite.hpp"

#include <sqlite3.h>

#include <algorithm>

namespace baodao::sql {

namespace {

Error error_of(sqlite3* connection, int code) {
    const std::string context = connection != nullptr ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
    switch (code & 0xFF) {
        case SQLITE_FULL:
            return {ErrorKind::full, "the disk is full", context};
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return {ErrorKind::damaged, "the database is damaged", context};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {ErrorKind::busy, "another program is using these records", context};
        case SQLITE_CONSTRAINT:
            return {ErrorKind::refused, "the database refuses this change", context};
        default:
            return {ErrorKind::io, "the database cannot be used", context};
    }
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

Error Statement::failure() const {
    sqlite3* connection = sqlite3_db_handle(statement_.get());
    return error_of(connection, sqlite3_extended_errcode(connection));
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    bind_result_ |= sqlite3_bind_int64(statement_.get(), parameter, value);
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view text) {
    // A null pointer would bind NULL instead of no characters.
    bind_result_ |= sqlite3_bind_text64(statement_.get(), parameter, text.empty() ? "" : text.data(),
                                        text.size(), SQLITE_STATIC, SQLITE_UTF8);
    return *this;
}

Statement& Statement::bind(int parameter, std::span<const std::uint8_t> bytes) {
    // A null pointer would bind NULL instead of no bytes.
    static constexpr std::uint8_t nothing = 0;
    bind_result_ |= sqlite3_bind_blob64(statement_.get(), parameter, bytes.empty() ? &nothing : bytes.data(),
                                        bytes.size(), SQLITE_STATIC);
    return *this;
}

Result<bool> Statement::step() {
    BAODAO_CHECK(statement_ != nullptr);
    BAODAO_CHECK(bind_result_ == SQLITE_OK);
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) {
        sqlite3_reset(statement_.get());
        return false;
    }
    const Error error = failure();
    sqlite3_reset(statement_.get());
    return error;
}

Status Statement::run() {
    for (;;) {
        const auto row = step();
        if (!row) return row.error();
        if (!*row) return {};
    }
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
    return std::string(view(column));
}

std::string_view Statement::view(int column) const {
    const void* bytes = sqlite3_column_blob(statement_.get(), column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    return bytes == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(bytes), size);
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

bool Statement::read_exactly(int column, std::span<std::uint8_t> out) const {
    const auto* bytes = static_cast<const std::uint8_t*>(sqlite3_column_blob(statement_.get(), column));
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column));
    if (bytes == nullptr || size != out.size()) return false;
    std::copy(bytes, bytes + size, out.begin());
    return true;
}

void Connection::Close::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

Result<Connection> Connection::open(const ConnectOptions& options) {
    sqlite3* raw = nullptr;
    const int code = sqlite3_open_v2(options.path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                                     options.vfs.empty() ? nullptr : options.vfs.c_str());
    Connection connection(raw);
    if (code != SQLITE_OK) return error_of(raw, code);
    sqlite3_extended_result_codes(raw, 1);
    if (const Status configured = connection.configure(); !configured) return configured.error();
    return connection;
}

Status Connection::configure() {
    if (const auto set = execute("PRAGMA locking_mode=EXCLUSIVE"); !set) return set;
    const auto mode = word("PRAGMA journal_mode=WAL");
    if (!mode) return mode.error();
    if (*mode != "wal") {
        return Error{ErrorKind::io, "the database cannot be used", "journal mode stays " + *mode};
    }
    return execute(
        "PRAGMA synchronous=FULL; PRAGMA recursive_triggers=ON; PRAGMA mmap_size=0;"
        "PRAGMA trusted_schema=OFF; PRAGMA secure_delete=ON; PRAGMA cell_size_check=ON");
}

Result<Statement> Connection::prepare(std::string_view text) {
    sqlite3_stmt* raw = nullptr;
    const int code =
        sqlite3_prepare_v2(connection_.get(), text.data(), static_cast<int>(text.size()), &raw, nullptr);
    if (code != SQLITE_OK) return error_of(connection_.get(), code);
    Statement statement;
    statement.statement_.reset(raw);
    return statement;
}

Status Connection::execute(const std::string& text) {
    const int code = sqlite3_exec(connection_.get(), text.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return error_of(connection_.get(), code);
    return {};
}

Result<std::int64_t> Connection::number(const std::string& text) {
    auto statement = prepare(text);
    if (!statement) return statement.error();
    const auto row = statement->step();
    if (!row) return row.error();
    return *row ? statement->integer(0) : 0;
}

Result<std::string> Connection::word(const std::string& text) {
    auto statement = prepare(text);
    if (!statement) return statement.error();
    const auto row = statement->step();
    if (!row) return row.error();
    return *row ? statement->text(0) : std::string();
}

Status Connection::transaction(const std::function<Status()>& body) {
    if (const auto begun = execute("BEGIN IMMEDIATE"); !begun) return begun;
    Status done = body();
    if (done) done = execute("COMMIT");
    if (done) return done;
    if (sqlite3_get_autocommit(connection_.get()) == 0) {
        // The first error is the one to tell; a failing rollback leaves the connection unusable, and the
        // next statement says so.
        (void)execute("ROLLBACK");
    }
    return done;
}

std::int64_t Connection::changes() const {
    return sqlite3_changes64(connection_.get());
}

Status Connection::checkpoint() {
    const int code =
        sqlite3_wal_checkpoint_v2(connection_.get(), nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK) return error_of(connection_.get(), code);
    return {};
}

}  // namespace baodao::sql
