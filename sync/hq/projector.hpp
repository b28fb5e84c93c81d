// SPDX-License-Identifier: MIT
// From what was taken in to what is read: who hosts whom, each community's feed. Idempotent and restartable:
// each step is one transaction that moves the log's own mark.
#pragma once

#include <set>

#include "sync/hq/inbox.hpp"

namespace baodao::hq {

struct LogName {
    OriginId origin;
    Epoch epoch;
    OriginId branch;
};

inline constexpr std::size_t projected_at_once = 500;

// The next records of one log. Returns how many; 0: it is up to date.
[[nodiscard]] Result<std::size_t> project_some(sql::Session& session, const LogName& log);
// Logs with records that were not looked at yet: asked for once at the start.
[[nodiscard]] Result<std::vector<LogName>> logs_behind(sql::Session& session);
// Until nothing is left.
[[nodiscard]] Status project_all(sql::Session& session);
// Everything that was projected is dropped and made again from the inbox (fault 88). Revisions go on rising,
// so that kiosks' cursors stay good.
[[nodiscard]] Status rebuild(sql::Session& session);

// Whole revisions after `from`, or from the first one when that cursor is not one of ours, within the bounds
// of one page; cards of that community's own events with them. Events of `reader`'s own log are left out.
struct FeedPage {
    FeedCursor to;
    bool more = false;
    Batch news;
};
[[nodiscard]] Result<FeedPage> feed_after(sql::Session& session, CommunityId community, FeedCursor from,
                                          const OriginId& reader);

}  // namespace baodao::hq
