// SPDX-License-Identifier: MIT
// Mirror first, then one commit: FORMAT JOURNAL_FORMAT.md, "Writing".
#include <algorithm>

#include "sync/store/journal_impl.hpp"
#include "sync/wire/frame.hpp"

namespace baodao {

Result<Journal::Impl::Prepared> Journal::Impl::prepare(std::span<const Draft> drafts) const {
    if (drafts.size() > batch_drafts_max) {
        return Error{ErrorKind::bad_input, "too many events at once", std::to_string(drafts.size())};
    }
    Prepared prepared;
    const Progress& progress = store_->progress;
    EventId id = store_->tail ? store_->tail->id : EventId{progress.origin, progress.epoch, {0}};
    Hash prev = store_->tail ? store_->tail->hash : Hash{};
    for (const Draft& draft : drafts) {
        std::string bytes = to_bytes(draft.event);
        if (bytes.size() > event_bytes_max) {
            return Error{ErrorKind::bad_input, "an event is too large", draft.event.kind};
        }
        ++id.seq.value;
        prepared.records.push_back(make_record(id, prev, std::move(bytes)));
        prev = prepared.records.back().hash;
        prepared.entries.push_back(index_entry(draft.event, options_.indexer, options_.day_offset));
        prepared.cards.insert(prepared.cards.end(), draft.cards.begin(), draft.cards.end());
    }
    for (const SealedCard& card : prepared.cards) {
        if (card.bytes.size() > card_bytes_max) {
            return Error{ErrorKind::bad_input, "a card is too large", ""};
        }
    }
    if (batch_payload_bytes(prepared.records, prepared.cards) > batch_bytes_max) {
        return Error{ErrorKind::bad_input, "too much at once", ""};
    }
    return prepared;
}

Result<std::vector<Record>> Journal::Impl::append(std::span<const Draft> drafts) {
    if (const auto ready = usable(); !ready) return ready.error();
    if (failed_) return *failed_;
    if (drafts.empty()) return std::vector<Record>{};
    auto prepared = prepare(drafts);
    if (!prepared) return prepared.error();
    if (const auto written = write(*prepared); !written) return written.error();
    const Record& newest = prepared->records.back();
    store_->tail = Tail{newest.id, newest.hash};
    return std::move(prepared->records);
}

Result<ForeignOutcome> Journal::Impl::put_foreign(std::span<const Record> records,
                                                  std::span<const SealedCard> cards) {
    if (const auto ready = usable(); !ready) return ready.error();
    if (failed_) return *failed_;
    ForeignOutcome outcome;
    Prepared prepared;
    prepared.own = false;
    for (const Record& record : records) {
        if (chain_hash(record.id, record.prev, record.bytes) != record.hash) {
            return Error{ErrorKind::damaged, "a record from elsewhere is damaged", to_string(record.id)};
        }
        if (record.id.origin == store_->progress.origin && record.id.epoch >= store_->progress.epoch) {
            return Error{ErrorKind::refused, "a record from elsewhere claims to be one of ours to come",
                         to_string(record.id)};
        }
        const auto known = store_->database.find(record.id);
        if (!known) return known.error();
        const auto twice = std::find_if(prepared.records.begin(), prepared.records.end(),
                                        [&](const Record& other) { return other.id == record.id; });
        const bool in_call = twice != prepared.records.end();
        if (in_call || *known) {
            const Hash& ours = in_call ? twice->hash : (*known)->record.hash;
            if (ours == record.hash) {
                ++outcome.known;
            } else {
                outcome.forked.push_back(record.id);
            }
            continue;
        }
        prepared.entries.push_back(index_entry(record, options_.indexer, options_.day_offset));
        prepared.records.push_back(record);
    }
    prepared.cards.assign(cards.begin(), cards.end());
    if (batch_payload_bytes(prepared.records, prepared.cards) > batch_bytes_max) {
        return Error{ErrorKind::bad_input, "too much at once", ""};
    }
    if (prepared.records.empty() && prepared.cards.empty()) return outcome;
    if (const auto written = write(prepared); !written) return written.error();
    outcome.stored = prepared.records.size();
    return outcome;
}

Status Journal::Impl::write(const Prepared& prepared) {
    if (const auto in_place = check_in_place(); !in_place) {
        fail(in_place.error());
        return in_place;
    }
    write_mirror(prepared);
    Status committed = commit_with_ballast(prepared);
    if (!committed && committed.error().kind != ErrorKind::full) {
        committed = commit_again(prepared, committed.error());
    }
    if (!committed) fail(committed.error());
    return committed;
}

Status Journal::Impl::check_in_place() {
    const auto identity = options_.disk->identity(options_.data_folder + "/" + database_name());
    if (!identity || *identity != store_->database_identity) {
        return Error{ErrorKind::damaged, "the database was taken away while it was open",
                     database_path(options_)};
    }
    if (!store_->mirror) return {};
    const auto mirror = store_->mirror->check_in_place();
    if (!mirror) {
        store_->mirror_behind = mirror.error();
        store_->mirror.reset();
    }
    return {};
}

// Failing here is amber, not red: the database carries on and tend() makes the mirror equal again.
void Journal::Impl::write_mirror(const Prepared& prepared) {
    if (!store_->mirror) return;
    const ByteVector frame = encode_batch(prepared.records, prepared.cards);
    Status written = store_->mirror->append(frame);
    if (!written && written.error().kind == ErrorKind::full && ballast_.release()) {
        last_trouble_ = written.error();
        written = store_->mirror->rewind();
        if (written) written = store_->mirror->append(frame);
    }
    if (written) return;
    store_->mirror_behind = written.error();
    store_->mirror.reset();
}

Status Journal::Impl::commit(const Prepared& prepared) {
    Progress progress = store_->progress;
    Position last = store_->last;
    progress.confirmed = last;
    const auto committed = store_->database.transaction([&]() -> Status {
        for (const SealedCard& card : prepared.cards) {
            if (const auto done = store_->database.insert({last.value + 1}, card); !done) return done;
        }
        for (std::size_t i = 0; i < prepared.records.size(); ++i) {
            ++last.value;
            const auto done = store_->database.insert(last, prepared.records[i], prepared.entries[i]);
            if (!done) return done;
        }
        // What others sent needs no confirming by anybody here.
        if (!prepared.own) progress.confirmed = last;
        if (store_->mirror) {
            progress.mirror = store_->mirror->end();
            progress.mirrored = last;
        }
        return store_->database.save(progress);
    });
    if (!committed) return committed;
    store_->progress = progress;
    store_->last = last;
    return {};
}

Status Journal::Impl::commit_with_ballast(const Prepared& prepared) {
    const Status first = commit(prepared);
    if (first || first.error().kind != ErrorKind::full || !ballast_.release()) return first;
    last_trouble_ = first.error();
    return commit(prepared);
}

// The failed commit may be there all the same, and the mirror's frame may have it: only opening anew tells.
// The same records are then found, or written under the same identity (fault 6).
Status Journal::Impl::commit_again(const Prepared& prepared, const Error& first) {
    const auto reopened = open_store();
    if (!reopened) return first;
    if (failed_) return *failed_;
    last_trouble_ = first;
    const Record* missing = nullptr;
    for (const Record& record : prepared.records) {
        const auto found = store_->database.find(record.id);
        if (!found) return found.error();
        const bool there = *found && (*found)->record.hash == record.hash;
        if (!there) missing = &record;
        if (!there) break;
        if (const auto settled = change([&](Progress&) { return store_->database.settle((*found)->pos); });
            !settled) {
            return settled;
        }
    }
    if (missing == nullptr) return {};
    const Record& begin = prepared.records.front();
    const bool same_place =
        missing == &begin && (!prepared.own || (store_->progress.epoch == begin.id.epoch &&
                                                (store_->tail ? store_->tail->hash : Hash{}) == begin.prev));
    if (!same_place) return first;
    write_mirror(prepared);
    return commit(prepared);
}

}  // namespace baodao
