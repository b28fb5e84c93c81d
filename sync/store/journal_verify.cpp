// SPDX-License-Identifier: MIT
// Looking at what is already stored: the daily round in steps, and all at once.
#include <algorithm>

#include "sync/store/journal_impl.hpp"
#include "sync/store/tail_check.hpp"

namespace baodao {

namespace {

Error differ(const EventId& id) {
    return {ErrorKind::damaged, "database and mirror differ", to_string(id)};
}

}  // namespace

Result<Scrubbed> Journal::Impl::scrub(std::size_t records_max) {
    Scrubbed scrubbed;
    std::optional<Record> before;
    Status links;
    const auto rows = [&](const VisitRow& row) {
        return store_->database.each_from({scrubbed_.value + 1}, [&](const Row& found) {
            scrubbed_ = found.pos;
            return row(found);
        });
    };
    const auto read = visit(rows, [&](const Record& record) {
        const bool follows = before && before->id.origin == record.id.origin &&
                             before->id.epoch == record.id.epoch &&
                             before->id.seq.value + 1 == record.id.seq.value;
        if (follows && links) links = check_link(record, &*before);
        before = record;
        return ++scrubbed.records < records_max && links ? Step::go_on : Step::stop;
    });
    if (!read) return read.error();
    if (!links) return found_damage(links.error()).error();
    if (scrubbed.records == records_max && scrubbed_ != store_->last) return scrubbed;
    // The records are through; then one segment of the mirror with each call.
    if (store_->mirror && scrubbed_segment_ < store_->mirror->end().segment) {
        ++scrubbed_segment_;
        const MirrorMark end = store_->mirror->end();
        const bool newest = scrubbed_segment_ == end.segment;
        const auto walk = walk_segment(*options_.disk, options_.mirror_folder, scrubbed_segment_, 0,
                                       [](const FrameView&, const Batch&) {});
        // Segments put aside are missing for good; their records stand in later ones.
        const bool missing = !walk && walk.error().kind == ErrorKind::not_found;
        if (!walk && !missing) return walk.error();
        if (walk && (!walk->head || !walk->frames.gaps.empty() || (newest && walk->size < end.length))) {
            return found_damage(
                       {ErrorKind::damaged, "the mirror is damaged", segment_name(scrubbed_segment_)})
                .error();
        }
        if (!newest) return scrubbed;
    }
    scrubbed.complete = true;
    scrubbed_ = {};
    scrubbed_segment_ = 0;
    return scrubbed;
}

Status Journal::Impl::verify_all() {
    if (const auto ready = usable(); !ready) return ready;
    Status verified = check_database(store_->database, store_->progress, Depth::everything);
    if (verified) verified = verify_mirror();
    if (verified) verified = verify_indexes();
    return verified ? verified : found_damage(verified.error());
}

// Everything in the database stands in the mirror, everything in the mirror in the database.
Status Journal::Impl::verify_mirror() {
    if (!store_->mirror) return {};
    const auto numbers = list_segments(*options_.disk, options_.mirror_folder);
    if (!numbers) return numbers.error();
    Status status;
    std::vector<bool> seen(static_cast<std::size_t>(store_->last.value) + 1);
    const auto check_batch = [&](const FrameView&, const Batch& batch) {
        for (const Record& record : batch.records) {
            const auto found = store_->database.find(record.id);
            if (found && *found && (*found)->record.hash == record.hash) {
                seen[static_cast<std::size_t>((*found)->pos.value)] = true;
            } else if (status) {
                status = differ(record.id);
            }
        }
        for (const SealedCard& card : batch.cards) {
            const auto found = store_->database.card(card.name);
            if (found && *found && (*found)->bytes != card.bytes && status) {
                status = Error{ErrorKind::damaged, "a card differs between database and mirror", ""};
            }
        }
    };
    for (const std::uint32_t number : *numbers) {
        const auto walk = walk_segment(*options_.disk, options_.mirror_folder, number, 0, check_batch);
        if (!walk) return walk.error();
        if (!walk->head || !walk->frames.gaps.empty()) {
            return Error{ErrorKind::damaged, "the mirror is damaged", segment_name(number)};
        }
    }
    const auto all = std::count(seen.begin() + 1, seen.end(), true);
    if (status && all != store_->last.value) {
        return Error{ErrorKind::damaged, "the mirror lacks records",
                     std::to_string(store_->last.value - all)};
    }
    return status;
}

// The index tables are what the records say: dropped and made again inside a transaction that is
// given up, they must come out the same.
Status Journal::Impl::verify_indexes() {
    const auto stored = projections_digest();
    if (!stored) return stored.error();
    const auto rebuilt = rebuild_projections();
    if (!rebuilt) return rebuilt;
    const auto fresh = projections_digest();
    if (!fresh) return fresh.error();
    if (*fresh == *stored) return {};
    return Error{ErrorKind::damaged, "the index differed from the records and was made again", ""};
}

Status Journal::Impl::rebuild_projections() {
    return change([&](Progress&) -> Status {
        if (const auto emptied = store_->database.recreate_index_tables(); !emptied) return emptied;
        Status inserted;
        const auto read = store_->database.each_from({}, [&](const Row& row) {
            const auto entry = index_entry(row.record, options_.indexer, options_.day_offset);
            inserted = store_->database.insert_index(row.pos, entry);
            return inserted ? Step::go_on : Step::stop;
        });
        return read ? inserted : read;
    });
}

Result<Hash> Journal::Impl::projections_digest() {
    if (const auto ready = usable(); !ready) return ready.error();
    Hash digest;
    const auto read = store_->database.each_index_row([&](std::string_view row) {
        digest = sha256({ByteSpan(digest.bytes), as_bytes(row)});
    });
    if (!read) return found_damage(read.error()).error();
    return digest;
}

}  // namespace baodao
