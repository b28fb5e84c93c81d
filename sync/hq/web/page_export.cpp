// SPDX-License-Identifier: MIT
// The ledger leaves the building only after password and code were given once more, and the audit log says
// so.
#include "sync/hq/web/audit.hpp"
#include "sync/hq/web/ledger_file.hpp"
#include "sync/hq/web/pages.hpp"

namespace baodao::hq {

namespace {

std::int32_t this_year(const Asking& asking) {
    return year_of(local_date(asking.now(), town_offset));
}

Page question(const Asking& asking) {
    Page page;
    page.title = asking.say("export_title");
    page.nav = "ledger";
    page.file = "export.html";
    page.view["year"] = this_year(asking);
    return page;
}

}  // namespace

Result<Page> export_question_page(const Asking& asking) {
    return question(asking);
}

Result<Page> export_page(const Asking& asking) {
    if (!asking.proven) {
        Page page = question(asking);
        page.status = 403;
        page.note = Note{asking.say("export_wrong"), true};
        return page;
    }
    const std::int64_t year = asking.form.number("year").value_or(this_year(asking));
    if (year < 2000 || year > 2200) return Error{ErrorKind::not_found, "no such year", ""};
    const auto file = ledger_file(asking, static_cast<std::int32_t>(year));
    if (!file) return file.error();
    const auto noted = note_audit(asking, "export", "year=" + std::to_string(year), file->people);
    if (!noted) return noted.error();
    Page page;
    page.download = "ledger-" + std::to_string(year) + ".csv";
    page.bytes = file->bytes;
    return page;
}

}  // namespace baodao::hq
