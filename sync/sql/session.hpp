// SPDX-License-Identifier: MIT
// One connection to headquarters' database, whichever engine it is: the same SQL texts run on SQLite and on
// PostgreSQL 15. Texts are portable (no triggers, no sequences, ON CONFLICT (pk) DO NOTHING, one-row
// FOR UPDATE), parameters are `?`; the driver rewrites them, and leaves FOR UPDATE out where a transaction
// is alone anyway. One thread at a time.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/base/result.hpp"
#include "domain/base/time.hpp"

namespace baodao::sql {

// A parameter: a whole number, text, or bytes. Borrowed until the call returns.
class Value {
  public:
    Value(std::int64_t number) : value_(number) {}
    Value(std::string_view text) : value_(text) {}
    Value(const std::string& text) : value_(std::string_view(text)) {}
    Value(std::span<const std::uint8_t> bytes) : value_(bytes) {}
    Value(const std::vector<std::uint8_t>& bytes) : value_(std::span<const std::uint8_t>(bytes)) {}
    template <class Tag, std::size_t N>
    Value(const Bytes<Tag, N>& id) : value_(std::span<const std::uint8_t>(id.bytes)) {}
    template <class Tag, class Number>
    Value(const Id<Tag, Number>& id) : value_(static_cast<std::int64_t>(id.value)) {}
    Value(UtcMillis time) : value_(time.value) {}

    using Kinds = std::variant<std::int64_t, std::string_view, std::span<const std::uint8_t>>;
    [[nodiscard]] const Kinds& get() const { return value_; }

  private:
    Kinds value_;
};
using Values = std::span<const Value>;

// One row of an answer; good inside the visit only. Columns count from 0.
class Row {
  public:
    virtual ~Row() = default;
    [[nodiscard]] virtual std::int64_t integer(int column) const = 0;
    [[nodiscard]] virtual std::string_view bytes(int column) const = 0;  // texts and bytes
    [[nodiscard]] std::string text(int column) const { return std::string(bytes(column)); }
    template <class Id>
    [[nodiscard]] Id number(int column) const {
        return Id{static_cast<decltype(Id::value)>(integer(column))};
    }
    // All zero when the column does not hold exactly that many bytes: a hash check finds it.
    template <class BytesId>
    [[nodiscard]] BytesId id(int column) const {
        BytesId out;
        const std::string_view found = bytes(column);
        if (found.size() == out.bytes.size()) std::copy(found.begin(), found.end(), out.bytes.begin());
        return out;
    }
};
// An error ends the query and is its result.
using VisitRow = std::function<Status(const Row&)>;

class Session {
  public:
    virtual ~Session() = default;

    // Texts are prepared once in a session: keep them constant. Returns the number of rows changed.
    [[nodiscard]] virtual Result<std::int64_t> run(std::string_view text, Values values) = 0;
    [[nodiscard]] virtual Status query(std::string_view text, Values values, const VisitRow& visit) = 0;
    // INSERT INTO <into> VALUES (row), (row) … <then>, in as few statements as the engine likes best.
    // `values` hold whole rows of `columns` each. Returns the number of rows inserted: with DO NOTHING the
    // caller compares.
    [[nodiscard]] virtual Result<std::int64_t> insert(std::string_view into, std::size_t columns,
                                                      Values values, std::string_view then) = 0;
    // New rows by the engine's fastest way, inside a transaction: refused when one of them is there already.
    // `into` and `values` as for insert.
    [[nodiscard]] virtual Status append(std::string_view into, std::size_t columns, Values values) = 0;
    // Statements without parameters, for schemas.
    [[nodiscard]] virtual Status execute(const std::string& text) = 0;
    // Rolls back when the body or the commit fails. busy: another transaction was in the way, the whole may
    // be tried again. After io on a commit nobody knows whether it happened.
    [[nodiscard]] virtual Status transaction(const std::function<Status()>& body) = 0;
    // A transaction that sees everything as of one moment and changes nothing, however long it reads.
    [[nodiscard]] virtual Status snapshot(const std::function<Status()>& body) = 0;
    // False: the connection is lost; drop the session and open another.
    [[nodiscard]] virtual bool usable() const = 0;

    [[nodiscard]] Result<std::int64_t> run(std::string_view text, std::initializer_list<Value> values) {
        return run(text, Values(values.begin(), values.size()));
    }
    [[nodiscard]] Status query(std::string_view text, std::initializer_list<Value> values,
                               const VisitRow& visit) {
        return query(text, Values(values.begin(), values.size()), visit);
    }
    // The first column of the first row; 0 when there is none.
    [[nodiscard]] Result<std::int64_t> number(std::string_view text, std::initializer_list<Value> values);
};

// "?,?,?": for IN and for rows of several columns.
[[nodiscard]] std::string marks(std::size_t count);

// "postgresql://…" or "postgres://…": that server. Anything else: the path of an SQLite file, held
// exclusively by this session.
[[nodiscard]] Result<std::unique_ptr<Session>> open_session(const std::string& where);
[[nodiscard]] bool is_postgres(std::string_view where);

}  // namespace baodao::sql
