// SPDX-License-Identifier: MIT
#include "sync/store/mirror_repair.hpp"

#include <algorithm>
#include <unordered_set>

#include "sync/store/frame_filler.hpp"
#include "sync/store/small_files.hpp"

namespace baodao {

namespace {

// What stands in good segments, and which segments are not good.
struct MirrorSurvey {
    std::unordered_set<Hash> records;
    std::unordered_set<Hash> cards;
    std::vector<std::uint32_t> damaged;
    MirrorMark end;                 // of the last whole frame of the last good segment
    std::uint32_t last_number = 0;  // of any segment
};

bool has_damage(const SegmentWalk& walk, bool newest) {
    if (walk.frames.gaps.empty()) return false;
    const Gap& last = walk.frames.gaps.back();
    const bool unfinished_tail =
        walk.frames.gaps.size() == 1 && last.to == walk.size && last.from == walk.frames.good_end;
    return !(unfinished_tail && newest);
}

bool is_damaged(const SegmentWalk& walk, const OriginId& origin, bool newest) {
    return !walk.head || walk.head->origin != origin || has_damage(walk, newest);
}

void note_batch(MirrorSurvey& survey, const Batch& batch) {
    for (const Record& record : batch.records) survey.records.insert(record.hash);
    for (const SealedCard& card : batch.cards) survey.cards.insert(card.name);
    survey.cards.insert(batch.purged.begin(), batch.purged.end());
}

Result<MirrorSurvey> survey_mirror(const JournalOptions& options, const OriginId& origin) {
    const auto numbers = list_segments(*options.disk, options.mirror_folder);
    if (!numbers) return numbers.error();
    MirrorSurvey survey;
    for (const std::uint32_t number : *numbers) {
        Batch all;
        const auto walk = walk_segment(
            *options.disk, options.mirror_folder, number, 0, [&](const FrameView&, const Batch& batch) {
                all.records.insert(all.records.end(), batch.records.begin(), batch.records.end());
                all.cards.insert(all.cards.end(), batch.cards.begin(), batch.cards.end());
                all.purged.insert(all.purged.end(), batch.purged.begin(), batch.purged.end());
            });
        if (!walk) return walk.error();
        survey.last_number = number;
        if (is_damaged(*walk, origin, number == numbers->back())) {
            survey.damaged.push_back(number);
            continue;
        }
        survey.end = {number, walk->frames.good_end};
        note_batch(survey, all);
    }
    return survey;
}

// Takes batches into the database, many to a transaction.
class Adopter {
  public:
    Adopter(Store& store, const JournalOptions& options) : store_(store), options_(options) {}

    void add(Batch batch, MirrorMark end) {
        records_ += batch.records.size() + batch.cards.size();
        group_.push_back({std::move(batch), end});
        if (records_ >= bulk_records) flush();
    }
    void flush() {
        if (!status_ || group_.empty()) return;
        Progress progress = store_.progress;
        Position last = store_.last;
        const std::uint64_t frames_before = adopted_.frames;
        const std::uint64_t records_before = adopted_.records;
        status_ = store_.database.transaction([&]() -> Status {
            for (const auto& [batch, end] : group_) {
                if (const auto taken = take(batch, progress, last); !taken) return taken;
                progress.mirror = std::max(progress.mirror, end);
            }
            if (store_.progress.mirrored == store_.last) progress.mirrored = last;
            // The database had lost more than what was in flight: whatever else was lost with it, its
            // sequence numbers are not given again, even if we are cut off before the epoch is settled.
            if (adopted_.frames > 1) progress.epoch = std::max(progress.epoch, Epoch{newest_own_.value + 1});
            return store_.database.save(progress);
        });
        group_.clear();
        records_ = 0;
        if (status_) {
            store_.progress = progress;
            store_.last = last;
        } else {
            adopted_.frames = frames_before;
            adopted_.records = records_before;
        }
    }
    Adopted& adopted() { return adopted_; }
    [[nodiscard]] const Status& status() const { return status_; }

