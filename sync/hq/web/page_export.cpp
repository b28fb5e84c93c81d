// SPDX-License-Identifier: MIT
// The ledger leaves the building only after password and code were given once more, and the audit log says
// so.
#include "sync/hq/web/audit.hpp"
#include "sync/hq/web/ledger_file.hpp"
#include "sync/hq/web/pages.hpp"
#include "sync/hq/web/service_file.hpp"

namespace baodao::hq {

namespace {

std::int32_t this_year(const Asking& asking) {
    return year_of(local_date(asking.now(), town_offset));
}

Result<Page> question(const Asking& asking) {
    const auto names = place_names(asking);
    if (!names) return names.error();
    Page page;
    page.title = asking.say("export_title");
    page.nav = "ledger";
    page.file = "export.html";
    page.view["year"] = this_year(asking);
    page.view["communities"] = Json::array();
    for (const auto& [community, place] : *names)
        page.view["communities"].push_back({{"value", community.value}, {"label", place.name}});
    return page;
}

// The sums of everybody, or each service of one community.
struct Wanted {
    std::int32_t year = 0;
    std::optional<CommunityId> community;
    [[nodiscard]] std::string name() const {
        const std::string of = community ? "services-" + std::to_string(community->value) : "ledger";
        return of + "-" + std::to_string(year) + ".csv";
    }
    [[nodiscard]] std::string about() const {
        const std::string of =
            community ? "services community=" + std::to_string(community->value) + " " : "";
        return of + "year=" + std::to_string(year);
    }
};

}  // namespace

Result<Page> export_question_page(const Asking& asking) {
    return question(asking);
}

Result<Page> export_page(const Asking& asking) {
    if (!asking.proven) {
        auto page = question(asking);
        if (!page) return page;
        page->status = 403;
        page->note = Note{asking.say("export_wrong"), true};
        return page;
    }
    const std::int64_t year = asking.form.number("year").value_or(this_year(asking));
    if (year < 2000 || year > 2200) return Error{ErrorKind::not_found, "no such year", ""};
    Wanted wanted{static_cast<std::int32_t>(year), std::nullopt};
    if (asking.form.text("what") == "services") {
        wanted.community = community_of(asking.form.text("community"));
        if (!wanted.community || !may_see(asking.user, *wanted.community))
            return Error{ErrorKind::not_found, "no such community", ""};
    }
    const auto file = wanted.community ? service_file(asking, *wanted.community, wanted.year)
                                       : ledger_file(asking, wanted.year);
    if (!file) return file.error();
    const auto noted = note_audit(asking, "export", wanted.about(), file->people);
    if (!noted) return noted.error();
    Page page;
    page.download = wanted.name();
    page.bytes = file->bytes;
    return page;
}

}  // namespace baodao::hq
