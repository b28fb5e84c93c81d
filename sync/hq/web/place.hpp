// SPDX-License-Identifier: MIT
// Where the visitor stands: what of the records is hers to look at, and the names of places.
#pragma once

#include <map>

#include "sync/hq/community_book.hpp"
#include "sync/hq/web/page.hpp"

namespace baodao::hq {

// The one community of a community's user; nullopt: not bound to one.
[[nodiscard]] std::optional<CommunityId> bound_community(const User& user);
// The agency of an agency's user; empty: not bound to one.
[[nodiscard]] std::string bound_agency(const User& user);
[[nodiscard]] bool may_see(const User& user, CommunityId community);

// Those that the visitor may see, by number.
[[nodiscard]] Result<std::vector<CommunityId>> visible_communities(const Asking& asking);
// 枫林社区, or the number.
struct PlaceNames {
    std::string name;
    std::string short_name;
    std::string town;
    UtcOffset offset;
};
[[nodiscard]] Result<std::map<CommunityId, PlaceNames>> place_names(const Asking& asking);
// 云溪镇党委: under the mark.
[[nodiscard]] std::string place_name(const Asking& asking);

// What waits for a word, for the number in the navigation; 0 when it cannot be told.
[[nodiscard]] std::int64_t waiting_count(const Asking& asking);

// A number of the address: hexadecimal for persons, decimal for communities.
[[nodiscard]] std::optional<CommunityId> community_of(const std::string& part);

// Time as the town reads it.
inline constexpr UtcOffset town_offset{};

}  // namespace baodao::hq
