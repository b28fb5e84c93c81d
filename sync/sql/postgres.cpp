// SPDX-License-Identifier: MIT
#include "sync/sql/postgres.hpp"

#include <libpq-fe.h>

#include <array>
#include <cstdlib>
#include <limits>
#include <map>

namespace baodao::sql {

namespace {

constexpr Oid oid_bytea = 17;
constexpr Oid oid_int8 = 20;
constexpr Oid oid_text = 25;
constexpr std::size_t rows_max = 256;  // of one INSERT
constexpr std::size_t rows_rest = 16;  // then these many, then one by one: few statements to prepare

struct CloseConnection {
    void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct ClearResult {
    void operator()(PGresult* result) const { PQclear(result); }
};
using Answer = std::unique_ptr<PGresult, ClearResult>;

// `?` becomes $1, $2 …; our texts hold no other question marks.
std::string numbered(std::string_view text) {
    std::string out;
    int parameter = 0;
    for (const char c : text) {
        if (c == '?') {
            out += '$' + std::to_string(++parameter);
        } else {
            out += c;
        }
    }
    return out;
}

// Values as libpq wants them; numbers need bytes of their own.
class Parameters {
  public:
    explicit Parameters(Values values) {
        numbers_.resize(values.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            std::visit([&](const auto& value) { add(i, value); }, values[i].get());
        }
    }
    // The same text with other kinds of values is another statement.
    [[nodiscard]] std::string kinds() const {
        std::string out;
        for (const Oid type : types_) out += type == oid_int8 ? 'n' : type == oid_text ? 't' : 'b';
        return out;
    }
    [[nodiscard]] const Oid* types() const { return types_.data(); }
    [[nodiscard]] const char* const* data() const { return data_.data(); }
    [[nodiscard]] const int* lengths() const { return lengths_.data(); }
    [[nodiscard]] const int* formats() const { return formats_.data(); }
    [[nodiscard]] int count() const { return static_cast<int>(data_.size()); }

  private:
    void add(std::size_t i, std::int64_t number) {
        auto rest = static_cast<std::uint64_t>(number);
        for (std::size_t at = 8; at-- > 0; rest >>= 8)
            numbers_[i][at] = static_cast<char>(static_cast<std::uint8_t>(rest));
        put(oid_int8, numbers_[i].data(), 8);
    }
    void add(std::size_t, std::string_view text) {
        put(oid_text, text.empty() ? "" : text.data(), text.size());
    }
    void add(std::size_t, std::span<const std::uint8_t> bytes) {
        put(oid_bytea, bytes.empty() ? "" : reinterpret_cast<const char*>(bytes.data()), bytes.size());
    }
    void put(Oid type, const char* data, std::size_t size) {
        types_.push_back(type);
        data_.push_back(data);
        lengths_.push_back(static_cast<int>(size));
        formats_.push_back(1);
    }

    std::vector<std::array<char, 8>> numbers_;
    std::vector<Oid> types_;
    std::vector<const char*> data_;
    std::vector<int> lengths_;
    std::vector<int> formats_;
};

// Rows as COPY takes them in its binary form.
class CopyBytes {
  public:
    CopyBytes(std::size_t columns, Values values) {
        out_.append("PGCOPY\n\xFF\r\n\0", 11);
        put(0, 4);  // flags
        put(0, 4);  // no more head
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (i % columns == 0) put(columns, 2);
            std::visit([&](const auto& value) { add(value); }, values[i].get());
        }
        put(0xFFFF, 2);  // the end
    }
    [[nodiscard]] const std::string& get() const { return out_; }

  private:
    void put(std::uint64_t number, std::size_t bytes) {
        for (std::size_t at = bytes; at-- > 0;)
            out_ += static_cast<char>(static_cast<std::uint8_t>(number >> (8 * at)));
    }
    void add(std::int64_t number) {
        put(8, 4);
        put(static_cast<std::uint64_t>(number), 8);
    }
    void add(std::string_view text) {
        put(text.size(), 4);
        out_ += text;
    }
    void add(std::span<const std::uint8_t> bytes) {
        put(bytes.size(), 4);
        out_.append(bytes.begin(), bytes.end());
    }

    std::string out_;
};

class PostgresRow final : public Row {
  public:
    PostgresRow(const PGresult* result, int row) : result_(result), row_(row) {}

    [[nodiscard]] std::int64_t integer(int column) const override {
        std::uint64_t value = 0;
        const std::string_view found = bytes(column);
        const bool negative = !found.empty() && (static_cast<std::uint8_t>(found[0]) & 0x80) != 0;
        if (negative) value = ~value;
        for (const char c : found) value = value << 8 | static_cast<std::uint8_t>(c);
        return static_cast<std::int64_t>(value);
    }
    [[nodiscard]] std::string_view bytes(int column) const override {
        const auto size = static_cast<std::size_t>(PQgetlength(result_, row_, column));
        return {PQgetvalue(result_, row_, column), size};
    }

  private:
    const PGresult* result_;
    int row_;
};

class PostgresSession final : public Session {
  public:
    explicit PostgresSession(PGconn* connection) : connection_(connection) {}

    Result<std::int64_t> run(std::string_view text, Values values) override {
        auto answer = send(text, values);
        if (!answer) return answer.error();
        return std::int64_t{std::atoll(PQcmdTuples(answer->get()))};
    }

