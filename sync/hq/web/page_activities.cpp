// SPDX-License-Identifier: MIT
// Communities one by one: contact, theme, items with their teams, activities. Titles are public words.
#include <algorithm>

#include "sync/hq/web/figures.hpp"
#include "sync/hq/web/leaf.hpp"
#include "sync/hq/web/pages.hpp"
#include "sync/hq/web/people_list.hpp"

namespace baodao::hq {

namespace {

constexpr std::size_t communities_on_page = 6;
constexpr std::int32_t days_shown = 30;  // before and after today

// How many hold each item now.
Result<std::map<ItemId, std::int64_t>> team_sizes(const Asking& asking, const CommunityBook& book) {
    std::map<ItemId, std::int64_t> out;
    const auto read = asking.session.query("SELECT items FROM people WHERE community=? AND items<>''",
                                           {book.state.community()}, [&](const sql::Row& row) {
                                               for (const ItemId item : items_of_text(row.bytes(0)))
                                                   ++out[item];
                                               return Status{};
                                           });
    if (!read) return read.error();
    return out;
}

Json item_rows(const Asking& asking, const CommunityBook& book, std::map<ItemId, std::int64_t>& teams) {
    Json rows = Json::array();
    for (const ItemPublished* item : book.items.open_items()) {
        const std::int64_t team = teams[item->item];
        rows.push_back({{"title", item->title},
                        {"post", item->post},
                        {"team", item->people > 0 ? asking.say("of_people", {std::to_string(team),
                                                                             std::to_string(item->people)})
                                                  : asking.say("people", {std::to_string(team)})}});
    }
    return rows;
}

Json activity_rows(const Asking& asking, const CommunityState& community) {
    Json rows = Json::array();
    const UtcOffset offset = community.offset();
    const LocalDate today = local_date(asking.now(), offset);
    for (std::int32_t day = today.days + days_shown; day >= today.days - days_shown; --day) {
        for (const Activity* activity : community.activities_on({day})) {
            // One that goes over midnight stands on its first day.
            if (local_date(activity->plan.start, offset) != LocalDate{day}) continue;
            const bool over = activity->closed || activity->plan.end < asking.now();
            const bool on = !over && activity->plan.start <= asking.now();
            rows.push_back({{"when", asking.say.day(activity->plan.start, offset) + " " +
                                         clock_text(activity->plan.start, offset) + "–" +
                                         clock_text(activity->plan.end, offset)},
                            {"title", activity->plan.title},
                            {"post", activity->plan.post},
                            {"place", activity->plan.place},
                            {"state", asking.say(over ? "ended"
                                                 : on ? "running"
                                                      : "planned")},
                            {"colour", over ? "plain"
                                       : on ? "green"
                                            : "blue"}});
        }
    }
    return rows;
}

Result<Page> page_about(const Asking& asking, CommunityId community) {
    const auto book = load_offers(asking.session, community);
    if (!book) return book.error();
    auto teams = team_sizes(asking, *book);
    if (!teams) return teams.error();
    Page page;
    page.view["items"] = item_rows(asking, *book, *teams);
    page.view["no_items"] = page.view["items"].empty();
    page.view["activities"] = activity_rows(asking, book->state);
    page.view["no_activities"] = page.view["activities"].empty();
    const CivilDate today = civil_from_date(local_date(asking.now(), book->state.offset()));
    const auto contact = book->state.contact(local_date(asking.now(), book->state.offset()));
    const auto month = static_cast<std::int32_t>(today.month);
    const std::string theme = book->state.theme(today.year, month);
    const std::string plan = book->state.quarter_plan(today.year, (month + 2) / 3);
    page.view["contact"] = contact.name.empty() ? "—" : contact.name + " · " + contact.phone;
    page.view["hours"] = book->state.settings().hours;
    page.view["theme"] = theme.empty() ? asking.say("not_arranged") : theme;
    page.view["plan"] = plan.empty() ? asking.say("not_arranged") : plan;
    page.title = book->name();
    page.subtitle = asking.say("community_number", {std::to_string(community.value)});
    return page;
}

// That ever offered anything, and that the visitor may see.
Result<std::vector<CommunityId>> offering_communities(const Asking& asking) {
    std::vector<CommunityId> out;
    const auto read = asking.session.query(
        "SELECT DISTINCT community FROM community_facts WHERE kind IN (?,?) ORDER BY community",
        {kinds::item_published, kinds::activity_planned}, [&](const sql::Row& row) {
            const auto community = row.number<CommunityId>(0);
            if (may_see(asking.user, community)) out.push_back(community);
            return Status{};
        });
    if (!read) return read.error();
    return out;
}

}  // namespace

Result<Page> community_page(const Asking& asking) {
    const auto community = community_of(asking.parts[0]);
    const auto visible = visible_communities(asking);
    if (!visible) return visible.error();
    if (!community || std::ranges::find(*visible, *community) == visible->end())
        return Error{ErrorKind::not_found, "no such community", ""};
    auto page = page_about(asking, *community);
    if (!page) return page;
    page->nav = "communities";
    page->file = "community.html";
    page->view["ledger"] = "/ledger?community=" + asking.parts[0];
    return page;
}

Result<Page> activities_page(const Asking& asking) {
    const auto communities = offering_communities(asking);
    if (!communities) return communities.error();
    const Leaf leaf = leaf_of(asking, "/activities", communities->size(), communities_on_page);
    Page page;
    page.title = asking.say("nav_activities");
    page.subtitle = asking.say("days_around");
    page.nav = "activities";
    page.file = "activities.html";
    page.view["turn"] = leaf.turn;
    page.view["communities"] = Json::array();
    for (std::size_t i = leaf.from; i < leaf.to; ++i) {
        auto about = page_about(asking, (*communities)[i]);
        if (!about) return about.error();
        about->view["name"] = about->title;
        page.view["communities"].push_back(std::move(about->view));
    }
    page.view["none"] = page.view["communities"].empty();
    return page;
}

}  // namespace baodao::hq
