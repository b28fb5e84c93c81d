// SPDX-License-Identifier: MIT
// Service items of a community and who claimed them (policy R14, R15, R17). A fold of
// item.published, .adjusted, .claimed and .released; order and repeats don't matter.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <vector>

#include "domain/event/kinds_activity.hpp"
#include "domain/service/community_state.hpp"
#include "domain/service/person.hpp"

namespace baodao {

// What is to be said about a number of claims (policy R15).
enum class ClaimAdvice {
    none_yet,     // a friendly hint
    usual,        // one or two
    needs_staff,  // more: the cadre agrees and says why
};
inline constexpr std::size_t usual_claims_max = 2;
[[nodiscard]] ClaimAdvice claim_advice(std::size_t claims);

class ItemBook {
  public:
    explicit ItemBook(CommunityId community) : community_(community) {}

    // Other communities' events, drills and other kinds are passed over.
    void apply(const Entry& entry);

    // nullptr: never published here. A withdrawn one is returned too.
    [[nodiscard]] const ItemPublished* item(ItemId id) const;
    // Those that can be claimed, by title.
    [[nodiscard]] std::vector<const ItemPublished*> open_items() const;

    // 党员服务队: everybody who has claimed the item now, by member number, or by slip while the number
    // is not known. Two slips of one person may stand in it until slip.issued ties them.
    [[nodiscard]] std::vector<PersonRef> team(ItemId id) const;
    // No places left; never for an item that names no number.
    [[nodiscard]] bool full(ItemId id) const;
    // What this person holds now, whichever of her slips it was claimed with.
    [[nodiscard]] std::vector<ItemId> claimed_by(const PersonState& person) const;

  private:
    using Claims = std::map<PersonRef, Latest<bool>>;  // true: claimed, false: released

    void note_claim(const Entry& entry, ItemId item, const PersonRef& who, bool claimed);

    CommunityId community_;
    std::map<ItemId, Latest<ItemPublished>> items_;
    std::map<ItemId, Claims> claims_;
};

}  // namespace baodao
