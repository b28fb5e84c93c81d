// SPDX-License-Identifier: MIT
#include "sync/hq/web/audit.hpp"

#include <algorithm>

namespace baodao::hq {

#define LINES "SELECT at_ms,who,what,about,names,entry FROM audit"

Status note_audit(sql::Session& session, const AuditLine& line, Random& random) {
    const auto written =
        session.run("INSERT INTO audit(at_ms,entry,who,what,about,names) VALUES (?,?,?,?,?,?)",
                    {line.at, random.draw<AuditEntry>(), line.who, line.what, line.about, line.names});
    return written ? Status{} : Status{written.error()};
}

Status note_audit(const Asking& asking, std::string_view what, const std::string& about, std::int64_t names) {
    return note_audit(asking.session, {asking.now(), asking.user.name, std::string(what), about, names},
                      asking.random);
}

Result<std::vector<AuditLine>> audit_lines(sql::Session& session, const std::optional<AuditPlace>& from,
                                           bool newer, std::int64_t count) {
    std::vector<AuditLine> out;
    const auto take = [&](const sql::Row& row) {
        out.push_back(
            {{row.integer(0)}, row.text(1), row.text(2), row.text(3), row.integer(4), row.id<AuditEntry>(5)});
        return Status{};
    };
    const auto read =
        !from   ? session.query(LINES " ORDER BY at_ms DESC,entry DESC LIMIT ?", {count}, take)
        : newer ? session.query(LINES " WHERE (at_ms,entry)>(?,?) ORDER BY at_ms,entry LIMIT ?",
                                {from->at, from->entry, count}, take)
                : session.query(LINES " WHERE (at_ms,entry)<(?,?) ORDER BY at_ms DESC,entry DESC LIMIT ?",
                                {from->at, from->entry, count}, take);
    if (!read) return read.error();
    if (from && newer) std::ranges::reverse(out);
    return out;
}

}  // namespace baodao::hq
