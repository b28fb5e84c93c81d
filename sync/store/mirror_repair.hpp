// SPDX-License-Identifier: MIT
// Database and mirror made equal again, in either direction.
#pragma once

#include "sync/store/recovery_report.hpp"
#include "sync/store/store.hpp"

namespace baodao {

// Puts into the database every record and card of the mirror from `from` on that it lacks, and moves
// progress along, a transaction for each few hundred: a kill in the middle costs nothing. Damaged frames are
// passed over. The last frame's records count as not confirmed.
struct Adopted {
    std::uint64_t frames = 0;   // that held something new
    std::uint64_t records = 0;  //
    bool damage = false;        // bytes that are no frame, before the end
    MirrorMark end;             // of the last whole frame
};
[[nodiscard]] Result<Adopted> adopt_from_mirror(Store& store, const JournalOptions& options, MirrorMark from);

// The segment that the mark names is there and as long as it says.
[[nodiscard]] Result<bool> mark_stands(const JournalOptions& options, const MirrorMark& mark);

// Opens the writer at the end of the mirror, without looking at what is before it.
[[nodiscard]] Status open_writer(Store& store, const JournalOptions& options, MirrorMark end);

// Writes the records that arrived after progress.mirrored into a segment of their own.
[[nodiscard]] Status catch_mirror_up(Store& store, const JournalOptions& options);

// Reads the whole mirror, takes over what the database lacks, writes what the mirror lacks into a new
// segment and puts damaged segments aside.
[[nodiscard]] Status repair_mirror(Store& store, const JournalOptions& options, RecoveryReport& report);

// Copies what can still be read of a damaged database into the mirror where that lacks it.
[[nodiscard]] Status salvage(Database& damaged, const OriginId& origin, const JournalOptions& options,
                             RecoveryReport& report);

}  // namespace baodao
