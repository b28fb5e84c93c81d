// SPDX-License-Identifier: MIT
// What one community's own events say: plans, rules, settings, items, agencies. The same folds as on its
// kiosks.
#pragma once

#include <map>
#include <string>

#include "domain/community/items.hpp"
#include "domain/service/community_state.hpp"
#include "sync/sql/session.hpp"

namespace baodao::hq {

// Kinds that load_community reads.
[[nodiscard]] bool is_community_fact(std::string_view kind);
// Kinds among them after which anybody's figures may be others.
[[nodiscard]] bool changes_everybody(std::string_view kind);

struct CommunityBook {
    explicit CommunityBook(CommunityId id) : state(id), items(id) {}
    CommunityState state;
    ItemBook items;  // without claims
    std::map<AgencyId, std::string> agencies;

    // 枫林社区, or its number while nothing was heard of it.
    [[nodiscard]] std::string name() const;
};

[[nodiscard]] Result<CommunityBook> load_community(sql::Session& session, CommunityId community);
// Of it only the settings, the rules and the items: a year of days and activities is left unread.
[[nodiscard]] Result<CommunityBook> load_rules_and_items(sql::Session& session, CommunityId community);
// Of it what is offered: settings, themes, items and activities, no rules.
[[nodiscard]] Result<CommunityBook> load_offers(sql::Session& session, CommunityId community);
// All that anything was ever heard of, by number.
[[nodiscard]] Result<std::vector<CommunityId>> all_communities(sql::Session& session);

}  // namespace baodao::hq
