// SPDX-License-Identifier: MIT
#include "sync/hq/web/report_command.hpp"

#include "sync/hq/web/audit.hpp"
#include "sync/hq/web/ledger_file.hpp"
#include "sync/hq/web/place.hpp"

namespace baodao::hq {

Result<Json> run_report(const Json& request, Pool& pool, const HqKeys& keys, UtcMillis now, Random& random) {
    const std::int64_t year = integer_at(request, "year").value_or(year_of(local_date(now, town_offset)));
    if (year < 2000 || year > 2200)
        return Error{ErrorKind::bad_input, "this is not a year", std::to_string(year)};
    return pool.with<Json>([&](sql::Session& session) -> Result<Json> {
        const User user{"baodao-hq report", 0, Role::town, "", true};
        const Speech say(Tongue::zh);
        const ClockReading clock{now, {}, {}};
        const std::string nothing;
        const Asking asking{session, user,    say,   {},   {},      {},      nullptr, nothing,
                            true,    nothing, clock, keys, nothing, nothing, random};
        const auto file = ledger_file(asking, static_cast<std::int32_t>(year));
        if (!file) return file.error();
        const auto noted = note_audit(asking, "export", "year=" + std::to_string(year), file->people);
        if (!noted) return noted.error();
        return Json{{"csv", file->bytes}, {"people", file->people}};
    });
}

}  // namespace baodao::hq
