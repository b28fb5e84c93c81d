// SPDX-License-Identifier: MIT
// The log's tables as typed calls. Knows nothing of the mirror or of recovery.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "domain/event/card.hpp"
#include "domain/event/event.hpp"
#include "sync/sql/sqlite.hpp"
#include "sync/store/segments.hpp"
#include "sync/store/selection.hpp"

namespace baodao {

// Order of arrival in this database, from 1, no gaps.
using Position = Id<struct PositionTag, std::int64_t>;

// The one row of state beside the log.
struct Progress {
    OriginId origin;
    Epoch epoch;         // that our next record carries
    MirrorMark mirror;   // how far the mirror was written as of this commit
    Position mirrored;   // records up to here are in it
    Position confirmed;  // records up to here were confirmed to whoever asked
    bool clean = false;  // the run was ended properly
    Epoch acked_epoch;   // 0: HQ has nothing yet
    Seq acked_seq;       //
    Hash acked_tail;     //
};

struct Row {
    Position pos;
    Record record;
};

// What the index tables hold about one record.
struct IndexEntry {
    std::string kind;  // empty: the bytes cannot be read by this version; in no index but this
    LocalDate day;
    std::vector<SubjectKey> subjects;  // sorted, each once
};
[[nodiscard]] IndexEntry index_entry(const Event& event, const Indexer& indexer, UtcOffset offset);
[[nodiscard]] IndexEntry index_entry(const Record& record, const Indexer& indexer, UtcOffset offset);

using VisitRow = std::function<Step(const Row&)>;

class Database {
  public:
    // Opens and migrates. damaged, unsupported, busy, full, io.
    [[nodiscard]] static Result<Database> open(const std::string& path, const std::string& vfs);

    [[nodiscard]] Status transaction(const std::function<Status()>& body) {
        return connection_.transaction(body);
    }
    [[nodiscard]] Status checkpoint() { return connection_.checkpoint(); }

    [[nodiscard]] Result<std::optional<Progress>> progress();
    [[nodiscard]] Result<Position> last_position();

    // Inside a transaction.
    [[nodiscard]] Status save(const Progress& progress);
    [[nodiscard]] Status insert(Position pos, const Record& record, const IndexEntry& entry);
    [[nodiscard]] Status insert_index(Position pos, const IndexEntry& entry);
    [[nodiscard]] Status insert(Position with, const SealedCard& card);  // has it already: well
    [[nodiscard]] Status replace(Position with,
                                 const SealedCard& card);  // from the mirror: its bytes are checked
    [[nodiscard]] Status remove_card(const Hash& name);
    [[nodiscard]] Status mark_unconfirmed(Position pos);
    [[nodiscard]] Status settle(Position pos);
    [[nodiscard]] Status recreate_index_tables();  // empty

    // Rows as they stand; hashes are the caller's to check.
    [[nodiscard]] Result<std::optional<Row>> find(const EventId& id);
    [[nodiscard]] Result<std::optional<Row>> last_of(const OriginId& origin, Epoch epoch);
    [[nodiscard]] Result<Epoch> last_epoch_of(const OriginId& origin);  // 0: has none
    // Records whose successors are here and who are not.
    [[nodiscard]] Result<std::uint64_t> count_missing(const OriginId& origin);
    [[nodiscard]] Result<std::optional<SealedCard>> card(const Hash& name);
    [[nodiscard]] Status each(const Selection& selection, const VisitRow& visit);
    [[nodiscard]] Status each_from(Position first, const VisitRow& visit);
    [[nodiscard]] Status each_own_after(const OriginId& origin, Epoch epoch, Seq seq, const VisitRow& visit);
    [[nodiscard]] Status each_own_newest(const OriginId& origin, const VisitRow& visit);
    [[nodiscard]] Status each_unconfirmed(const VisitRow& visit);
    [[nodiscard]] Status each_card_from(Position first, const std::function<Step(const SealedCard&)>& visit);
    // Every index row in order as numbers and words, for a digest.
    [[nodiscard]] Status each_index_row(const std::function<void(std::string_view)>& visit);
    [[nodiscard]] Result<std::int64_t> count_own_after(const OriginId& origin, Epoch epoch, Seq seq);

    // SQLite's own opinion of the file: damaged with its first complaint. Costs as much as the file is long.
    [[nodiscard]] Status check_structure();
    [[nodiscard]] Result<std::int64_t> pages() { return connection_.number("PRAGMA page_count"); }

  private:
    explicit Database(sql::Connection connection) : connection_(std::move(connection)) {}
    [[nodiscard]] Status prepare_writes();

    [[nodiscard]] Status each_row(sql::Statement& statement, const VisitRow& visit);
    [[nodiscard]] Status each_about(const std::vector<SubjectKey>& subjects, const VisitRow& visit);

    sql::Connection connection_;
    sql::Statement insert_event_, insert_subject_, insert_kind_, insert_day_, insert_common_, insert_card_,
        save_progress_, find_;
};

}  // namespace baodao
