// SPDX-License-Identifier: MIT
// The only owner of SQLite: a connection and statements, each closed by its
// destructor. One thread at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "domain/base/ids.hpp"
#include "domain/base/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace baodao::sql {

// A prepared statement. Parameters count from 1 and columns from 0, as in SQLite. Texts and bytes that are
// bound must live until the next reset.
class Statement {
  public:
    Statement() = default;

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, std::string_view text);
    Statement& bind(int parameter, std::span<const std::uint8_t> bytes);
    template <class Tag, std::size_t N>
    Statement& bind(int parameter, const Bytes<Tag, N>& id) {
        return bind(parameter, std::span<const std::uint8_t>(id.bytes));
    }

    // True: a row is there to be read. False: there are no more, the statement is reset.
    [[nodiscard]] Result<bool> step();
    // For statements without rows: steps to the end and resets.
    [[nodiscard]] Status run();
    void reset();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;       // texts and blobs, byte for byte
    [[nodiscard]] std::string_view view(int column) const;  // the same, good until the next step
    [[nodiscard]] bool is_null(int column) const;
    // False when the column does not hold exactly that many bytes.
    template <class BytesId>
    [[nodiscard]] bool read(int column, BytesId& out) const {
        return read_exactly(column, out.bytes);
    }

  private:
    friend class Connection;
    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    [[nodiscard]] bool read_exactly(int column, std::span<std::uint8_t> out) const;
    [[nodiscard]] Error failure() const;

    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    int bind_result_ = 0;
};

struct ConnectOptions {
    std::string path;
    std::string vfs;  // empty: the system's
};

class Connection {
  public:
    // Exclusive lock first, then write-ahead log (the answer is read: asking can fail silently), full
    // synchronisation, recursive triggers so that REPLACE meets the delete trigger, no memory mapping.
    [[nodiscard]] static Result<Connection> open(const ConnectOptions& options);

    [[nodiscard]] Result<Statement> prepare(std::string_view text);
    // One or more statements without parameters.
    [[nodiscard]] Status execute(const std::string& text);
    // The first column of the first row, a whole number.
    [[nodiscard]] Result<std::int64_t> number(const std::string& text);
    [[nodiscard]] Result<std::string> word(const std::string& text);
    // BEGIN IMMEDIATE, body, COMMIT; rolls back when either fails, unless SQLite did so already.
    [[nodiscard]] Status transaction(const std::function<Status()>& body);
    // Rows that the last statement inserted, changed or removed.
    [[nodiscard]] std::int64_t changes() const;
    // Moves the write-ahead log into the database file and empties it.
    [[nodiscard]] Status checkpoint();

  private:
    struct Close {
        void operator()(sqlite3* connection) const;
    };
    explicit Connection(sqlite3* connection) : connection_(connection) {}
    [[nodiscard]] Status configure();

    std::unique_ptr<sqlite3, Close> connection_;
};

}  // namespace baodao::sql
