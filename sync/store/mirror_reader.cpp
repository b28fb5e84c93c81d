// SPDX-License-Identifier: MIT
#include "sync/store/mirror_reader.hpp"

#include "sync/store/segments.hpp"

namespace baodao {

namespace {

void tell_gap(MirrorSummary& summary, std::uint32_t number, const Gap& gap) {
    summary.damaged.push_back(segment_name(number) + ": bytes " + std::to_string(gap.from) + " to " +
                              std::to_string(gap.to));
}

}  // namespace

Result<MirrorSummary> read_mirror(Disk& disk, const std::string& mirror_folder,
                                  const MirrorVisitor& visitor) {
    const auto numbers = list_segments(disk, mirror_folder);
    if (!numbers) return numbers.error();
    if (numbers->empty()) return Error{ErrorKind::not_found, "there is no mirror here", mirror_folder};

    MirrorSummary summary;
    for (const std::uint32_t number : *numbers) {
        const auto on_batch = [&](const FrameView& frame, const Batch& batch) {
            summary.bytes += frame.end() - frame.offset;
            summary.records += batch.records.size();
            summary.cards += batch.cards.size();
            for (const SealedCard& card : batch.cards) {
                if (visitor.on_card) visitor.on_card(card);
            }
            for (const Record& record : batch.records) {
                if (visitor.on_record) visitor.on_record(record);
            }
        };
        const auto walk = walk_segment(disk, mirror_folder, number, 0, on_batch);
        if (!walk) return walk.error();
        if (walk->head) summary.origin = walk->head->origin;
        for (const Gap& gap : walk->frames.gaps) {
            const bool at_the_end =
                number == numbers->back() && gap.to == walk->size && gap.from == walk->frames.good_end;
            if (at_the_end) {
                summary.unfinished_tail = true;
            } else {
                tell_gap(summary, number, gap);
            }
        }
    }
    return summary;
}

}  // namespace baodao
