// SPDX-License-Identifier: MIT
#include "sync/sql/sqlite_session.hpp"

#include <map>

#include "sync/sql/sqlite.hpp"

namespace baodao::sql {

namespace {

constexpr std::string_view for_update = " FOR UPDATE";

// SQLite takes `?` as it is; BEGIN IMMEDIATE is the lock.
std::string for_sqlite(std::string_view text) {
    std::string out(text);
    if (const auto at = out.find(for_update); at != std::string::npos) out.erase(at, for_update.size());
    return out;
}

class SqliteRow final : public Row {
  public:
    explicit SqliteRow(const Statement& statement) : statement_(&statement) {}
    [[nodiscard]] std::int64_t integer(int column) const override { return statement_->integer(column); }
    [[nodiscard]] std::string_view bytes(int column) const override { return statement_->view(column); }

  private:
    const Statement* statement_;
};

class SqliteSession final : public Session {
  public:
    explicit SqliteSession(Connection connection) : connection_(std::move(connection)) {}

    Result<std::int64_t> run(std::string_view text, Values values) override {
        auto statement = prepared(text);
        if (!statement) return statement.error();
        bind(**statement, values);
        if (const auto done = (*statement)->run(); !done) return done.error();
        return connection_.changes();
    }

    Status query(std::string_view text, Values values, const VisitRow& visit) override {
        auto statement = prepared(text);
        if (!statement) return statement.error();
        bind(**statement, values);
        const SqliteRow row(**statement);
        for (;;) {
            const auto step = (*statement)->step();
            if (!step) return step.error();
            if (!*step) return {};
            if (auto visited = visit(row); !visited) {
                (*statement)->reset();
                return visited;
            }
        }
    }

    // A prepared single-row insert is as fast here as a long one.
    Result<std::int64_t> insert(std::string_view into, std::size_t columns, Values values,
                                std::string_view then) override {
        BAODAO_CHECK(columns > 0 && values.size() % columns == 0);
        auto statement = prepared("INSERT INTO " + std::string(into) + " VALUES (" + marks(columns) + ") " +
                                  std::string(then));
        if (!statement) return statement.error();
        std::int64_t inserted = 0;
        for (; !values.empty(); values = values.subspan(columns)) {
            bind(**statement, values.first(columns));
            if (const auto done = (*statement)->run(); !done) return done.error();
            inserted += connection_.changes();
        }
        return inserted;
    }

    Status append(std::string_view into, std::size_t columns, Values values) override {
        const auto inserted = insert(into, columns, values, "");
        return inserted ? Status{} : Status{inserted.error()};
    }

    Status execute(const std::string& text) override { return connection_.execute(text); }
    Status transaction(const std::function<Status()>& body) override { return connection_.transaction(body); }
    // Nobody else is connected.
    Status snapshot(const std::function<Status()>& body) override { return connection_.transaction(body); }
    [[nodiscard]] bool usable() const override { return true; }

  private:
    Result<Statement*> prepared(std::string_view text) {
        auto found = statements_.find(text);
        if (found == statements_.end()) {
            auto statement = connection_.prepare(for_sqlite(text));
            if (!statement) return statement.error();
            found = statements_.emplace(std::string(text), std::move(*statement)).first;
        }
        return &found->second;
    }
    static void bind(Statement& statement, Values values) {
        int parameter = 0;
        for (const Value& value : values) {
            ++parameter;
            std::visit([&](const auto& bound) { statement.bind(parameter, bound); }, value.get());
        }
    }

    Connection connection_;
    std::map<std::string, Statement, std::less<>> statements_;
};

}  // namespace

Result<std::unique_ptr<Session>> open_sqlite(const std::string& path) {
    auto connection = Connection::open({path, ""});
    if (!connection) return connection.error();
    // What is committed is durable in the log beside the file; moving it into the file is put off for 64 MB,
    // so that a backlog that comes in does not wait for that every few batches.
    if (const auto set = connection->execute("PRAGMA wal_autocheckpoint=16384"); !set) return set.error();
    return std::unique_ptr<Session>(std::make_unique<SqliteSession>(std::move(*connection)));
}

}  // namespace baodao::sql
