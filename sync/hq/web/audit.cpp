// SPDX-License-Identifier: MIT
#include "sync/hq/web/audit.hpp"

namespace baodao::hq {

namespace {

using AuditEntry = Bytes<struct AuditEntryTag, 8>;

}  // namespace

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

Result<std::vector<AuditLine>> audit_lines(sql::Session& session, std::int64_t from, std::int64_t count) {
    std::vector<AuditLine> out;
    const auto read = session.query(
        "SELECT at_ms,who,what,about,names FROM audit ORDER BY at_ms DESC, entry LIMIT ? OFFSET ?",
        {count, from}, [&](const sql::Row& row) {
            out.push_back({{row.integer(0)}, row.text(1), row.text(2), row.text(3), row.integer(4)});
            return Status{};
        });
    if (!read) return read.error();
    return out;
}

}  // namespace baodao::hq
