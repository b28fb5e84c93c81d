// SPDX-License-Identifier: MIT
#include "domain/service/timeline.hpp"

#include <tuple>

namespace baodao {

namespace {

// An origin without a monotonic clock writes no boot; its events stand on their own estimates.
bool has_boot(const Entry& entry) {
    return entry.event.at.boot != BootId{};
}

int belief(Confidence confidence) {
    return confidence == Confidence::confirmed ? 2 : confidence == Confidence::free_running ? 1 : 0;
}

}  // namespace

Timeline::Timeline(std::span<const Entry> entries, const CommunityState& community) {
    for (const Entry& entry : entries) {
        if (!has_boot(entry)) continue;
        const EventTime& time = entry.event.at;
        if (const auto zero = community.corrected_zero(entry.id.origin, time.boot)) {
            anchors_[{entry.id.origin, time.boot}] = {*zero, Confidence::confirmed, {}, {}};
            continue;
        }
        const Anchor own{time.estimated() - time.mono.value, time.confidence, time.mono, entry.id};
        const auto [place, fresh] = anchors_.try_emplace({entry.id.origin, time.boot}, own);
        Anchor& held = place->second;
        const auto rank = [](const Anchor& a) { return std::tuple(belief(a.confidence), a.mono, a.id); };
        if (!fresh && rank(held) < rank(own)) held = own;
    }
}

UtcMillis Timeline::at(const Entry& entry) const {
    const EventTime& time = entry.event.at;
    const auto anchor = anchors_.find({entry.id.origin, time.boot});
    return anchor == anchors_.end() ? time.estimated() : anchor->second.zero + time.mono.value;
}

bool Timeline::doubtful(const Entry& entry) const {
    const auto anchor = anchors_.find({entry.id.origin, entry.event.at.boot});
    const Confidence confidence =
        anchor == anchors_.end() ? entry.event.at.confidence : anchor->second.confidence;
    return confidence == Confidence::doubtful;
}

}  // namespace baodao