  private:
    Status take(const Batch& batch, Progress& progress, Position& last) {
        const Position before = last;
        for (const SealedCard& card : batch.cards) {
            if (const auto done = store_.database.replace({last.value + 1}, card); !done) return done;
        }
        for (const Record& record : batch.records) {
            const auto known = store_.database.find(record.id);
            if (!known) return known.error();
            if (*known) {
                if ((*known)->record.hash != record.hash) adopted_.damage = true;
                continue;
            }
            ++last.value;
            if (record.id.origin == progress.origin) newest_own_ = std::max(newest_own_, record.id.epoch);
            const auto entry = index_entry(record, options_.indexer, options_.day_offset);
            if (const auto done = store_.database.insert(last, record, entry); !done) return done;
        }
        if (last == before) return {};
        // A frame is begun only after the one before it was confirmed, so only the last is in doubt.
        progress.confirmed = before;
        ++adopted_.frames;
        adopted_.records += static_cast<std::uint64_t>(last.value - before.value);
        return {};
    }

    struct Item {
        Batch batch;
        MirrorMark end;
    };
    Store& store_;
    const JournalOptions& options_;
    std::vector<Item> group_;
    std::size_t records_ = 0;
    Epoch newest_own_;
    Adopted adopted_;
    Status status_;
};

std::function<Result<MirrorWriter>()> new_segment(const JournalOptions& options, const OriginId& origin,
                                                  std::uint32_t after) {
    return [&options, origin, after] {
        return MirrorWriter::begin(*options.disk, options.mirror_folder, origin, after + 1);
    };
}

Status note_mirrored(Store& store, MirrorWriter writer) {
    Progress progress = store.progress;
    progress.mirror = writer.end();
    progress.mirrored = store.last;
    const auto saved = store.database.transaction([&] { return store.database.save(progress); });
    if (!saved) return saved;
    store.progress = progress;
    store.mirror = std::move(writer);
    store.mirror_behind.reset();
    return {};
}

}  // namespace

Result<Adopted> adopt_from_mirror(Store& store, const JournalOptions& options, MirrorMark from) {
    const auto numbers = list_segments(*options.disk, options.mirror_folder);
    if (!numbers) return numbers.error();
    Adopter adopter(store, options);
    for (const std::uint32_t number : *numbers) {
        if (number < from.segment) continue;
        const std::uint64_t offset = number == from.segment ? from.length : 0;
        const auto walk = walk_segment(*options.disk, options.mirror_folder, number, offset,
                                       [&](const FrameView& frame, Batch batch) {
                                           adopter.add(std::move(batch), {number, frame.end()});
                                       });
        if (!walk) return walk.error();
        Adopted& adopted = adopter.adopted();
        const bool headless = offset == 0 && !walk->head && walk->frames.good_end > 0;
        if (headless || has_damage(*walk, number == numbers->back())) {
            adopted.damage = true;
        }
        if (walk->frames.good_end > offset || number == from.segment) {
            adopted.end = {number, walk->frames.good_end};
        }
    }
    adopter.flush();
    if (!adopter.status()) return adopter.status().error();
    return adopter.adopted();
}

Result<bool> mark_stands(const JournalOptions& options, const MirrorMark& mark) {
    if (mark.segment == 0) return true;
    auto file = options.disk->open(segment_path(options.mirror_folder, mark.segment), OpenFor::reading);
    if (!file && file.error().kind == ErrorKind::not_found) return false;
    if (!file) return file.error();
    const auto size = (*file)->size();
    if (!size) return size.error();
    return *size >= mark.length;
}

Status open_writer(Store& store, const JournalOptions& options, MirrorMark end) {
    auto writer = end.segment == 0
                      ? MirrorWriter::begin(*options.disk, options.mirror_folder, store.progress.origin, 1)
                      : MirrorWriter::open(*options.disk, options.mirror_folder, store.progress.origin, end);
    if (!writer) return writer.error();
    store.mirror = std::move(*writer);
    store.mirror_behind.reset();
    return {};
}

Status catch_mirror_up(Store& store, const JournalOptions& options) {
    const auto numbers = list_segments(*options.disk, options.mirror_folder);
    if (!numbers) return numbers.error();
    FrameFiller filler(new_segment(options, store.progress.origin, numbers->empty() ? 0 : numbers->back()));
    const Position first{store.progress.mirrored.value + 1};
    const auto cards =
        store.database.each_card_from(first, [&](const SealedCard& card) { return filler.add(card); });
    if (!cards) return cards;
    const auto rows = store.database.each_from(first, [&](const Row& row) { return filler.add(row.record); });
    if (!rows) return rows;
    auto writer = filler.finish();
    if (!writer) return writer.error();
    if (!*writer) return Status{};
    return note_mirrored(store, std::move(**writer));
}

Status repair_mirror(Store& store, const JournalOptions& options, RecoveryReport& report) {
    const auto adopted = adopt_from_mirror(store, options, {});
    if (!adopted) return adopted.error();
    report.restored_to_database += adopted->records;
    const auto survey = survey_mirror(options, store.progress.origin);
    if (!survey) return survey.error();

    FrameFiller filler(new_segment(options, store.progress.origin, survey->last_number));
    const auto cards = store.database.each_card_from({}, [&](const SealedCard& card) {
        return survey->cards.contains(card.name) ? Step::go_on : filler.add(card);
    });
    if (!cards) return cards;
    const auto rows = store.database.each_from({}, [&](const Row& row) {
        return survey->records.contains(row.record.hash) ? Step::go_on : filler.add(row.record);
    });
    if (!rows) return rows;
    auto writer = filler.finish();
    if (!writer) return writer.error();
    report.restored_to_mirror += filler.records();

    for (const std::uint32_t number : survey->damaged) {
        const auto aside =
            put_aside(*options.disk, options.mirror_folder, segment_name(number), options.clock->now().wall);
        if (!aside) return aside.error();
        report.put_aside.push_back(*aside);
        report.reasons.push_back("a file of the mirror was damaged: " + segment_name(number));
    }
    if (*writer) return note_mirrored(store, std::move(**writer));
    if (const auto opened = open_writer(store, options, survey->end); !opened) return opened;
    MirrorWriter opened = std::move(*store.mirror);
    return note_mirrored(store, std::move(opened));
}

Status salvage(Database& damaged, const OriginId& origin, const JournalOptions& options,
               RecoveryReport& report) {
    const auto survey = survey_mirror(options, origin);
    if (!survey) return survey.error();
    FrameFiller filler(new_segment(options, origin, survey->last_number));
    const auto take = [&](const Row& row) {
        const Record& record = row.record;
        const bool sound = chain_hash(record.id, record.prev, record.bytes) == record.hash;
        if (!sound || survey->records.contains(record.hash)) return Step::go_on;
        return filler.add(record);
    };
    // Unreadable rows are stepped over one position at a time; after this many in a row nothing follows.
    constexpr std::int64_t unreadable_max = 2000;
    Position next{1};
    for (std::int64_t unreadable = 0; unreadable < unreadable_max; ++unreadable) {
        const auto read = damaged.each_from(next, [&](const Row& row) {
            next = {row.pos.value + 1};
            unreadable = 0;
            return take(row);
        });
        if (read) break;
        ++next.value;
    }
    // As many cards as can be read; those in the mirror are there anyway.
    (void)damaged.each_card_from({}, [&](const SealedCard& card) {
        return survey->cards.contains(card.name) ? Step::go_on : filler.add(card);
    });
    const auto writer = filler.finish();
    if (!writer) return writer.error();
    report.restored_to_mirror += filler.records();
    return {};
}

}  // namespace baodao
