// SPDX-License-Identifier: MIT
#include "sync/store/migrations.hpp"

#include <iterator>
#include <string>

namespace baodao {

namespace {

constexpr const char* drop_index_tables = R"sql(
DROP TABLE IF EXISTS index_subject;
DROP TABLE IF EXISTS index_kind;
DROP TABLE IF EXISTS index_day;
DROP TABLE IF EXISTS index_common;
)sql";

constexpr const char* create_index_tables = R"sql(
CREATE TABLE index_subject(subject INTEGER, pos INTEGER, PRIMARY KEY(subject, pos)) WITHOUT ROWID;
CREATE TABLE index_kind(kind TEXT, pos INTEGER, PRIMARY KEY(kind, pos)) WITHOUT ROWID;
CREATE TABLE index_day(day INTEGER, pos INTEGER, PRIMARY KEY(day, pos)) WITHOUT ROWID;
CREATE TABLE index_common(pos INTEGER PRIMARY KEY);
)sql";

// `pos` is the order of arrival here, without gaps; a card's is that of the record it came with. The triggers
// make the log append-only for every module of ours; what gets past them is found by the hash chain (fault
// 31).
constexpr const char* create_log = R"sql(
PRAGMA application_id = 0x42444A31;
CREATE TABLE events(
  pos INTEGER PRIMARY KEY,
  origin BLOB NOT NULL, epoch INTEGER NOT NULL, seq INTEGER NOT NULL,
  prev BLOB NOT NULL, hash BLOB NOT NULL, bytes BLOB NOT NULL,
  UNIQUE(origin, epoch, seq));
CREATE TRIGGER events_stay_as_they_are BEFORE UPDATE ON events
  BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
CREATE TRIGGER events_stay BEFORE DELETE ON events
  BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;
CREATE TABLE cards(name BLOB PRIMARY KEY, pos INTEGER NOT NULL, bytes BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE unconfirmed(pos INTEGER PRIMARY KEY);
CREATE TABLE progress(
  one INTEGER PRIMARY KEY CHECK(one = 1),
  origin BLOB NOT NULL, epoch INTEGER NOT NULL,
  mirror_segment INTEGER NOT NULL, mirror_length INTEGER NOT NULL, mirrored_pos INTEGER NOT NULL,
  confirmed_pos INTEGER NOT NULL, clean INTEGER NOT NULL,
  acked_epoch INTEGER NOT NULL, acked_seq INTEGER NOT NULL, acked_tail BLOB NOT NULL);
)sql";

// A step that was released is never edited: add another one.
constexpr const char* steps[] = {create_log, create_index_tables};
constexpr auto newest = static_cast<std::int64_t>(std::size(steps));

}  // namespace

Status migrate(sql::Connection& connection) {
    const auto found = connection.number("PRAGMA user_version");
    if (!found) return found.error();
    if (*found > newest) {
        return Error{ErrorKind::unsupported, "these records were written by a newer version of this program",
                     "schema " + std::to_string(*found) + ", known " + std::to_string(newest)};
    }
    for (std::int64_t step = *found; step < newest; ++step) {
        const auto migrated = connection.transaction([&]() -> Status {
            if (const auto done = connection.execute(steps[step]); !done) return done;
            return connection.execute("PRAGMA user_version = " + std::to_string(step + 1));
        });
        if (!migrated) return migrated;
    }
    return {};
}

Status recreate_index_tables(sql::Connection& connection) {
    if (const auto dropped = connection.execute(drop_index_tables); !dropped) return dropped;
    return connection.execute(create_index_tables);
}

}  // namespace baodao
