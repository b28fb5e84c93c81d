// SPDX-License-Identifier: MIT
#include "sync/hq/backup.hpp"

#include <deque>

#include "domain/base/text.hpp"
#include "domain/event/json.hpp"
#include "domain/slip/crypto.hpp"
#include "sync/hq/backup_tables.hpp"
#include "sync/hq/projector.hpp"
#include "sync/wire/pack.hpp"

namespace baodao::hq {

namespace {

constexpr std::size_t rows_at_once = 500;
constexpr std::size_t chunk_plain_max = 64UL * 1024 * 1024;
constexpr std::size_t chunk_packed_max = chunk_plain_max;
constexpr std::string_view domain_tag = "baodao-hq records 1";

constexpr std::size_t length_bytes = 4;

Error damaged(const std::string& file) {
    return {ErrorKind::damaged, "this copy is damaged or was cut off", file};
}

Hash link(const Hash& before, ByteSpan packed) {
    return sha256({before.bytes, packed});
}

// The chunks of a file, one after the other, each tied to those before.
class ChunkWriter {
  public:
    explicit ChunkWriter(File& file) : file_(file) {}

    [[nodiscard]] Status add(std::string_view plain) { return put(pack(as_bytes(plain))); }
    [[nodiscard]] Status end() {
        if (Status done = put({}); !done) return done;
        return file_.sync();
    }

  private:
    [[nodiscard]] Status put(const ByteVector& packed) {
        tail_ = link(tail_, packed);
        ByteVector chunk;
        for (std::size_t i = 0; i < length_bytes; ++i)
            chunk.push_back(static_cast<std::uint8_t>(packed.size() >> (8 * i)));
        chunk.insert(chunk.end(), packed.begin(), packed.end());
        chunk.insert(chunk.end(), tail_.bytes.begin(), tail_.bytes.end());
        const std::uint64_t at = size_;
        size_ += chunk.size();
        return file_.write_at(at, chunk);
    }

    File& file_;
    std::uint64_t size_ = 0;
    Hash tail_ = sha256({as_bytes(domain_tag)});
};

class ChunkReader {
  public:
    ChunkReader(File& file, std::string name) : file_(file), name_(std::move(name)) {}

    // Empty at the end, and only there.
    [[nodiscard]] Result<std::string> next() {
        std::array<std::uint8_t, length_bytes> length{};
        if (Status got = take(length); !got) return got.error();
        std::size_t size = 0;
        for (std::size_t i = 0; i < length.size(); ++i)
            size |= static_cast<std::size_t>(length[i]) << (8 * i);
        if (size > chunk_packed_max) return damaged(name_);
        ByteVector packed(size);
        Hash written;
        if (Status got = take(packed); !got) return got.error();
        if (Status got = take(written.bytes); !got) return got.error();
        tail_ = link(tail_, packed);
        if (written != tail_) return damaged(name_);
        if (packed.empty()) return std::string();
        const auto plain = unpack(packed, chunk_plain_max);
        if (!plain) return damaged(name_);
        return std::string(plain->begin(), plain->end());
    }

  private:
    [[nodiscard]] Status take(std::span<std::uint8_t> out) {
        const auto got = file_.read_at(at_, out);
        if (!got) return got.error();
        if (*got != out.size()) return damaged(name_);
        at_ += *got;
        return {};
    }

    File& file_;
    std::string name_;
    std::uint64_t at_ = 0;
    Hash tail_ = sha256({as_bytes(domain_tag)});
};

// A cell on its way into the database or a key to go on from; outlives the sql::Value made of it.
class Cell {
  public:
    explicit Cell(std::int64_t number) : value_(number) {}
    explicit Cell(std::string text) : value_(std::move(text)) {}
    explicit Cell(ByteVector bytes) : value_(std::move(bytes)) {}
    [[nodiscard]] sql::Value value() const {
        return std::visit([](const auto& held) { return sql::Value(held); }, value_);
    }

  private:
    std::variant<std::int64_t, std::string, ByteVector> value_;
};

Cell cell_of(const sql::Row& row, int column, char kind) {
    if (kind == 'i') return Cell(row.integer(column));
    if (kind == 't') return Cell(row.text(column));
    const ByteSpan bytes = as_bytes(row.bytes(column));
    return Cell(ByteVector(bytes.begin(), bytes.end()));
}

Json json_of(const sql::Row& row, int column, char kind) {
    if (kind == 'i') return row.integer(column);
    if (kind == 't') return row.text(column);
    return to_hex(as_bytes(row.bytes(column)));
}

std::optional<Cell> cell_of(const Json& json, char kind) {
    if (kind == 'i')
        return json.is_number_integer() ? std::optional(Cell(json.get<std::int64_t>())) : std::nullopt;
    if (!json.is_string()) return std::nullopt;
    if (kind == 't') return Cell(json.get<std::string>());
    auto bytes = from_hex(json.get_ref<const std::string&>());
    return bytes ? std::optional(Cell(std::move(*bytes))) : std::nullopt;
}

// Pages by the primary key, so that no table must fit into memory.
class TableReader {
  public:
    TableReader(sql::Session& session, const BackupTable& table) : session_(session), table_(table) {}

