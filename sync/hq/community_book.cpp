// SPDX-License-Identifier: MIT
#include "sync/hq/community_book.hpp"

#include <algorithm>
#include <array>

#include "sync/hq/inbox.hpp"

namespace baodao::hq {

namespace {

constexpr std::array facts{
    kinds::community_set,     kinds::rule_set,        kinds::roster_received, kinds::day_closed,
    kinds::plan_theme,        kinds::deputy_named,    kinds::clock_corrected, kinds::activity_planned,
    kinds::activity_opened,   kinds::activity_closed, kinds::item_published,  kinds::item_adjusted,
    kinds::agency_registered,
};
constexpr std::array for_everybody{
    kinds::community_set,   kinds::rule_set,          kinds::day_closed,
    kinds::clock_corrected, kinds::agency_registered,
};

#define FACTS                                                                                     \
    "SELECT i.origin,i.epoch,i.seq,i.prev,i.hash,i.bytes FROM community_facts f JOIN inbox i ON " \
    "i.origin=f.origin AND i.epoch=f.epoch AND i.seq=f.seq WHERE f.community=?"

Result<CommunityBook> book_of(sql::Session& session, CommunityId community, std::string_view text,
                              std::initializer_list<sql::Value> values) {
    CommunityBook book(community);
    const auto read = session.query(text, values, [&](const sql::Row& row) {
        const auto entry = entry_from(record_of(row));
        if (!entry) return Status{};
        book.state.apply(*entry);
        book.items.apply(*entry);
        if (const auto agency = body_of<AgencyRegistered>(entry->event))
            book.agencies[agency->agency] = agency->name;
        return Status{};
    });
    if (!read) return read.error();
    return book;
}

}  // namespace

bool is_community_fact(std::string_view kind) {
    return std::ranges::find(facts, kind) != facts.end();
}

bool changes_everybody(std::string_view kind) {
    return std::ranges::find(for_everybody, kind) != for_everybody.end();
}

std::string CommunityBook::name() const {
    const std::string name = state.settings().name;
    return name.empty() ? std::to_string(state.community().value) : name;
}

Result<CommunityBook> load_community(sql::Session& session, CommunityId community) {
    return book_of(session, community, FACTS, {community});
}

Result<CommunityBook> load_rules_and_items(sql::Session& session, CommunityId community) {
    return book_of(
        session, community, FACTS " AND f.kind IN (?,?,?,?)",
        {community, kinds::community_set, kinds::rule_set, kinds::item_published, kinds::item_adjusted});
}

Result<CommunityBook> load_offers(sql::Session& session, CommunityId community) {
    return book_of(
        session, community, FACTS " AND f.kind IN (?,?,?,?,?,?,?,?)",
        {community, kinds::community_set, kinds::plan_theme, kinds::deputy_named, kinds::activity_planned,
         kinds::activity_opened, kinds::activity_closed, kinds::item_published, kinds::item_adjusted});
}

Result<std::vector<CommunityId>> all_communities(sql::Session& session) {
    std::vector<CommunityId> out;
    const auto read =
        session.query("SELECT community FROM communities ORDER BY community", {}, [&](const sql::Row& row) {
            out.push_back(row.number<CommunityId>(0));
            return Status{};
        });
    if (!read) return read.error();
    return out;
}

}  // namespace baodao::hq
