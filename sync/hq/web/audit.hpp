// SPDX-License-Identifier: MIT
// Who looked at names, exported, answered or changed something on the pages, and when (requirements §4.5).
#pragma once

#include <string>
#include <vector>

#include "sync/hq/web/page.hpp"

namespace baodao::hq {

using AuditEntry = Bytes<struct AuditEntryTag, 8>;

// Where a line stands: drawn numbers order those of one millisecond.
struct AuditPlace {
    UtcMillis at;
    AuditEntry entry;
};

struct AuditLine {
    UtcMillis at;
    std::string who;
    std::string what;        // a word of ours: "member", "export" …
    std::string about;       // a number, a filter: never a name
    std::int64_t names = 0;  // full names that were shown
    AuditEntry entry = {};   // of a line that was read
};

// Written before the page is shown: what cannot be noted is not shown.
[[nodiscard]] Status note_audit(const Asking& asking, std::string_view what, const std::string& about,
                                std::int64_t names = 0);
[[nodiscard]] Status note_audit(sql::Session& session, const AuditLine& line, Random& random);
// Newest first: the newest of all, those older than `from`, or those right before it.
[[nodiscard]] Result<std::vector<AuditLine>> audit_lines(sql::Session& session,
                                                         const std::optional<AuditPlace>& from, bool newer,
                                                         std::int64_t count);

}  // namespace baodao::hq
