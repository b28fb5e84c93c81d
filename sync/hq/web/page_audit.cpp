// SPDX-License-Identifier: MIT
// Who looked at what (requirements §4.5).
#include "domain/base/text.hpp"
#include "sync/hq/web/audit.hpp"
#include "sync/hq/web/pages.hpp"
#include "sync/hq/web/place.hpp"

namespace baodao::hq {

namespace {

constexpr std::int64_t lines_on_page = 50;

std::string to_text(const AuditLine& line) {
    return std::to_string(line.at.value) + "." + to_hex(line.entry);
}

std::optional<AuditPlace> audit_place_from(const std::string& text) {
    const auto dot = std::min(text.find('.'), text.size());
    const auto at = Form::of("at=" + text.substr(0, dot)).number("at");
    const auto entry = id_from_hex<AuditEntry>(text.substr(std::min(dot + 1, text.size())));
    if (!at || !entry) return std::nullopt;
    return AuditPlace{{*at}, *entry};
}

}  // namespace

Result<Page> audit_page(const Asking& asking) {
    const bool newer = asking.query.has("newer");
    const auto from = audit_place_from(asking.query.text(newer ? "newer" : "older"));
    auto lines = audit_lines(asking.session, from, newer, lines_on_page + 1);
    if (!lines) return lines.error();
    const bool more = std::ssize(*lines) > lines_on_page;
    if (more) lines->erase(newer && from ? lines->begin() : lines->end() - 1);
    Page page;
    page.title = asking.say("nav_audit");
    page.subtitle = asking.say("audit_words");
    page.file = "audit.html";
    page.nav = "audit";
    page.view["lines"] = Json::array();
    for (const AuditLine& line : *lines) {
        const std::string word = "audit_" + line.what;
        page.view["lines"].push_back(
            {{"when", asking.say.day(line.at, town_offset) + " " + clock_text(line.at, town_offset)},
             {"who", line.who},
             {"what", asking.say.knows(word) ? asking.say(word) : line.what},
             {"about", line.about},
             {"names", line.names > 0 ? asking.say("audit_names", {std::to_string(line.names)}) : ""}});
    }
    page.view["none"] = lines->empty();
    if (lines->empty()) return page;
    if (newer && from ? more : from.has_value())
        page.view["previous"] = "/audit?newer=" + to_text(lines->front());
    if ((newer && from) || more) page.view["next"] = "/audit?older=" + to_text(lines->back());
    return page;
}

}  // namespace baodao::hq
