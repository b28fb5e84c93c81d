// SPDX-License-Identifier: MIT
// Who looked at what (requirements §4.5).
#include "sync/hq/web/audit.hpp"
#include "sync/hq/web/pages.hpp"
#include "sync/hq/web/place.hpp"

namespace baodao::hq {

namespace {

constexpr std::int64_t lines_on_page = 50;

}  // namespace

Result<Page> audit_page(const Asking& asking) {
    const std::int64_t number =
        std::clamp<std::int64_t>(asking.query.number("page").value_or(1), 1, 1'000'000);
    const auto lines = audit_lines(asking.session, (number - 1) * lines_on_page, lines_on_page + 1);
    if (!lines) return lines.error();
    Page page;
    page.title = asking.say("nav_audit");
    page.subtitle = asking.say("audit_words");
    page.file = "audit.html";
    page.nav = "audit";
    page.view["lines"] = Json::array();
    for (const AuditLine& line : *lines) {
        if (page.view["lines"].size() == lines_on_page) break;
        const std::string word = "audit_" + line.what;
        page.view["lines"].push_back(
            {{"when", asking.say.day(line.at, town_offset) + " " + clock_text(line.at, town_offset)},
             {"who", line.who},
             {"what", asking.say.knows(word) ? asking.say(word) : line.what},
             {"about", line.about},
             {"names", line.names > 0 ? asking.say("audit_names", {std::to_string(line.names)}) : ""}});
    }
    page.view["none"] = lines->empty();
    if (number > 1) page.view["previous"] = "/audit?page=" + std::to_string(number - 1);
    if (std::ssize(*lines) > lines_on_page) page.view["next"] = "/audit?page=" + std::to_string(number + 1);
    return page;
}

}  // namespace baodao::hq
