// SPDX-License-Identifier: MIT
// A copy of a headquarters that either engine can take in again: a folder with its keys and certificate as
// they are, and `records`, everything in the database that cannot be derived. What is derived is made anew.
//
// records: chunks of [length, 4 bytes little-endian][that many packed bytes][SHA-256 over the hash before and
// the packed bytes]; a chunk of length 0 ends it. Unpacked, a chunk is {"table":…,"rows":[[…]…]}, bytes in
// hexadecimal. A file that was cut off or changed anywhere is noticed before a row of it is used.
#pragma once

#include <filesystem>

#include "sync/host/disk.hpp"
#include "sync/hq/pool.hpp"

namespace baodao::hq {

inline constexpr const char* records_name = "records";

// As of one moment, also while kiosks write. Written beside, flushed, renamed: after an error nothing is left
// that looks like a copy. Returns the number of rows.
[[nodiscard]] Result<std::int64_t> write_records(sql::Session& session, Disk& disk, const std::string& file);
// Into tables that are empty: refused otherwise. All or nothing; then what is derived is made.
[[nodiscard]] Result<std::int64_t> read_records(sql::Session& session, Disk& disk, const std::string& file);

// The other files of a headquarters' folder, into a folder that `write_records` has written to.
[[nodiscard]] Status copy_secrets(const std::filesystem::path& from, const std::filesystem::path& to);
// A new headquarters' folder from a copy: keys, certificate, records. `store` as for `init`. refused: the
// folder or the database holds one already.
[[nodiscard]] Result<std::int64_t> restore_folder(Disk& disk, const std::filesystem::path& copy,
                                                  const std::filesystem::path& folder,
                                                  const std::string& store);

}  // namespace baodao::hq
