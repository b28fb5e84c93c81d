// SPDX-License-Identifier: MIT
#include "sync/hq/web/place.hpp"

#include <charconv>

#include "sync/hq/inbox.hpp"

namespace baodao::hq {

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
    std::map<CommunityId, PlaceNames> out;
    for (const CommunityId community : *visible) {
        CommunityState state(community);
        const auto read = asking.session.query(
            "SELECT i.origin,i.epoch,i.seq,i.prev,i.hash,i.bytes FROM community_words w JOIN inbox i ON "
            "i.origin=w.origin AND i.epoch=w.epoch AND i.seq=w.seq WHERE w.community=?",
            {community}, [&](const sql::Row& row) {
                if (const auto entry = entry_from(record_of(row))) state.apply(*entry);
                return Status{};
            });
        if (!read) return read.error();
        const CommunitySet settings = state.settings();
        const std::string number = std::to_string(community.value);
        out[community] = {settings.name.empty() ? number : settings.name,
                          settings.short_name.empty() ? number : settings.short_name, settings.town,
                          state.offset()};
    }
    return out;
}

std::string place_name(const Asking& asking) {
    const auto bound = bound_agency(asking.user);
    if (!bound.empty()) return bound;
    const auto names = place_names(asking);
    if (!names) return asking.say("headquarters");
    for (const auto& [community, place] : *names) {
        if (asking.user.role == Role::community) return place.name;
        if (!place.town.empty()) return asking.say("town_committee", {place.town});
    }
    return asking.say("headquarters");
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
