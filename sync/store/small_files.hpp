// SPDX-License-Identifier: MIT
// The small files beside the log: whose it is, how often it was started, what was
// put aside. Each is replaced whole or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "domain/base/clock.hpp"
#include "domain/event/event.hpp"
#include "sync/host/disk.hpp"

namespace baodao {

// Written beside, made durable, renamed over.
[[nodiscard]] Status replace_file(Disk& disk, const std::string& folder, const std::string& name,
                                  std::string_view bytes);

// Evidence, apart from database and mirror, that a store was here: without it an emptied folder would look
// like a new kiosk. "baodao origin <32 hex> epoch <n>".
struct OriginFile {
    OriginId origin;
    Epoch epoch;
    friend bool operator==(const OriginFile&, const OriginFile&) = default;
};
// nullopt: there is none, or it cannot be read as one.
[[nodiscard]] std::optional<OriginFile> read_origin_file(Disk& disk, const std::string& folder);
[[nodiscard]] Status write_origin_file(Disk& disk, const std::string& folder, const OriginFile& content);

// Present: damage was read, the next open looks at everything.
[[nodiscard]] bool is_distrusted(Disk& disk, const std::string& folder);
[[nodiscard]] Status distrust(Disk& disk, const std::string& folder);
[[nodiscard]] Status trust_again(Disk& disk, const std::string& folder);

inline constexpr std::size_t crash_loop_starts = 10;
inline constexpr std::int64_t crash_loop_ms = ms_per_minute;

// Notes this start; true when it is the tenth within a minute (fault 28). Goes by the monotonic clock of
// one boot. What cannot be read or written counts as no loop: it must never prevent a start.
[[nodiscard]] bool note_start(Disk& disk, const std::string& folder, const ClockReading& now);

// Renames a damaged file to "<name>.damaged-<utc>" and gives the new name; tries numbers when that is taken.
[[nodiscard]] Result<std::string> put_aside(Disk& disk, const std::string& folder, const std::string& name,
                                            UtcMillis now);

}  // namespace baodao
