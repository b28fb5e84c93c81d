// SPDX-License-Identifier: MIT
// The whole town at a glance: coverage, what is done of R22 and R23, windows last seen, what waits.
#include "domain/base/text.hpp"
#include "sync/hq/web/figures.hpp"
#include "sync/hq/web/leaf.hpp"
#include "sync/hq/web/pages.hpp"
#include "sync/hq/web/terminal_rows.hpp"

namespace baodao::hq {

namespace {

constexpr std::size_t communities_shown = 12;
constexpr std::size_t branches_shown = 6;
constexpr std::size_t terminals_shown = 6;
constexpr std::size_t doubts_shown = 7;
constexpr std::size_t rows_on_page = 50;

// Those whose members are expected somewhere, by number.
std::vector<std::pair<CommunityId, Sums>> with_members(const std::map<CommunityId, Sums>& sums) {
    std::vector<std::pair<CommunityId, Sums>> out;
    for (const auto& one : sums) {
        if (one.second.expected > 0) out.emplace_back(one);
    }
    return out;
}

Json coverage_rows(const Asking& asking, std::span<const std::pair<CommunityId, Sums>> sums,
                   std::map<CommunityId, PlaceNames>& names, int half) {
    Json rows = Json::array();
    for (const auto& [community, sum] : sums) {
        const std::string number = std::to_string(community.value);
        const std::int64_t blank = sum.expected - sum.registered;
        rows.push_back({{"name", names[community].name},
                        {"href", "/communities/" + number},
                        {"expected", sum.expected},
                        {"coverage", bar(sum.registered, sum.expected, "green")},
                        {"half", bar(sum.half_done[half], sum.registered, "blue")},
                        {"hours", bar(sum.hours_done, sum.registered, "olive")},
                        {"covered", blank == 0},
                        {"blank", blank > 0 ? asking.say("people", {grouped(blank)}) : ""},
                        {"blanks_href", "/ledger?show=blank&community=" + number}});
    }
    return rows;
}

Json branch_rows(const Asking& asking, std::span<const BranchSums> branches) {
    Json rows = Json::array();
    for (const BranchSums& branch : branches) {
        rows.push_back({{"name", branch_title(branch, asking.say)},
                        {"agency", branch.agency},
                        {"figures", grouped(branch.expected) + " / " + grouped(branch.registered)},
                        {"coverage", bar(branch.registered, branch.expected, "green")},
                        {"receipts", grouped(branch.filed) + " / " + grouped(branch.registered)},
                        {"href", "/agencies/" + std::to_string(branch.branch)},
                        {"covered", branch.expected == branch.registered},
                        {"blank", asking.say("people", {grouped(branch.expected - branch.registered)})}});
    }
    return rows;
}

Json tiles(const Asking& asking, const Sums& all, std::size_t communities, std::size_t branches,
           HalfYear half, std::int64_t waiting, const std::vector<DoubtLine>& lines) {
    const Speech& say = asking.say;
    const LocalDate today = local_date(asking.now(), town_offset);
    const std::string half_days = std::to_string(last_day(half).days - today.days);
    const std::string year_days = std::to_string(last_day({half.year, 2}).days - today.days);
    const std::int64_t blank = all.expected - all.registered;
    const std::int64_t done = all.half_done[half.half - 1];
    const std::int64_t oldest = lines.empty() ? 0 : (asking.now() - lines.front().at) / ms_per_day;
    return Json::array(
        {{{"label", say("expected")},
          {"figure", grouped(all.expected)},
          {"words", say("in_communities", {std::to_string(communities), std::to_string(branches)})}},
         {{"label", say("registered")},
          {"figure", grouped(all.registered)},
          {"words", say("coverage_goal", {percent(all.registered, all.expected)})}},
         {{"label", say("blank")},
          {"figure", grouped(blank)},
          {"asks", blank > 0},
          {"link", say(blank > 0 ? "see_blanks" : "all_covered")},
          {"href", "/ledger?show=blank"}},
         {{"label", say(half.half == 1 ? "half_done_1" : "half_done_2", {"1"})},
          {"figure", grouped(done)},
          {"words", say("share_days", {percent(done, all.registered), half_days})}},
         {{"label", say("hours_done")},
          {"figure", grouped(all.hours_done)},
          {"words", say("share_days", {percent(all.hours_done, all.registered), year_days})}},
         {{"label", say("waiting")},
          {"figure", grouped(waiting)},
          {"asks", waiting > 0},
          {"link", waiting > 0 ? say("earliest_days", {std::to_string(oldest)}) : say("nothing_waits")},
          {"href", asking.user.role == Role::agency ? "/ledger" : "/waiting"}}});
}

}  // namespace

Result<Page> overview_page(const Asking& asking) {
    const LocalDate today = local_date(asking.now(), town_offset);
    const HalfYear half = half_of(today);
    const auto sums = sums_by_community(asking, half.year);
    if (!sums) return sums.error();
    auto names = place_names(asking);
    if (!names) return names.error();
    const auto branches = sums_by_branch(asking);
    if (!branches) return branches.error();
    const auto lines = doubt_lines(asking, doubts_shown);
    if (!lines) return lines.error();
    const auto terminals = terminal_rows(asking);
    if (!terminals) return terminals.error();

    Sums all;
    for (const auto& [community, sum] : *sums) all.add(sum);
    const auto communities = with_members(*sums);
    const Speech& say = asking.say;
    const std::int64_t waiting = waiting_count(asking);
    Page page;
    page.title = say("nav_overview");
    page.nav = "overview";
    page.file = "overview.html";
    page.subtitle = say(
        "subtitle_overview",
        {std::to_string(half.year), all.received.value == 0 ? "—" : say.stamp(all.received, town_offset)});
    Json& view = page.view;
    view["tiles"] = tiles(asking, all, communities.size(), branches->size(), half, waiting, *lines);
    view["half_title"] = say(half.half == 1 ? "col_half_1" : "col_half_2");
    view["communities"] =
        coverage_rows(asking, std::span(communities).first(std::min(communities.size(), communities_shown)),
                      *names, half.half - 1);
    if (communities.size() > communities_shown && asking.user.role != Role::agency)
        view["all_communities"] = say("all_of_communities", {std::to_string(communities.size())});
    view["branches"] =
        branch_rows(asking, std::span(*branches).first(std::min(branches->size(), branches_shown)));
    view["all_branches"] = say("all_branches", {std::to_string(branches->size())});
    view["terminals"] = Json::array();
    for (const Json& row : *terminals) {
        if (view["terminals"].size() < terminals_shown) view["terminals"].push_back(row);
    }
    view["all_terminals"] = say("all_terminals", {std::to_string(terminals->size())});
    view["sees_windows"] = asking.user.role != Role::agency;
    view["waiting_title"] = say("waiting_title", {std::to_string(waiting)});
    view["doubts"] = Json::array();
    for (const DoubtLine& line : *lines) {
        if (view["doubts"].size() == doubts_shown) break;
        view["doubts"].push_back(
            {{"kind", say("doubt_" + line.kind)},
             {"name", line.masked_name},
             {"place", (*names)[line.community].short_name},
             {"why", why_words(line, say, (*names)[line.community].offset)},
             {"href", doubt_address(line)},
             {"button", say(line.kind == "parked" || line.kind == "disputed" || line.kind == "pending_review"
                                ? "attend"
                                : "look")}});
    }
    view["nothing_waits"] = lines->empty();
    return page;
}

Result<Page> communities_page(const Asking& asking) {
    const HalfYear half = half_of(local_date(asking.now(), town_offset));
    const auto sums = sums_by_community(asking, half.year);
    if (!sums) return sums.error();
    auto names = place_names(asking);
    if (!names) return names.error();
    Page page;
    page.title = asking.say("nav_communities");
    page.subtitle = asking.say("by_number");
    page.nav = "communities";
    page.file = "communities.html";
    page.view["half_title"] = asking.say(half.half == 1 ? "col_half_1" : "col_half_2");
    const auto communities = with_members(*sums);
    const Leaf leaf = leaf_of(asking, "/communities", communities.size(), rows_on_page);
    page.view["communities"] = coverage_rows(
        asking, std::span(communities).subspan(leaf.from, leaf.to - leaf.from), *names, half.half - 1);
    page.view["turn"] = leaf.turn;
    return page;
}

Result<Page> agencies_page(const Asking& asking) {
    const auto branches = sums_by_branch(asking);
    if (!branches) return branches.error();
    Page page;
    page.title = asking.say("nav_agencies");
    page.subtitle = asking.say("no_ranking");
    page.nav = "agencies";
    page.file = "agencies.html";
    const Leaf leaf = leaf_of(asking, "/agencies", branches->size(), rows_on_page);
    page.view["branches"] = branch_rows(asking, std::span(*branches).subspan(leaf.from, leaf.to - leaf.from));
    page.view["turn"] = leaf.turn;
    return page;
}

}  // namespace baodao::hq
