// SPDX-License-Identifier: MIT
// When events happened, as well as is known by now. All events of one boot hang on one anchor,
// so their distances are those of the monotonic clock whatever the wall clock did between them.
#pragma once

#include <map>
#include <span>

#include "domain/service/community_state.hpp"

namespace baodao {

class Timeline {
  public:
    // The anchor of a boot is clock.corrected if there is one, else the best believed event of
    // that boot among `entries` (the latest of the equally believed).
    Timeline(std::span<const Entry> entries, const CommunityState& community);

    [[nodiscard]] UtcMillis at(const Entry& entry) const;
    // Nothing better is known than a clock that was doubtful itself.
    [[nodiscard]] bool doubtful(const Entry& entry) const;

  private:
    struct Anchor {
        UtcMillis zero;  // true time at monotonic zero
        Confidence confidence = Confidence::doubtful;
        MonoMillis mono;
        EventId id;
    };
    std::map<std::pair<OriginId, BootId>, Anchor> anchors_;
};

}  // namespace baodao
