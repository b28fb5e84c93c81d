// SPDX-License-Identifier: MIT
#include "kiosk/admin/mirror_log.hpp"

#include <algorithm>

#include "sync/host/system_disk.hpp"

namespace baodao::admin {

Result<MirrorLog> read_mirror_log(const std::filesystem::path& data_folder) {
    MirrorLog log;
    MirrorVisitor visitor;
    visitor.on_record = [&](const Record& record) { log.records.push_back(record); };
    visitor.on_card = [&](const SealedCard& card) { log.cards.emplace(card.name, card); };
    SystemDisk disk;
    auto summary = read_mirror(disk, (data_folder / "mirror").string(), visitor);
    if (!summary) return summary.error();
    log.summary = std::move(summary).value();

    const auto by_id = [](const Record& a, const Record& b) { return a.id < b.id; };
    const auto same_id = [](const Record& a, const Record& b) { return a.id == b.id; };
    std::stable_sort(log.records.begin(), log.records.end(), by_id);
    log.records.erase(std::unique(log.records.begin(), log.records.end(), same_id), log.records.end());

    for (std::size_t i = 0; i < log.records.size(); ++i) {
        const auto entry = entry_from(log.records[i]);
        if (!entry) continue;
        const auto subjects = subjects_of(entry->event);
        for (const std::uint64_t subject : subjects) log.about[subject].push_back(i);
        if (subjects.empty()) log.community_level.push_back(i);
    }
    return log;
}

}  // namespace baodao::admin
