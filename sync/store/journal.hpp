// SPDX-License-Identifier: MIT
// The kiosk's log: every event twice on disk (database and mirror) before append returns.
// FORMAT: JOURNAL_FORMAT.md. What append confirmed is there exactly once after any crash (faults 1–31).
//
// One thread owns a Journal and is the only one to call it. Other processes read the mirror
// (mirror_reader.hpp): the database is locked while a Journal is open. A Journal does not survive fork.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/base/clock.hpp"
#include "domain/base/random.hpp"
#include "domain/event/card.hpp"
#include "domain/event/event.hpp"
#include "sync/host/disk.hpp"
#include "sync/store/recovery_report.hpp"
#include "sync/store/selection.hpp"

namespace baodao {

enum class OpenMode {
    existing,  // not_found when there is no store; damaged when an origin is there and its records are not
    create,    // makes a store where there is nothing; opens the one that is there
    restart_empty,  // staff decided to go on although all records are gone: same origin, new epoch
};

struct JournalOptions {
    std::string data_folder;
    std::string mirror_folder;  // on a second medium if there is one; empty: <data_folder>/mirror
    OpenMode mode = OpenMode::existing;
    std::uint64_t ballast_bytes = 8 << 20;  // room kept back for a full disk; 0: none
    UtcOffset day_offset;                   // for select::OnDays
    Indexer indexer;                        // required
    // Borrowed for the journal's lifetime; required.
    Disk* disk = nullptr;
    const Clock* clock = nullptr;  // names of files put aside, the crash-loop counter
    Random* random = nullptr;      // draws the origin, once
    std::string vfs;               // SQLite VFS that matches `disk`; empty: the system's
};

// An event to be appended with the cards that lie beside it.
struct Draft {
    Event event;
    std::vector<SealedCard> cards;
};

inline constexpr std::size_t batch_drafts_max = 4096;
inline constexpr std::size_t batch_bytes_max = 16 << 20;

struct Health {
    std::optional<Error> failed;         // nothing is written until reopen() succeeds: red
    std::optional<Error> mirror_behind;  // recorded in the database only: amber; repaired by tend()
    bool distrusted = false;             // damage was read; the next open verifies everything: amber
    bool ballast_spent = false;          // the disk was full: amber; made again by tend()
    std::optional<Error> last_trouble;   // a write that succeeded only at the second try
};

// How far HQ has our own log.
struct Acknowledged {
    Epoch epoch;  // 0: nothing yet
    Seq seq;
    Hash tail;
    friend bool operator==(const Acknowledged&, const Acknowledged&) = default;
};

// What came of a pulled segment.
struct ForeignOutcome {
    std::uint64_t stored = 0;
    std::uint64_t known = 0;  // had them already, same bytes
    std::vector<EventId>
        forked;  // other bytes under a name that we have: alarm; ours stay, theirs go to quarantine
};

struct Scrubbed {
    std::uint64_t records = 0;  // looked at in this call
    bool complete = false;      // a whole round ended with this call
};

struct OpenedJournal;

class Journal {
  public:
    // busy: another process has it. unsupported: written by a newer version. not_found, damaged: see
    // OpenMode. Everything that can be repaired has been repaired and is in the report.
    [[nodiscard]] static Result<OpenedJournal> open(JournalOptions options);

    Journal(Journal&&) noexcept;
    Journal& operator=(Journal&&) noexcept;
    ~Journal();  // without close(): like a power cut, only gentler

    // Marks the run as ended properly and folds the write-ahead log in.
    [[nodiscard]] Status close();

    // ── Writing ──
    // Returns only when mirror and database hold it. A failing commit is tried once more after the store was
    // reopened and checked, with the same identity and bytes. After an error nothing is claimed, and
    // nothing is written until reopen() succeeded; if the event reappears then, it is in unconfirmed().
    // full: no room even without the ballast.
    [[nodiscard]] Result<Record> append(Event event, std::vector<SealedCard> cards = {});
    // All of them or none, in this order.
    [[nodiscard]] Result<std::vector<Record>> append(std::span<const Draft> drafts);
    // Records of other origins, each with its hash already inside. Chains and signatures over a feed are the
    // caller's to check; hashes are checked here. Own-origin records are taken as well (our own tail, from
    // HQ).
    [[nodiscard]] Result<ForeignOutcome> put_foreign(std::span<const Record> records,
                                                     std::span<const SealedCard> cards);
    [[nodiscard]] Result<RecoveryReport> reopen();

    // ── Reading ── every record's hash is checked; damaged when it does not hold.
    // origin, epoch, last_own, count, health, acknowledged: also while the store is failed, with what was
    // last true.
    [[nodiscard]] OriginId origin() const;
    [[nodiscard]] Epoch epoch() const;  // that the next record carries
    [[nodiscard]] std::optional<EventId> last_own() const;
    [[nodiscard]] std::uint64_t count() const;  // records of all origins
    [[nodiscard]] Health health() const;
    [[nodiscard]] Result<Record> record(const EventId& id);  // not_found
    // `visit` must not call the journal.
    [[nodiscard]] Status for_each(const Selection& selection, const Visit& visit);
    [[nodiscard]] Result<std::vector<Record>> records_about(std::span<const SubjectKey> subjects);
    // Our own, newest first: shown after a restart.
    [[nodiscard]] Result<std::vector<Record>> last_records(std::size_t n);
    [[nodiscard]] Result<SealedCard> card(const Hash& name);  // not_found
    // The names stay in the events, the chain holds; gone from database and mirror.
    [[nodiscard]] Status purge_cards(std::span<const Hash> names);

    // Own records that no append confirmed: the power failed or the commit did. Staff settle each, with or
    // without voiding it by an event.
    [[nodiscard]] Result<std::vector<Record>> unconfirmed();
    [[nodiscard]] Status settle(const EventId& id);

    // ── Sending ──
    // Own records after what HQ acknowledged, oldest first.
    [[nodiscard]] Result<std::vector<Record>> outbox(std::size_t records_max, std::size_t bytes_max);
    [[nodiscard]] Result<std::uint64_t> outbox_count();
    [[nodiscard]] Acknowledged acknowledged() const;
    // Also backwards, when HQ was restored from a backup. damaged: HQ holds other bytes under our name
    // (fork). not_found: HQ has more of our log than we do; then begin_epoch() and pull our own tail.
    [[nodiscard]] Status acknowledge(const Acknowledged& by_hq);
    // From now on our records carry the next epoch.
    [[nodiscard]] Status begin_epoch(const std::string& reason);

    // ── Care ──
    // Called when idle: mends the mirror, makes the ballast again, notes that the last records were seen.
    [[nodiscard]] Status tend();
    // Looks at the next records in database and mirror. damaged: found something; the next open repairs it.
    [[nodiscard]] Result<Scrubbed> scrub(std::size_t records_max);
    // Everything: every record, every link, every frame, every index.
    [[nodiscard]] Status verify_all();
    // Drops the indexes and makes them again from the records; the same content for the same records.
    [[nodiscard]] Status rebuild_projections();
    // SHA-256 over all index rows in order.
    [[nodiscard]] Result<Hash> projections_digest();

  private:
    class Impl;
    explicit Journal(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

struct OpenedJournal {
    Journal journal;
    RecoveryReport report;
};

}  // namespace baodao
