// SPDX-License-Identifier: MIT
// The journal's inside, shared by its parts (journal_*.cpp).
#pragma once

#include <sys/types.h>

#include "sync/store/ballast.hpp"
#include "sync/store/journal.hpp"
#include "sync/store/store.hpp"

namespace baodao {

class Journal::Impl {
  public:
    Impl(JournalOptions options, std::unique_ptr<DiskLock> lock);

    [[nodiscard]] Result<RecoveryReport> open_store();
    [[nodiscard]] Status close();

    [[nodiscard]] Result<std::vector<Record>> append(std::span<const Draft> drafts);
    [[nodiscard]] Result<ForeignOutcome> put_foreign(std::span<const Record> records,
                                                     std::span<const SealedCard> cards);
    // A bookkeeping change in a transaction of its own; progress is saved with it.
    [[nodiscard]] Status change(const std::function<Status(Progress&)>& body);
    [[nodiscard]] Status begin_epoch(const std::string& reason);
    [[nodiscard]] Status purge_cards(std::span<const Hash> names);
    [[nodiscard]] Status tend();

    // Error when the store failed. Every call passes here: it asserts that we are in the process that
    // opened the journal (fault 27) and not inside a visit.
    [[nodiscard]] Status usable() const;
    // Passes rows on as records whose hash holds; the first that doesn't ends it with damaged.
    [[nodiscard]] Status visit(const std::function<Status(const VisitRow&)>& rows, const Visit& visit);
    [[nodiscard]] Status each(const Selection& selection, const Visit& visit);
    [[nodiscard]] Status found_damage(Error error);

    [[nodiscard]] Result<Scrubbed> scrub(std::size_t records_max);
    [[nodiscard]] Status verify_all();
    [[nodiscard]] Status rebuild_projections();
    [[nodiscard]] Result<Hash> projections_digest();

    [[nodiscard]] Store& store() {
        BAODAO_CHECK(store_.has_value());
        return *store_;
    }
    // What is said about the log, also while the store is failed: then what was last true.
    struct Known {
        OriginId origin;
        Epoch epoch;
        std::optional<Tail> tail;
        Position last;
        Acknowledged acknowledged;
    };
    [[nodiscard]] Known known() const;
    [[nodiscard]] Health health() const;

  private:
    // One frame's worth, already numbered and hashed.
    struct Prepared {
        std::vector<Record> records;
        std::vector<IndexEntry> entries;
        std::vector<SealedCard> cards;
        bool own = true;
    };
    [[nodiscard]] Result<Prepared> prepare(std::span<const Draft> drafts) const;
    [[nodiscard]] Status write(const Prepared& prepared);
    void write_mirror(const Prepared& prepared);
    [[nodiscard]] Status commit(const Prepared& prepared);
    [[nodiscard]] Status commit_with_ballast(const Prepared& prepared);
    [[nodiscard]] Status commit_again(const Prepared& prepared, const Error& first);
    [[nodiscard]] Status check_in_place();
    void fail(const Error& error);
    void drop_store();
    [[nodiscard]] Status verify_mirror();
    [[nodiscard]] Status verify_indexes();

    JournalOptions options_;
    std::unique_ptr<DiskLock> lock_;
    Ballast ballast_;
    pid_t process_;
    std::optional<Store> store_;
    Known last_known_;
    std::optional<Error> failed_;
    std::optional<Error> last_trouble_;
    bool distrusted_ = false;
    bool visiting_ = false;
    Position scrubbed_;  // how far the running round has looked
    std::uint32_t scrubbed_segment_ = 0;
};

}  // namespace baodao
