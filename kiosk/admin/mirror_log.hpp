// SPDX-License-Identifier: MIT
// The whole log as the mirror holds it: what read-only commands work on, also while a kiosk runs.
#pragma once

#include <filesystem>
#include <map>
#include <vector>

#include "domain/event/kinds_subjects.hpp"
#include "sync/store/mirror_reader.hpp"

namespace baodao::admin {

struct MirrorLog {
    std::vector<Record> records;  // by (origin, epoch, seq), each once
    std::map<Hash, SealedCard> cards;
    MirrorSummary summary;

    // Positions in `records` by index key; community-level events under no key.
    std::map<std::uint64_t, std::vector<std::size_t>> about;
    std::vector<std::size_t> community_level;
};

// not_found when there is no mirror. Damage is in the summary.
[[nodiscard]] Result<MirrorLog> read_mirror_log(const std::filesystem::path& data_folder);

}  // namespace baodao::admin
