// SPDX-License-Identifier: MIT
#include "sync/store/database.hpp"

#include <algorithm>

#include "domain/slip/crypto.hpp"
#include "sync/store/migrations.hpp"

namespace baodao {

namespace {

Error damaged_row(const char* what) {
    return {ErrorKind::damaged, "a stored record is damaged", what};
}

std::int64_t stored(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

}  // namespace

IndexEntry index_entry(const Event& event, const Indexer& indexer, UtcOffset offset) {
    IndexEntry entry{event.kind, local_date(event.at.estimated(), offset), indexer(event)};
    std::sort(entry.subjects.begin(), entry.subjects.end());
    entry.subjects.erase(std::unique(entry.subjects.begin(), entry.subjects.end()), entry.subjects.end());
    return entry;
}

IndexEntry index_entry(const Record& record, const Indexer& indexer, UtcOffset offset) {
    const auto event = event_from_bytes(record.bytes);
    return event ? index_entry(*event, indexer, offset) : IndexEntry{};
}

Result<Database> Database::open(const std::string& path, const std::string& vfs) {
    auto connection = sql::Connection::open({path, vfs});
    if (!connection) return connection.error();
    if (const auto migrated = migrate(*connection); !migrated) return migrated.error();
    Database database(std::move(*connection));
    if (const auto prepared = database.prepare_writes(); !prepared) return prepared.error();
    return database;
}

Status Database::prepare_writes() {
    const std::pair<sql::Statement*, const char*> texts[] = {
        {&insert_event_, "INSERT INTO events VALUES(?1,?2,?3,?4,?5,?6,?7)"},
        {&insert_subject_, "INSERT INTO index_subject VALUES(?1,?2)"},
        {&insert_kind_, "INSERT INTO index_kind VALUES(?1,?2)"},
        {&insert_day_, "INSERT INTO index_day VALUES(?1,?2)"},
        {&insert_common_, "INSERT INTO index_common VALUES(?1)"},
        {&insert_card_, "INSERT INTO cards VALUES(?1,?2,?3) ON CONFLICT(name) DO NOTHING"},
        {&save_progress_, "REPLACE INTO progress VALUES(1,?1,?2,?3,?4,?5,?6,?7,?8,?9,?10)"},
        {&find_,
         "SELECT pos,origin,epoch,seq,prev,hash,bytes FROM events WHERE origin=?1 AND epoch=?2 AND seq=?3"},
    };
    for (const auto& [statement, text] : texts) {
        auto prepared = connection_.prepare(text);
        if (!prepared) return prepared.error();
        *statement = std::move(*prepared);
    }
    return {};
}

Status Database::recreate_index_tables() {
    // Prepared inserts would keep the old tables busy.
    for (sql::Statement* statement : {&insert_subject_, &insert_kind_, &insert_day_, &insert_common_}) {
        statement->reset();
    }
    return baodao::recreate_index_tables(connection_);
}

Result<std::optional<Progress>> Database::progress() {
    auto statement = connection_.prepare(
        "SELECT origin,epoch,mirror_segment,mirror_length,mirrored_pos,confirmed_pos,clean,acked_epoch,"
        "acked_seq,acked_tail FROM progress");
    if (!statement) return statement.error();
    const auto row = statement->step();
    if (!row) return row.error();
    if (!*row) return std::optional<Progress>{};
    Progress out;
    if (!statement->read(0, out.origin) || !statement->read(9, out.acked_tail))
        return damaged_row("progress");
    out.epoch = {static_cast<std::uint32_t>(statement->integer(1))};
    out.mirror = {static_cast<std::uint32_t>(statement->integer(2)),
                  static_cast<std::uint64_t>(statement->integer(3))};
    out.mirrored = {statement->integer(4)};
    out.confirmed = {statement->integer(5)};
    out.clean = statement->integer(6) != 0;
    out.acked_epoch = {static_cast<std::uint32_t>(statement->integer(7))};
    out.acked_seq = {static_cast<std::uint64_t>(statement->integer(8))};
    return std::optional<Progress>(out);
}

Status Database::save(const Progress& progress) {
    return save_progress_.bind(1, progress.origin)
        .bind(2, stored(progress.epoch.value))
        .bind(3, stored(progress.mirror.segment))
        .bind(4, stored(progress.mirror.length))
        .bind(5, progress.mirrored.value)
        .bind(6, progress.confirmed.value)
        .bind(7, progress.clean ? 1 : 0)
        .bind(8, stored(progress.acked_epoch.value))
        .bind(9, stored(progress.acked_seq.value))
        .bind(10, progress.acked_tail)
        .run();
}

Result<Position> Database::last_position() {
    const auto last = connection_.number("SELECT max(pos) FROM events");
    if (!last) return last.error();
    return Position{*last};
}

Status Database::insert(Position pos, const Record& record, const IndexEntry& entry) {
    const auto inserted = insert_event_.bind(1, pos.value)
                              .bind(2, record.id.origin)
                              .bind(3, stored(record.id.epoch.value))
                              .bind(4, stored(record.id.seq.value))
                              .bind(5, record.prev)
                              .bind(6, record.hash)
                              .bind(7, as_bytes(record.bytes))
                              .run();
    if (!inserted) return inserted;
    return insert_index(pos, entry);
}

Status Database::insert_index(Position pos, const IndexEntry& entry) {
    if (const auto done = insert_kind_.bind(1, entry.kind).bind(2, pos.value).run(); !done) return done;
    if (entry.kind.empty()) return {};
    if (const auto done = insert_day_.bind(1, entry.day.days).bind(2, pos.value).run(); !done) return done;
    if (entry.subjects.empty()) return insert_common_.bind(1, pos.value).run();
    for (const SubjectKey subject : entry.subjects) {
        const auto done = insert_subject_.bind(1, stored(subject.value)).bind(2, pos.value).run();
        if (!done) return done;
    }
    return {};
}

Status Database::insert(Position with, const SealedCard& card) {
    return insert_card_.bind(1, card.name).bind(2, with.value).bind(3, ByteSpan(card.bytes)).run();
}

Status Database::replace(Position with, const SealedCard& card) {
    auto statement = connection_.prepare(
        "INSERT INTO cards VALUES(?1,?2,?3) ON CONFLICT(name) DO UPDATE SET bytes=excluded.bytes");
    if (!statement) return statement.error();
    return statement->bind(1, card.name).bind(2, with.value).bind(3, ByteSpan(card.bytes)).run();
}

Status Database::remove_card(const Hash& name) {
    auto statement = connection_.prepare("DELETE FROM cards WHERE name=?1");
    if (!statement) return statement.error();
    return statement->bind(1, name).run();
}

Status Database::mark_unconfirmed(Position pos) {
    auto statement = connection_.prepare("INSERT OR IGNORE INTO unconfirmed VALUES(?1)");
    if (!statement) return statement.error();
    return statement->bind(1, pos.value).run();
}

Status Database::settle(Position pos) {
    auto statement = connection_.prepare("DELETE FROM unconfirmed WHERE pos=?1");
    if (!statement) return statement.error();
    return statement->bind(1, pos.value).run();
}

}  // namespace baodao
