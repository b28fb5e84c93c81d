// SPDX-License-Identifier: MIT
// A look at the newest part of the store, cheap enough for every start however long
// the log is. The rest is looked at by scrub, and by verify_all.
#pragma once

#include "sync/store/store.hpp"

namespace baodao {

inline constexpr std::int64_t tail_records = 512;
inline constexpr std::uint64_t tail_mirror_bytes = 128 << 10;
inline constexpr std::int64_t small_database_pages = 1024;  // up to 4 MiB the whole structure is checked

enum class Depth { tail, everything };

// Error damaged when a record's hash or a link of our own log's present epoch does not hold, when one is
// missing, or SQLite complains of its own file.
[[nodiscard]] Status check_database(Database& database, const Progress& progress, Depth depth);

// The links of the newest records of our own log's present epoch, back from the last one.
[[nodiscard]] Status check_own_chain(Database& database, const Progress& progress, std::int64_t records_max);

// Error damaged when the bytes before `mark` are not frames whose records the database holds too.
[[nodiscard]] Status check_mirror_tail(Database& database, const JournalOptions& options, MirrorMark mark);

}  // namespace baodao
