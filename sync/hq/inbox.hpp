// SPDX-License-Identifier: MIT
// What kiosks sent, byte for byte: taken whole or not at all, once however often it comes, and kept beside
// what was held under the same names when two logs claim them (faults 56–60).
#pragma once

#include <vector>

#include "sync/sql/session.hpp"
#include "sync/wire/messages.hpp"

namespace baodao::hq {

enum class Kept : std::int64_t {
    in_use = 0,
    quarantined = 1,  // its bytes are no event, or it was too much for us: the log goes on behind it
    waiting = 2,      // of a kiosk that is not approved, or revoked
};

// One chain of records as it is held.
struct HeldLog {
    OriginId origin;
    Epoch epoch;
    OriginId branch;  // the name under which it is kept: `origin`, or one derived for a fork
    Seq first;        // where it begins
    Seq seq;          // its last record, as the kiosk counts
    Hash tail;
    Hash kept_tail;
    Seq projected;  // as kept
    [[nodiscard]] bool is_fork() const { return branch != origin; }
    [[nodiscard]] LogPlace place() const { return {epoch, seq, tail}; }
};

struct Taken {
    PushOutcome outcome = PushOutcome::stored;
    LogPlace have;
    std::vector<OriginId> changed;  // branches that got new records, to be projected
    std::uint64_t stored = 0;       // records that are new
};

// Inside a transaction that holds the kiosk's row. Stores records and cards as `state`.
[[nodiscard]] Result<Taken> take_run(sql::Session& session, const Run& run, Kept state, UtcMillis now);

// Where this kiosk's log stands here, given what it believes.
[[nodiscard]] Result<LogPlace> held_place(sql::Session& session, const OriginId& origin,
                                          const LogPlace& acked);

[[nodiscard]] Result<std::vector<HeldLog>> held_logs(sql::Session& session, const OriginId& origin);
// Under the name that it is kept by.
[[nodiscard]] Result<std::vector<Record>> kept_records(sql::Session& session, const OriginId& branch,
                                                       Epoch epoch, Seq after, std::size_t records_max);

[[nodiscard]] Status note_attention(sql::Session& session, const EventId& event, std::string_view word,
                                    UtcMillis now);

// A column list that record_of understands.
inline constexpr std::string_view record_columns = "origin,epoch,seq,prev,hash,bytes";
[[nodiscard]] Record record_of(const sql::Row& row);

}  // namespace baodao::hq
