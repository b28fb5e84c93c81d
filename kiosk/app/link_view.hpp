// SPDX-License-Identifier: MIT
// How this window stands with headquarters, as the screens say it: no host, no status code.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sync/worker/join_state.hpp"

namespace baodao {

enum class NetworkState { online, offline };

// What staff can do something about; each has its words on the staff side.
enum class LinkState {
    alone,     // this window belongs to no headquarters
    good,      // or merely without a line just now
    waiting,   // headquarters has to approve this window first
    revoked,   // headquarters took it out of use: its records still go up
    unknown,   // headquarters does not know this window, or something else answers in its place
    outdated,  // this program must be brought up to date first
};

struct LinkView {
    LinkState state = LinkState::alone;
    std::int64_t unreported = 0;  // 待上报: recorded here, not confirmed by headquarters
    std::optional<std::int64_t>
        offline_hours;                // since headquarters was last heard; nothing: in contact, or never
    Joining joining = Joining::none;  // with the invitation that was read last
    std::string digits = {};          // of waiting: to be compared with headquarters
};

}  // namespace baodao
