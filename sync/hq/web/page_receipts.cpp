// SPDX-License-Identifier: MIT
// 回执单 that came back to the agency (备案, policy R7): ticked on the list, or by the code that stands on
// the paper, typed or read by a hand scanner.
#include "domain/base/text.hpp"
#include "domain/event/kinds_receipt.hpp"
#include "domain/slip/short_code.hpp"
#include "domain/slip/slip.hpp"
#include "sync/hq/own_log.hpp"
#include "sync/hq/web/audit.hpp"
#include "sync/hq/web/figures.hpp"
#include "sync/hq/web/pages.hpp"

namespace baodao::hq {

namespace {

constexpr std::int64_t rows_on_page = 40;  // each is a field of the form

std::int32_t this_year(const Asking& asking) {
    return year_of(local_date(asking.now(), town_offset));
}

bool shows_filed(const Form& query) {
    return query.text("show") == "filed";
}

std::string address_of(const Form& query) {
    std::string out = "/receipts?show=" + std::string(shows_filed(query) ? "filed" : "unfiled");
    if (const auto branch = query.number("branch")) out += "&branch=" + std::to_string(*branch);
    return out;
}

std::string field_of(const PersonRow& row) {
    return "tick." + std::to_string(row.community.value) + "." + to_hex64(row.person);
}

Json receipt_rows(const Asking& asking, const PeoplePage& people, std::map<CommunityId, PlaceNames>& names) {
    Json rows = Json::array();
    for (const PersonRow& row : people.rows) {
        const UtcOffset offset = names[row.community].offset;
        const std::int32_t days =
            local_date(asking.now(), offset).days - local_date(row.registered_at, offset).days;
        rows.push_back({{"field", field_of(row)},
                        {"name", row.name.empty() ? asking.say("no_card") : row.name},
                        {"number", row.number},
                        {"branch", row.branch.empty() ? row.agency : row.branch},
                        {"community", names[row.community].name},
                        {"registered", asking.say.day(row.registered_at, offset)},
                        {"days", asking.say("days_waiting", {std::to_string(days)})}});
    }
    return rows;
}

Result<Json> branch_options(const Asking& asking) {
    const auto branches = sums_by_branch(asking);
    if (!branches) return branches.error();
    const auto chosen = asking.query.number("branch");
    Json out = Json::array();
    for (const BranchSums& branch : *branches)
        out.push_back({{"value", branch.branch},
                       {"label", branch_title(branch, asking.say)},
                       {"chosen", chosen == branch.branch}});
    return out;
}

Result<Page> receipts_with(const Asking& asking, std::optional<Note> note) {
    PeopleFilter filter;
    filter.branch = asking.query.number("branch");
    filter.show = shows_filed(asking.query) ? Show::filed : Show::unfiled;
    const bool backwards = asking.query.has("before");
    const Turn turn{person_place_from(asking.query.text(backwards ? "before" : "after")), backwards,
                    rows_on_page};
    const auto people = list_people(asking, filter, this_year(asking), turn);
    if (!people) return people.error();
    const auto noted = note_audit(asking, "receipts", "", std::ssize(people->rows));
    if (!noted) return noted.error();
    auto names = place_names(asking);
    if (!names) return names.error();
    const auto branches = branch_options(asking);
    if (!branches) return branches.error();
    Page page;
    page.title = asking.say("nav_receipts");
    page.subtitle = asking.say("receipts_words");
    page.nav = "receipts";
    page.file = "receipts.html";
    page.note = std::move(note);
    page.view["rows"] = receipt_rows(asking, *people, *names);
    page.view["none"] = people->rows.empty();
    page.view["filed"] = shows_filed(asking.query);
    page.view["all"] = asking.say("people", {grouped(people->all)});
    page.view["branches"] = *branches;
    const std::string address = address_of(asking.query);
    page.view["back"] = address;
    if (people->more_before && !people->rows.empty())
        page.view["previous"] = address + "&before=" + url_encoded(to_text(place_of(people->rows.front())));
    if (people->more_after && !people->rows.empty())
        page.view["next"] = address + "&after=" + url_encoded(to_text(place_of(people->rows.back())));
    return page;
}

UndatedEvent filed_event(const PersonRow& row, std::optional<SlipSerial> receipt, const char* how,
                         bool back) {
    UndatedEvent event;
    event.event.kind = ReceiptFiled::kind;
    event.event.body = to_body(ReceiptFiled{{row.serial, std::nullopt}, receipt, how, back});
    return event;
}

// The rows that were ticked, as far as the visitor may see them and they stand as the page showed them.
Result<std::vector<PersonRow>> ticked(const Asking& asking, bool filed) {
    std::vector<PersonRow> out;
    for (const std::string& name : asking.form.names()) {
        if (!name.starts_with("tick.")) continue;
        const auto dot = name.find('.', 5);
        if (dot == std::string::npos) continue;
        const auto community = community_of(name.substr(5, dot - 5));
        const auto person = from_hex64(name.substr(dot + 1));
        if (!community || !person) continue;
        const auto row = find_person(asking, *community, *person, this_year(asking));
        if (!row) return row.error();
        if (*row && (*row)->registered && (*row)->filed == filed) out.push_back(**row);
    }
    return out;
}

// The serial on a receipt: its short code, or the text of its QR code.
std::optional<SlipSerial> receipt_of(const std::string& typed) {
    if (const auto code = parse_short_code(typed)) return *code;
    const auto read = parse_slip(typed);
    const auto* slip = std::get_if<UnverifiedSlip>(&read);
    if (slip == nullptr || slip->claimed().purpose != SlipPurpose::receipt) return std::nullopt;
    return slip->claimed().serial;
}

}  // namespace

Result<Page> receipts_page(const Asking& asking) {
    const auto done = asking.query.number("done");
    if (!done) return receipts_with(asking, std::nullopt);
    const bool back = asking.query.has("taken_back");
    if (*done == 0) return receipts_with(asking, Note{asking.say("nobody_ticked"), true});
    return receipts_with(
        asking,
        Note{asking.say(back ? "receipts_taken_back" : "receipts_filed", {std::to_string(*done)}), false});
}

Result<Page> file_receipts_page(const Asking& asking) {
    const bool back = asking.form.has("taken_back");
    const auto rows = ticked(asking, back);
    if (!rows) return rows.error();
    Page page;
    page.go_to = "/receipts?show=" + std::string(back ? "filed&taken_back=1" : "unfiled") +
                 "&done=" + std::to_string(rows->size());
    if (const auto branch = asking.form.number("branch")) page.go_to += "&branch=" + std::to_string(*branch);
    if (rows->empty()) return page;
    const auto noted =
        note_audit(asking, back ? "receipt_back" : "receipt_filed", "people=" + std::to_string(rows->size()));
    if (!noted) return noted.error();
    const auto make = [&]() -> Result<OwnEvents> {
        OwnEvents events;
        for (const PersonRow& row : *rows)
            events[row.community].push_back(filed_event(row, std::nullopt, "ticked", back));
        return events;
    };
    const auto written =
        write_all_own(asking.session, make, {asking.user.number, asking.clock}, asking.random);
    if (!written) return written.error();
    return page;
}

Result<Page> type_receipt_page(const Asking& asking) {
    const std::string typed(trim(asking.form.text("code")));
    const auto serial = receipt_of(typed);
    if (!serial) return receipts_with(asking, Note{asking.say("code_unreadable"), true});
    const auto row = find_receipt(asking, *serial, this_year(asking));
    if (!row) return row.error();
    if (!*row) return receipts_with(asking, Note{asking.say("receipt_unknown"), true});
    const std::string who = (*row)->name + " " + (*row)->number;
    if ((*row)->filed) return receipts_with(asking, Note{asking.say("receipt_known", {who}), false});
    const auto noted = note_audit(asking, "receipt_filed", (*row)->number, 1);
    if (!noted) return noted.error();
    const auto make = [&]() -> Result<OwnEvents> {
        return OwnEvents{{(*row)->community, {filed_event(**row, *serial, "typed", false)}}};
    };
    const auto written =
        write_all_own(asking.session, make, {asking.user.number, asking.clock}, asking.random);
    if (!written) return written.error();
    return receipts_with(asking, Note{asking.say("receipt_done", {who}), false});
}

}  // namespace baodao::hq
