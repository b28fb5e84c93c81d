// SPDX-License-Identifier: MIT
#include "sync/worker/log_side.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "sync/worker/hq_keys.hpp"

namespace baodao {

namespace {

constexpr std::size_t cursor_bytes_max = 64;
constexpr std::size_t slice_items = 128;  // records or cards that one commit takes in

std::filesystem::path cursor_path(const std::filesystem::path& folder) {
    return folder / "news-cursor";
}

// A cursor that cannot be read is the beginning: what comes again is known.
FeedCursor read_cursor(const std::filesystem::path& folder) {
    const auto text = read_file(cursor_path(folder), cursor_bytes_max);
    if (!text) return {};
    FeedCursor cursor;
    const char* end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data(), end, cursor.revision);
    const auto tag = from_hex64(trim({stop, static_cast<std::size_t>(end - stop)}));
    if (error != std::errc() || !tag) return {};
    cursor.tag = *tag;
    return cursor;
}

Status write_cursor(const std::filesystem::path& folder, const FeedCursor& cursor) {
    return write_file_atomic(cursor_path(folder),
                             std::to_string(cursor.revision) + " " + to_hex64(cursor.tag) + "\n");
}

Acknowledged as_acknowledged(const LogPlace& place) {
    return {place.epoch, place.seq, place.tail};
}

class LogSide {
  public:
    LogSide(Journal& journal, const std::filesystem::path& folder, const Clock& clock, const Taken& taken)
        : journal_(journal), folder_(folder), clock_(clock), taken_(taken) {}

    Tell operator()(const ask::LookAtLog& wish) const {
        LogView view;
        const Acknowledged acked = journal_.acknowledged();
        view.acked = {acked.epoch, acked.seq, acked.tail};
        view.epoch = journal_.epoch();
        if (const auto last = journal_.last_own(); last && last->epoch == view.epoch) view.last = last->seq;
        const auto waits = journal_.outbox_count();
        if (!waits) return tell::LocalTrouble{};
        view.waits = *waits;
        view.cursor = read_cursor(folder_);
        view.wall = clock_.now().wall;
        for (const HqKeysHeld& held : hq_keys_held(folder_)) {
            if (held.by.answers == wish.answers) view.key_set = held.version.value;
        }
        return tell::Log{view};
    }

    Tell operator()(const ask::Acknowledge& wish) const {
        const auto done = journal_.acknowledge(as_acknowledged(wish.place));
        if (done) return tell::Acknowledged::done;
        if (done.error().kind == ErrorKind::not_found) return tell::Acknowledged::ahead;
        if (done.error().kind == ErrorKind::damaged) return tell::Acknowledged::other;
        return tell::LocalTrouble{};
    }

    Tell operator()(const ask::ReadOutbox& wish) const {
        auto records = journal_.outbox(wish.records_max, push_plain_bytes_max / 2);
        if (!records) return tell::LocalTrouble{};
        // One run is of one epoch.
        const auto other = std::find_if(records->begin(), records->end(), [&](const Record& record) {
            return record.id.epoch != records->front().id.epoch;
        });
        records->erase(other, records->end());
        tell::Outbox outbox;
        std::size_t card_bytes = 0;
        for (Record& record : *records) {
            if (auto card = card_of(record)) {
                card_bytes += card->bytes.size();
                // The first one always goes, or a large one would never.
                if (!outbox.run.records.empty() && card_bytes > push_plain_bytes_max / 2) break;
                outbox.run.cards.push_back(std::move(*card));
            }
            outbox.run.records.push_back(std::move(record));
        }
        return outbox;
    }

    Tell operator()(const ask::TakeNews& wish) const {
        for (const ask::TakeNews& slice : in_slices(wish)) {
            const Batch& news = slice.news;
            const auto stored = journal_.put_foreign(news.records, news.cards);
            if (!stored) return tell::LocalTrouble{};
            if (!taken_) continue;
            for (const Record& record : news.records) {
                // Another log's record under a name that is held: not what stands here.
                const bool forked = std::ranges::find(stored->forked, record.id) != stored->forked.end();
                if (!forked) taken_(record);
            }
        }
        if (wish.cursor) {
            const auto kept = write_cursor(folder_, *wish.cursor);
            if (!kept) return tell::LocalTrouble{};
        }
        return tell::NewsTaken{};
    }

    Tell operator()(const ask::TakeKeys& wish) const {
        const auto taken = take_hq_keys(folder_, {wish.answers, wish.root}, as_bytes(wish.key_set));
        if (taken) return tell::KeysTaken{true};
        const ErrorKind why = taken.error().kind;
        if (why == ErrorKind::refused || why == ErrorKind::damaged || why == ErrorKind::unsupported)
            return tell::KeysTaken{false};
        return tell::LocalTrouble{};
    }

    Tell operator()(const ask::BeginEpoch& wish) const {
        if (const auto begun = journal_.begin_epoch(wish.why); !begun) return tell::LocalTrouble{};
        return tell::EpochBegun{};
    }

    Tell operator()(const ask::WipeCards&) const {
        std::vector<Hash> names;
        const auto read = journal_.for_each(select::Everything{}, [&](const Record& record) {
            const auto event = event_from_bytes(record.bytes);
            if (event && event->card) names.push_back(*event->card);
            return Step::go_on;
        });
        if (!read || !journal_.purge_cards(names)) return tell::LocalTrouble{};
        return tell::CardsWiped{};
    }

    Tell operator()(const ask::Wait&) const { BAODAO_CHECK(false); }
    Tell operator()(const ask::Send&) const { BAODAO_CHECK(false); }

  private:
    // Purged cards stay away; so do those of bytes that nobody can read.
    [[nodiscard]] std::optional<SealedCard> card_of(const Record& record) const {
        const auto event = event_from_bytes(record.bytes);
        if (!event || !event->card) return std::nullopt;
        auto card = journal_.card(*event->card);
        if (!card) return std::nullopt;
        return std::move(*card);
    }

    Journal& journal_;
    const std::filesystem::path& folder_;
    const Clock& clock_;
    const Taken& taken_;
};

}  // namespace

Tell do_on_log(const Ask& wish, Journal& journal, const std::filesystem::path& folder, const Clock& clock,
               const Taken& taken) {
    return std::visit(LogSide(journal, folder, clock, taken), wish);
}

std::vector<ask::TakeNews> in_slices(ask::TakeNews news) {
    std::vector<ask::TakeNews> slices;
    const auto cut = [&](auto& all, auto Batch::*part) {
        for (std::size_t at = 0; at < all.size(); at += slice_items) {
            ask::TakeNews slice;
            const auto end = std::min(all.size(), at + slice_items);
            (slice.news.*part)
                .assign(std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(at)),
                        std::make_move_iterator(all.begin() + static_cast<std::ptrdiff_t>(end)));
            slices.push_back(std::move(slice));
        }
    };
    // Names first: whoever a record is about can be called by hers at once.
    cut(news.news.cards, &Batch::cards);
    cut(news.news.records, &Batch::records);
    if (slices.empty()) slices.emplace_back();
    slices.back().cursor = news.cursor;
    return slices;
}

}  // namespace baodao