    // Rows as JSON; an empty array at the end.
    [[nodiscard]] Result<Json> next() {
        std::vector<sql::Value> from;
        for (const Cell& cell : last_) from.push_back(cell.value());
        from.emplace_back(static_cast<std::int64_t>(rows_at_once));
        Json rows = Json::array();
        std::deque<Cell> last;
        const auto columns = static_cast<int>(table_.kinds.size());
        const Status read = session_.query(
            last_.empty() ? table_.first_page() : table_.later_page(), from, [&](const sql::Row& row) {
                Json cells = Json::array();
                last.clear();
                for (int column = 0; column < columns; ++column) {
                    const char kind = table_.kinds[static_cast<std::size_t>(column)];
                    cells.push_back(json_of(row, column, kind));
                    if (column < table_.key_columns) last.push_back(cell_of(row, column, kind));
                }
                rows.push_back(std::move(cells));
                return Status{};
            });
        if (!read) return read.error();
        last_ = std::move(last);
        return rows;
    }

  private:
    sql::Session& session_;
    const BackupTable& table_;
    std::deque<Cell> last_;  // the key of the last row read
};

Result<std::int64_t> write_table(sql::Session& session, const BackupTable& table, ChunkWriter& out) {
    TableReader reader(session, table);
    std::int64_t count = 0;
    for (;;) {
        auto rows = reader.next();
        if (!rows) return rows.error();
        if (rows->empty()) return count;
        count += static_cast<std::int64_t>(rows->size());
        const Json chunk{{"table", table.name}, {"rows", std::move(*rows)}};
        if (Status done = out.add(to_compact(chunk)); !done) return done.error();
    }
}

Result<std::int64_t> put_rows(sql::Session& session, const Json& chunk) {
    const Error unknown{ErrorKind::unsupported, "this copy was made by a newer version of headquarters", ""};
    const auto name = text_at(chunk, "table");
    const BackupTable* table = name ? find_backup_table(*name) : nullptr;
    if (table == nullptr || !chunk.contains("rows") || !chunk["rows"].is_array()) return unknown;
    std::deque<Cell> cells;
    for (const Json& row : chunk["rows"]) {
        if (!row.is_array() || row.size() != table->kinds.size()) return unknown;
        for (std::size_t column = 0; column < row.size(); ++column) {
            auto cell = cell_of(row[column], table->kinds[column]);
            if (!cell) return unknown;
            cells.push_back(std::move(*cell));
        }
    }
    std::vector<sql::Value> values;
    for (const Cell& cell : cells) values.push_back(cell.value());
    return session.insert(table->into(), table->kinds.size(), values, "");
}

Status check_empty(sql::Session& session) {
    for (const BackupTable& table : backup_tables()) {
        const auto held = session.number("SELECT count(*) FROM " + std::string(table.name), {});
        if (!held) return held.error();
        if (*held != 0)
            return Error{ErrorKind::refused, "this database already holds a headquarters",
                         std::string(table.name)};
    }
    return {};
}

}  // namespace

Result<std::int64_t> write_records(sql::Session& session, Disk& disk, const std::string& file) {
    const std::string part = file + ".part";
    auto opened = disk.open(part, OpenFor::writing);
    if (!opened) return opened.error();
    std::int64_t count = 0;
    const Status written = session.snapshot([&]() -> Status {
        if (Status emptied = (*opened)->truncate(0); !emptied) return emptied;
        ChunkWriter out(**opened);
        for (const BackupTable& table : backup_tables()) {
            const auto rows = write_table(session, table, out);
            if (!rows) return rows.error();
            count += *rows;
        }
        return out.end();
    });
    opened->reset();
    Status done = written;
    if (done) done = disk.rename(part, file);
    if (done) done = disk.sync_folder(std::filesystem::path(file).parent_path().string());
    if (done) return count;
    (void)disk.remove(part);
    return done.error();
}

Result<std::int64_t> read_records(sql::Session& session, Disk& disk, const std::string& file) {
    auto opened = disk.open(file, OpenFor::reading);
    if (!opened) return opened.error();
    std::int64_t count = 0;
    const Status taken = session.transaction([&]() -> Status {
        if (Status empty = check_empty(session); !empty) return empty;
        ChunkReader in(**opened, file);
        for (;;) {
            const auto plain = in.next();
            if (!plain) return plain.error();
            if (plain->empty()) return {};
            const auto chunk = parse_json(*plain);
            if (!chunk) return damaged(file);
            const auto rows = put_rows(session, *chunk);
            if (!rows) return rows.error();
            count += *rows;
        }
    });
    if (!taken) return taken.error();
    if (Status made = rebuild(session); !made) return made.error();
    return count;
}

}  // namespace baodao::hq
