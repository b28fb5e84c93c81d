// SPDX-License-Identifier: MIT
#include "sync/hq/web/place.hpp"

#include <charconv>

#include "sync/hq/inbox.hpp"

namespace baodao::hq {

namespace {

#define WORDS                                                                                     \
    "SELECT i.origin,i.epoch,i.seq,i.prev,i.hash,i.bytes FROM community_words w JOIN inbox i ON " \
    "i.origin=w.origin AND i.epoch=w.epoch AND i.seq=w.seq"

PlaceNames names_of(CommunityId community, const CommunityState& state) {
    const CommunitySet settings = state.settings();
    const std::string number = std::to_string(community.value);
    return {settings.name.empty() ? number : settings.name,
            settings.short_name.empty() ? number : settings.short_name, settings.town, state.offset()};
}

}  // namespace

std::optional<CommunityId> community_of(const std::string& part) {
    std::uint32_t value = 0;
    const char* end = part.data() + part.size();
    const auto [stop, error] = std::from_chars(part.data(), end, value);
    if (error != std::errc() || stop != end || part.empty()) return std::nullopt;
    return CommunityId{value};
}

std::optional<CommunityId> bound_community(const User& user) {
    if (user.role != Role::community) return std::nullopt;
    // A scope that does not read well opens nothing.
    return community_of(user.scope).value_or(CommunityId{0});
}

std::string bound_agency(const User& user) {
    return user.role == Role::agency ? user.scope : "";
}

bool may_see(const User& user, CommunityId community) {
    const auto bound = bound_community(user);
    return !bound || *bound == community;
}

Result<std::vector<CommunityId>> visible_communities(const Asking& asking) {
    auto all = all_communities(asking.session);
    if (!all) return all;
    std::erase_if(*all, [&](CommunityId community) { return !may_see(asking.user, community); });
    return all;
}

// Of the facts only the communities' own words are read: there are few.
Result<std::map<CommunityId, PlaceNames>> place_names(const Asking& asking) {
    const auto visible = visible_communities(asking);
    if (!visible) return visible.error();
    std::map<CommunityId, CommunityState> states;
    for (const CommunityId community : *visible) states.emplace(community, community);
    const auto take = [&](const sql::Row& row) {
        const auto entry = entry_from(record_of(row));
        const auto found = entry ? states.find(entry->event.community) : states.end();
        if (found != states.end()) found->second.apply(*entry);
        return Status{};
    };
    const auto bound = bound_community(asking.user);
    const auto read = bound ? asking.session.query(WORDS " WHERE w.community=?", {*bound}, take)
                            : asking.session.query(WORDS, {}, take);
    if (!read) return read.error();
    std::map<CommunityId, PlaceNames> out;
    for (const auto& [community, state] : states) out[community] = names_of(community, state);
    return out;
}

std::string place_name(const Asking& asking) {
    const auto bound = bound_agency(asking.user);
    if (!bound.empty()) return bound;
    // The town's first community speaks for all.
    const auto one = bound_community(asking.user);
    const auto first = asking.session.number("SELECT min(community) FROM community_words", {});
    if (!first) return asking.say("headquarters");
    const CommunityId community = one.value_or(CommunityId{static_cast<std::uint32_t>(*first)});
    CommunityState state(community);
    const auto read =
        asking.session.query(WORDS " WHERE w.community=?", {community}, [&](const sql::Row& row) {
            if (const auto entry = entry_from(record_of(row))) state.apply(*entry);
            return Status{};
        });
    if (!read) return asking.say("headquarters");
    const PlaceNames names = names_of(community, state);
    if (one) return names.name;
    return names.town.empty() ? asking.say("headquarters") : asking.say("town_committee", {names.town});
}

std::int64_t waiting_count(const Asking& asking) {
    if (asking.user.role == Role::agency) return 0;
    const auto bound = bound_community(asking.user);
    const auto people =
        bound ? asking.session.number("SELECT count(*) FROM doubts WHERE from_ms<=? AND community=?",
                                      {asking.now(), *bound})
              : asking.session.number("SELECT count(*) FROM doubts WHERE from_ms<=?", {asking.now()});
    const auto logs = asking.session.number("SELECT count(*) FROM attention", {});
    if (!people || !logs) return 0;
    return *people + (bound ? 0 : *logs);
}

}  // namespace baodao::hq
