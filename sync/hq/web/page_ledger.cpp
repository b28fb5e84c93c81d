// SPDX-License-Identifier: MIT
// The ledger (工作台账, policy R29), one member's record beside it, and the reminder list of a branch (R4,
// R9).
#include <charconv>

#include "domain/base/text.hpp"
#include "sync/hq/web/audit.hpp"
#include "sync/hq/web/figures.hpp"
#include "sync/hq/web/member_view.hpp"
#include "sync/hq/web/pages.hpp"
#include "sync/hq/web/templates.hpp"

namespace baodao::hq {

namespace {

constexpr std::int64_t rows_on_page = 14;
constexpr std::int64_t blanks_on_page = 500;

std::int32_t this_year(const Asking& asking) {
    return year_of(local_date(asking.now(), town_offset));
}

PeopleFilter filter_of(const Form& query) {
    PeopleFilter filter;
    if (const auto community = query.number("community"))
        filter.community = CommunityId{static_cast<std::uint32_t>(*community)};
    filter.branch = query.number("branch");
    filter.show = show_from(query.text("show"));
    filter.search = query.text("q");
    return filter;
}

// The filter as it stands in addresses; `page` is added by whoever turns it.
std::string query_text(const Form& query) {
    std::string out;
    for (const char* name : {"community", "branch", "show", "q"}) {
        if (!query.text(name).empty())
            out += (out.empty() ? "?" : "&") + std::string(name) + "=" + url_encoded(query.text(name));
    }
    return out;
}

// Where the page begins: after a row, or before one. The page's number is for the reader only.
Turn turn_of(const Form& query) {
    const bool backwards = query.has("before");
    const auto from = person_place_from(query.text(backwards ? "before" : "after"));
    return {from, backwards, rows_on_page};
}

std::string turned(const std::string& query, const char* way, const PersonPlace& from, std::int64_t page) {
    return query + (query.empty() ? "?" : "&") + way + "=" + url_encoded(to_text(from)) +
           "&page=" + std::to_string(page);
}

// The page as it is now, for links that come back to it.
std::string kept_query(const Form& query) {
    std::string out = query_text(query);
    for (const char* name : {"after", "before", "page"}) {
        if (!query.text(name).empty())
            out += (out.empty() ? "?" : "&") + std::string(name) + "=" + url_encoded(query.text(name));
    }
    return out;
}

Json option(const std::string& value, const std::string& label, const std::string& chosen) {
    return {{"value", value}, {"label", label}, {"chosen", value == chosen}};
}

Result<std::string> tools(const Asking& asking) {
    const auto names = place_names(asking);
    if (!names) return names.error();
    const auto branches = sums_by_branch(asking);
    if (!branches) return branches.error();
    const Speech& say = asking.say;
    Json view{{"t", say.words()}, {"q", asking.query.text("q")}};
    view["communities"] = Json::array({option("", say("all_communities"), asking.query.text("community"))});
    for (const auto& [community, place] : *names)
        view["communities"].push_back(
            option(std::to_string(community.value), place.name, asking.query.text("community")));
    view["branches"] = Json::array({option("", say("all_agencies"), asking.query.text("branch"))});
    for (const BranchSums& branch : *branches)
        view["branches"].push_back(
            option(std::to_string(branch.branch), branch_title(branch, say), asking.query.text("branch")));
    view["shows"] = Json::array();
    for (const char* show : {"", "open", "waiting", "blank", "unfiled"})
        view["shows"].push_back(option(show, say(*show == '\0' ? "show_all" : "show_" + std::string(show)),
                                       asking.query.text("show")));
    return render("part_ledger_tools.html", view);
}

std::string items_words(const PersonRow& row, const CommunityBook& book, const Speech& say) {
    std::string out;
    for (const ItemId item : row.items) {
        const ItemPublished* known = book.items.item(item);
        if (known != nullptr) out += (out.empty() ? "" : "、") + known->title;
    }
    return out.empty() && row.registered ? say("no_items") : out;
}

std::string half_words(const HalfAccount& half) {
    return half.count == 0 && half.duty == Duty::not_asked ? "—" : std::to_string(half.count);
}

Json ledger_rows(const Asking& asking, const PeoplePage& people, const std::string& query,
                 std::uint64_t chosen) {
    Json rows = Json::array();
    for (const PersonRow& row : people.rows) {
        const bool full = row.year.hours == Duty::done;
        Json time = bar(row.year.minutes, year_minutes_required, full ? "green" : "olive");
        time["text"] = asking.say.duration(row.year.minutes);
        rows.push_back({{"number", row.number.empty() ? "—" : row.number},
                        {"name", row.name.empty() ? asking.say("no_card") : row.name},
                        {"branch", row.branch.empty() ? row.agency : row.branch},
                        {"items", items_words(row, people.books.at(row.community), asking.say)},
                        {"halves", half_words(row.year.halves[0]) + " / " + half_words(row.year.halves[1])},
                        {"time", time},
                        {"badge", state_badge(row, asking.say, asking.now())},
                        {"chosen", row.person == chosen},
                        {"href", "/ledger/" + std::to_string(row.community.value) + "/" +
                                     to_hex64(row.person) + query}});
    }
    return rows;
}

// The filter in the audit log: numbers only, and that a name was searched for, not which.
std::string about_filter(const Form& query) {
    std::string out;
    for (const char* name : {"community", "branch", "show", "page"}) {
        if (!query.text(name).empty())
            out += (out.empty() ? "" : " ") + std::string(name) + "=" + query.text(name);
    }
    if (!query.text("q").empty()) out += out.empty() ? "q" : " q";
    return out;
}

Result<Page> ledger_with(const Asking& asking, const PersonRow* chosen) {
    const auto people =
        list_people(asking, filter_of(asking.query), this_year(asking), turn_of(asking.query));
    if (!people) return people.error();
    const auto noted = note_audit(asking, "ledger", about_filter(asking.query), std::ssize(people->rows));
    if (!noted) return noted.error();
    const std::string query = query_text(asking.query);
    const std::string kept = kept_query(asking.query);
    const auto bar_of_tools = tools(asking);
    if (!bar_of_tools) return bar_of_tools.error();

    const std::int64_t pages = std::max<std::int64_t>(1, (people->all + rows_on_page - 1) / rows_on_page);
    const std::int64_t number =
        people->more_before ? std::clamp<std::int64_t>(asking.query.number("page").value_or(1), 1, pages) : 1;
    Page page;
    page.title = asking.say("nav_ledger");
    page.nav = "ledger";
    page.file = "ledger.html";
    page.tools = *bar_of_tools;
    page.view["rows"] = ledger_rows(asking, *people, kept, chosen == nullptr ? 0 : chosen->person);
    page.view["nobody"] = people->rows.empty();
    page.view["place"] = asking.say("page_of", {grouped(people->all), grouped(number), grouped(pages)});
    if (people->more_before && !people->rows.empty())
        page.view["previous"] =
            "/ledger" + turned(query, "before", place_of(people->rows.front()), number - 1);
    if (people->more_after && !people->rows.empty())
        page.view["next"] = "/ledger" + turned(query, "after", place_of(people->rows.back()), number + 1);
    if (chosen != nullptr) {
        const auto member = member_view(asking, *chosen);
        if (!member) return member.error();
        page.view["member"] = *member;
        page.view["close"] = "/ledger" + kept;
    }
    return page;
}

}  // namespace

Result<Page> ledger_page(const Asking& asking) {
    return ledger_with(asking, nullptr);
}

Result<Page> member_page(const Asking& asking) {
    const auto community = community_of(asking.parts[0]);
    const auto person = from_hex64(asking.parts[1]);
    if (!community || !person) return Error{ErrorKind::not_found, "no such member", ""};
    const auto row = find_person(asking, *community, *person, this_year(asking));
    if (!row) return row.error();
    if (!*row) return Error{ErrorKind::not_found, "no such member", ""};
    const auto noted =
        note_audit(asking, "member",
                   asking.parts[0] + "/" + ((*row)->number.empty() ? asking.parts[1] : (*row)->number), 1);
    if (!noted) return noted.error();
    return ledger_with(asking, &**row);
}

Result<Page> branch_page(const Asking& asking) {
    PeopleFilter filter;
    filter.show = Show::blank;
    std::int64_t number = -1;
    const std::string& part = asking.parts[0];
    const auto [stop, error] = std::from_chars(part.data(), part.data() + part.size(), number);
    if (error != std::errc() || stop != part.data() + part.size())
        return Error{ErrorKind::not_found, "no such branch", ""};
    filter.branch = number;
    const auto branches = sums_by_branch(asking);
    if (!branches) return branches.error();
    const auto branch = std::ranges::find(*branches, number, &BranchSums::branch);
    if (branch == branches->end()) return Error{ErrorKind::not_found, "no such branch", ""};
    const auto people = list_people(asking, filter, this_year(asking), {.count = blanks_on_page});
    if (!people) return people.error();
    const auto noted = note_audit(asking, "blanks", "branch=" + part, std::ssize(people->rows));
    if (!noted) return noted.error();
    auto names = place_names(asking);
    if (!names) return names.error();

    const LocalDate today = local_date(asking.now(), town_offset);
    Page page;
    page.title = branch_title(*branch, asking.say);
    page.subtitle = asking.say("branch_blanks");
    page.nav = "agencies";
    page.file = "branch.html";
    page.view["agency"] = branch->agency;
    page.view["figures"] = grouped(branch->expected) + " / " + grouped(branch->registered);
    page.view["today"] = to_string(today);
    const std::int64_t outstanding = branch->registered - branch->filed;
    if (outstanding > 0 && asking.user.role != Role::community) {
        page.view["receipts"] = asking.say("receipts_open", {grouped(outstanding)});
        page.view["receipts_href"] = "/receipts?branch=" + part;
    }
    page.view["people"] = Json::array();
    for (const PersonRow& row : people->rows) {
        page.view["people"].push_back(
            {{"name", row.name.empty() ? asking.say("no_card") : row.name},
             {"community", (*names)[row.community].name},
             {"since", row.since ? to_string(*row.since) : "—"},
             {"days",
              row.since ? asking.say("days_waiting", {std::to_string(today.days - row.since->days)}) : "—"}});
    }
    page.view["covered"] = people->rows.empty();
    return page;
}

}  // namespace baodao::hq