    Status query(std::string_view text, Values values, const VisitRow& visit) override {
        const auto answer = send(text, values);
        if (!answer) return answer.error();
        for (int row = 0; row < PQntuples(answer->get()); ++row) {
            if (auto visited = visit(PostgresRow(answer->get(), row)); !visited) return visited;
        }
        return {};
    }

    Result<std::int64_t> insert(std::string_view into, std::size_t columns, Values values,
                                std::string_view then) override {
        BAODAO_CHECK(columns > 0 && values.size() % columns == 0);
        std::int64_t inserted = 0;
        for (std::size_t rows = values.size() / columns; rows > 0; rows = values.size() / columns) {
            const std::size_t now = rows >= rows_max ? rows_max : rows >= rows_rest ? rows_rest : 1;
            const auto done = run(insert_text(into, columns, now, then), values.first(now * columns));
            if (!done) return done.error();
            inserted += *done;
            values = values.subspan(now * columns);
        }
        return inserted;
    }

    Status append(std::string_view into, std::size_t columns, Values values) override {
        BAODAO_CHECK(columns > 0 && values.size() % columns == 0);
        const std::string text = "COPY " + std::string(into) + " FROM STDIN (FORMAT binary)";
        const Answer begun(PQexec(connection_.get(), text.c_str()));
        if (PQresultStatus(begun.get()) != PGRES_COPY_IN) return check(begun.get());
        const CopyBytes rows(columns, values);
        BAODAO_CHECK(rows.get().size() <= std::numeric_limits<int>::max());
        // What fails here shows in the result.
        (void)PQputCopyData(connection_.get(), rows.get().data(), static_cast<int>(rows.get().size()));
        (void)PQputCopyEnd(connection_.get(), nullptr);
        const Answer done(PQgetResult(connection_.get()));
        while (const auto rest = Answer(PQgetResult(connection_.get()))) {
        }
        return check(done.get());
    }

    Status execute(const std::string& text) override {
        const Answer answer(PQexec(connection_.get(), text.c_str()));
        return check(answer.get());
    }

    Status transaction(const std::function<Status()>& body) override { return within("BEGIN", body); }
    Status snapshot(const std::function<Status()>& body) override {
        return within("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", body);
    }

    [[nodiscard]] bool usable() const override {
        return PQstatus(connection_.get()) == CONNECTION_OK &&
               PQtransactionStatus(connection_.get()) == PQTRANS_IDLE;
    }

  private:
    Status within(const char* begin, const std::function<Status()>& body) {
        if (const auto begun = execute(begin); !begun) return begun;
        Status done = body();
        if (done) done = execute("COMMIT");
        // The first error is the one to tell; a rollback that fails shows in usable().
        if (!done && PQtransactionStatus(connection_.get()) != PQTRANS_IDLE) (void)execute("ROLLBACK");
        return done;
    }

    static std::string insert_text(std::string_view into, std::size_t columns, std::size_t rows,
                                   std::string_view then) {
        const std::string row = '(' + marks(columns) + ')';
        std::string text = "INSERT INTO " + std::string(into) + " VALUES " + row;
        for (std::size_t i = 1; i < rows; ++i) text += ',' + row;
        return text + ' ' + std::string(then);
    }

    Result<Answer> send(std::string_view text, Values values) {
        const Parameters parameters(values);
        const std::string key = parameters.kinds() + std::string(text);
        auto found = names_.find(key);
        if (found == names_.end()) {
            const std::string name = "s" + std::to_string(names_.size());
            const Answer prepared(PQprepare(connection_.get(), name.c_str(), numbered(text).c_str(),
                                            parameters.count(), parameters.types()));
            if (const auto good = check(prepared.get()); !good) return good.error();
            found = names_.emplace(key, name).first;
        }
        constexpr int binary = 1;
        Answer answer(PQexecPrepared(connection_.get(), found->second.c_str(), parameters.count(),
                                     parameters.data(), parameters.lengths(), parameters.formats(), binary));
        if (const auto good = check(answer.get()); !good) return good.error();
        return answer;
    }

    [[nodiscard]] Status check(const PGresult* answer) const {
        const ExecStatusType status = PQresultStatus(answer);
        if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return {};
        const char* state = answer == nullptr ? nullptr : PQresultErrorField(answer, PG_DIAG_SQLSTATE);
        const std::string code = state == nullptr ? "" : state;
        const std::string context = code + " " + PQerrorMessage(connection_.get());
        // Serialisation failure and deadlock: the transaction may be tried again as a whole.
        if (code == "40001" || code == "40P01")
            return Error{ErrorKind::busy, "the database is busy with the same records", context};
        if (code == "53100") return Error{ErrorKind::full, "the disk is full", context};
        if (code.starts_with("23"))
            return Error{ErrorKind::refused, "the database refuses this change", context};
        return Error{ErrorKind::io, "the database cannot be used", context};
    }

    std::unique_ptr<PGconn, CloseConnection> connection_;
    std::map<std::string, std::string, std::less<>> names_;  // of prepared statements
};

}  // namespace

Result<std::unique_ptr<Session>> open_postgres(const std::string& where) {
    PGconn* raw = PQconnectdb(where.c_str());
    auto session = std::make_unique<PostgresSession>(raw);
    if (PQstatus(raw) != CONNECTION_OK)
        return Error{ErrorKind::io, "the database server cannot be reached", PQerrorMessage(raw)};
    // Notices ("relation exists already") are no errors of ours.
    PQsetNoticeProcessor(
        raw, [](void*, const char*) {}, nullptr);
    return std::unique_ptr<Session>(std::move(session));
}

}  // namespace baodao::sql
