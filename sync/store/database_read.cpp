// SPDX-License-Identifier: MIT
#include <algorithm>

#include "sync/store/database.hpp"

namespace baodao {

namespace {

#define ROW_COLUMNS "SELECT e.pos,e.origin,e.epoch,e.seq,e.prev,e.hash,e.bytes FROM "

std::int64_t stored(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

Result<Row> row_of(const sql::Statement& statement) {
    Row row;
    row.pos = {statement.integer(0)};
    Record& record = row.record;
    const bool whole = statement.read(1, record.id.origin) && statement.read(4, record.prev) &&
                       statement.read(5, record.hash);
    if (!whole) {
        return Error{ErrorKind::damaged, "a stored record is damaged",
                     "position " + std::to_string(row.pos.value)};
    }
    record.id.epoch = {static_cast<std::uint32_t>(statement.integer(2))};
    record.id.seq = {static_cast<std::uint64_t>(statement.integer(3))};
    record.bytes = statement.text(6);
    return row;
}

Result<std::optional<Row>> one_row(sql::Statement& statement) {
    const auto found = statement.step();
    if (!found) return found.error();
    if (!*found) return std::optional<Row>{};
    auto row = row_of(statement);
    statement.reset();
    if (!row) return row.error();
    return std::optional<Row>(std::move(*row));
}

// The first text after every text that begins with `prefix`. Kinds are ASCII.
std::string after_prefix(std::string prefix) {
    return prefix + '\x7F';
}

template <class... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <class... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

}  // namespace

Status Database::each_row(sql::Statement& statement, const VisitRow& visit) {
    for (;;) {
        const auto found = statement.step();
        if (!found) return found.error();
        if (!*found) return {};
        const auto row = row_of(statement);
        if (!row) return row.error();
        if (visit(*row) == Step::stop) return {};
    }
}

Result<std::optional<Row>> Database::find(const EventId& id) {
    find_.bind(1, id.origin).bind(2, stored(id.epoch.value)).bind(3, stored(id.seq.value));
    return one_row(find_);
}

Result<std::optional<Row>> Database::last_of(const OriginId& origin, Epoch epoch) {
    auto statement =
        connection_.prepare(ROW_COLUMNS "events e WHERE origin=?1 AND epoch=?2 ORDER BY seq DESC LIMIT 1");
    if (!statement) return statement.error();
    statement->bind(1, origin).bind(2, stored(epoch.value));
    return one_row(*statement);
}

Result<Epoch> Database::last_epoch_of(const OriginId& origin) {
    auto statement = connection_.prepare("SELECT max(epoch) FROM events WHERE origin=?1");
    if (!statement) return statement.error();
    const auto row = statement->bind(1, origin).step();
    if (!row) return row.error();
    return Epoch{static_cast<std::uint32_t>(*row ? statement->integer(0) : 0)};
}

Result<std::uint64_t> Database::count_missing(const OriginId& origin) {
    auto statement =
        connection_.prepare("SELECT max(seq)-count(*) FROM events WHERE origin=?1 GROUP BY epoch");
    if (!statement) return statement.error();
    statement->bind(1, origin);
    std::int64_t missing = 0;
    for (;;) {
        const auto row = statement->step();
        if (!row) return row.error();
        if (!*row) return static_cast<std::uint64_t>(missing);
        missing += statement->integer(0);
    }
}

Result<std::optional<SealedCard>> Database::card(const Hash& name) {
    auto statement = connection_.prepare("SELECT bytes FROM cards WHERE name=?1");
    if (!statement) return statement.error();
    const auto found = statement->bind(1, name).step();
    if (!found) return found.error();
    if (!*found) return std::optional<SealedCard>{};
    const std::string bytes = statement->text(0);
    return std::optional<SealedCard>(SealedCard{name, {bytes.begin(), bytes.end()}});
}

Status Database::each_card_from(Position first, const std::function<Step(const SealedCard&)>& visit) {
    auto statement = connection_.prepare("SELECT name,bytes FROM cards WHERE pos>=?1 ORDER BY name");
    if (!statement) return statement.error();
    statement->bind(1, first.value);
    for (;;) {
        const auto found = statement->step();
        if (!found) return found.error();
        if (!*found) return {};
        SealedCard card;
        if (!statement->read(0, card.name)) return Error{ErrorKind::damaged, "a stored card is damaged", ""};
        const std::string bytes = statement->text(1);
        card.bytes.assign(bytes.begin(), bytes.end());
        if (visit(card) == Step::stop) return {};
    }
}

Status Database::each_about(const std::vector<SubjectKey>& subjects, const VisitRow& visit) {
    std::vector<std::int64_t> positions;
    auto lookup = connection_.prepare("SELECT pos FROM index_subject WHERE subject=?1");
    if (!lookup) return lookup.error();
    for (const SubjectKey subject : subjects) {
        lookup->bind(1, stored(subject.value));
        for (;;) {
            const auto found = lookup->step();
            if (!found) return found.error();
            if (!*found) break;
            positions.push_back(lookup->integer(0));
        }
    }
    std::sort(positions.begin(), positions.end());
    positions.erase(std::unique(positions.begin(), positions.end()), positions.end());
    auto statement = connection_.prepare(ROW_COLUMNS "events e WHERE pos=?1");
    if (!statement) return statement.error();
    for (const std::int64_t pos : positions) {
        statement->bind(1, pos);
        const auto row = one_row(*statement);
        if (!row) return row.error();
        if (!*row) return Error{ErrorKind::damaged, "the index names a record that is not there", ""};
        if (visit(**row) == Step::stop) return {};
    }
    return {};
}

Status Database::each(const Selection& selection, const VisitRow& visit) {
    const auto run = [&](const char* text, const auto&... values) -> Status {
        auto statement = connection_.prepare(text);
        if (!statement) return statement.error();
        int parameter = 0;
        (statement->bind(++parameter, values), ...);
        return each_row(*statement, visit);
    };
    return std::visit(
        Overloaded{
            [&](const select::Everything&) { return run(ROW_COLUMNS "events e ORDER BY pos"); },
            [&](const select::OfKind& of) {
                const std::string end = after_prefix(of.prefix);
                return run(
                    ROW_COLUMNS
                    "index_kind i CROSS JOIN events e USING(pos) WHERE kind>=?1 AND kind<?2 ORDER BY e.pos",
                    std::string_view(of.prefix), std::string_view(end));
            },
            [&](const select::CommunityLevel&) {
                return run(ROW_COLUMNS "index_common i CROSS JOIN events e USING(pos) ORDER BY e.pos");
            },
            [&](const select::About& about) { return each_about(about.subjects, visit); },
            [&](const select::OnDays& days) {
                return run(
                    ROW_COLUMNS
                    "index_day i CROSS JOIN events e USING(pos) WHERE day BETWEEN ?1 AND ?2 ORDER BY e.pos",
                    std::int64_t{days.first.days}, std::int64_t{days.last.days});
            },
            [&](const select::LogFrom& from) {
                return run(ROW_COLUMNS "events e WHERE origin=?1 AND epoch=?2 AND seq>=?3 ORDER BY seq",
                           from.first.origin, stored(from.first.epoch.value), stored(from.first.seq.value));
            },
        },
        selection);
}

Status Database::each_from(Position first, const VisitRow& visit) {
    auto statement = connection_.prepare(ROW_COLUMNS "events e WHERE pos>=?1 ORDER BY pos");
    if (!statement) return statement.error();
    statement->bind(1, first.value);
    return each_row(*statement, visit);
}

Status Database::each_own_after(const OriginId& origin, Epoch epoch, Seq seq, const VisitRow& visit) {
    auto statement = connection_.prepare(
        ROW_COLUMNS "events e WHERE origin=?1 AND (epoch,seq)>(?2,?3) ORDER BY epoch,seq");
    if (!statement) return statement.error();
    statement->bind(1, origin).bind(2, stored(epoch.value)).bind(3, stored(seq.value));
    return each_row(*statement, visit);
}

Result<std::int64_t> Database::count_own_after(const OriginId& origin, Epoch epoch, Seq seq) {
    auto statement =
        connection_.prepare("SELECT count(*) FROM events WHERE origin=?1 AND (epoch,seq)>(?2,?3)");
    if (!statement) return statement.error();
    const auto row =
        statement->bind(1, origin).bind(2, stored(epoch.value)).bind(3, stored(seq.value)).step();
    if (!row) return row.error();
    return statement->integer(0);
}

Status Database::each_own_newest(const OriginId& origin, const VisitRow& visit) {
    auto statement =
        connection_.prepare(ROW_COLUMNS "events e WHERE origin=?1 ORDER BY epoch DESC, seq DESC");
    if (!statement) return statement.error();
    statement->bind(1, origin);
    return each_row(*statement, visit);
}

Status Database::each_unconfirmed(const VisitRow& visit) {
    auto statement =
        connection_.prepare(ROW_COLUMNS "unconfirmed u CROSS JOIN events e USING(pos) ORDER BY e.pos");
    if (!statement) return statement.error();
    return each_row(*statement, visit);
}

Status Database::each_index_row(const std::function<void(std::string_view)>& visit) {
    for (const char* text : {"SELECT 's'||subject||' '||pos FROM index_subject ORDER BY subject,pos",
                             "SELECT 'k'||kind||' '||pos FROM index_kind ORDER BY kind,pos",
                             "SELECT 'd'||day||' '||pos FROM index_day ORDER BY day,pos",
                             "SELECT 'c'||pos FROM index_common ORDER BY pos"}) {
        auto statement = connection_.prepare(text);
        if (!statement) return statement.error();
        for (;;) {
            const auto found = statement->step();
            if (!found) return found.error();
            if (!*found) break;
            visit(statement->text(0));
        }
    }
    return {};
}

Status Database::check_structure() {
    const auto verdict = connection_.word("PRAGMA integrity_check(1)");
    if (!verdict) return verdict.error();
    if (*verdict == "ok") return {};
    return Error{ErrorKind::damaged, "the database is damaged", *verdict};
}

}  // namespace baodao
