// SPDX-License-Identifier: MIT
#include "sync/store/tail_check.hpp"

#include <algorithm>

namespace baodao {

namespace {

Error broken(const EventId& id, const char* why) {
    return {ErrorKind::damaged, "a stored record is damaged", to_string(id) + ": " + why};
}

bool holds(const Record& record) {
    return chain_hash(record.id, record.prev, record.bytes) == record.hash;
}

// Positions have no gaps; a damaged one would be counted with.
Status check_rows(Database& database, Position first) {
    Status status;
    Position expected{std::max<std::int64_t>(first.value, 1)};
    const auto read = database.each_from(first, [&](const Row& row) {
        if (!holds(row.record)) status = broken(row.record.id, "hash");
        if (row.pos != expected) status = broken(row.record.id, "position");
        ++expected.value;
        return status ? Step::go_on : Step::stop;
    });
    return read ? status : read;
}

}  // namespace

Status check_own_chain(Database& database, const Progress& progress, std::int64_t records_max) {
    std::optional<Record> after;
    std::int64_t seen = 0;
    Status status;
    const auto read = database.each_own_newest(progress.origin, [&](const Row& row) {
        const Record& record = row.record;
        if (record.id.epoch != progress.epoch || ++seen > records_max) return Step::stop;
        if (!holds(record)) status = broken(record.id, "hash");
        if (after && status) status = check_link(*after, &record);
        after = record;
        return status ? Step::go_on : Step::stop;
    });
    if (!read) return read;
    if (status && after && seen <= records_max) return check_link(*after, nullptr);
    return status;
}

Status check_database(Database& database, const Progress& progress, Depth depth) {
    const auto pages = database.pages();
    if (!pages) return pages.error();
    if (depth == Depth::everything || *pages <= small_database_pages) {
        if (const auto checked = database.check_structure(); !checked) return checked;
    }
    const auto last = database.last_position();
    if (!last) return last.error();
    const std::int64_t records = depth == Depth::everything ? last->value : tail_records;
    if (const auto checked = check_rows(database, {last->value - records + 1}); !checked) return checked;
    return check_own_chain(database, progress, records);
}

Status check_mirror_tail(Database& database, const JournalOptions& options, MirrorMark mark) {
    if (mark.segment == 0) return {};
    const std::uint64_t from = mark.length > tail_mirror_bytes ? mark.length - tail_mirror_bytes : 0;
    Status status;
    const auto check_batch = [&](const FrameView& frame, const Batch& batch) {
        if (frame.end() > mark.length) return;
        for (const Record& record : batch.records) {
            const auto found = database.find(record.id);
            const bool same = found && *found && (*found)->record.hash == record.hash;
            if (!same && status) status = broken(record.id, "database and mirror differ");
        }
    };
    const auto walk = walk_segment(*options.disk, options.mirror_folder, mark.segment, from, check_batch);
    if (!walk) return walk.error();
    for (const Gap& gap : walk->frames.gaps) {
        const bool first_frame_cut = from > 0 && gap.from == from;
        if (gap.from < mark.length && !first_frame_cut) {
            return Error{ErrorKind::damaged, "the mirror is damaged", segment_name(mark.segment)};
        }
    }
    return status;
}

}  // namespace baodao
