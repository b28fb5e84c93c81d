// SPDX-License-Identifier: MIT
// Reads the mirror of a store, also while a kiosk is writing it: the way for every
// read-only command. FORMAT: JOURNAL_FORMAT.md.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "domain/event/card.hpp"
#include "domain/event/event.hpp"
#include "sync/host/disk.hpp"

namespace baodao {

// What stands in the mirror, each in the order of its writing. A record may come twice after a repair,
// and then later than its successors: go by its identity. Either function may be empty.
struct MirrorVisitor {
    std::function<void(const Record&)> on_record;
    std::function<void(const SealedCard&)> on_card;
};

struct MirrorSummary {
    OriginId origin;                   // whose store it is
    std::uint64_t records = 0;         //
    std::uint64_t cards = 0;           //
    std::uint64_t bytes = 0;           // of whole frames
    std::vector<std::string> damaged;  // segments with bytes that are no frame, and where
    bool unfinished_tail = false;      // the last frame was still being written
};

// Streams every whole frame in bounded memory. Damage is passed over and told in the summary; a record whose
// hash does not hold counts as damage. not_found when there is no mirror.
[[nodiscard]] Result<MirrorSummary> read_mirror(Disk& disk, const std::string& mirror_folder,
                                                const MirrorVisitor& visitor);

}  // namespace baodao
