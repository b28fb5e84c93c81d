// SPDX-License-Identifier: MIT
#include "domain/community/items.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace baodao {

namespace {

// The member number is the better name; a slip stands in while it is unknown.
PersonRef best_name(const PersonRef& who) {
    if (who.member) return {std::nullopt, who.member};
    return {who.serial, std::nullopt};
}

bool is_of(const PersonRef& who, const PersonState& person) {
    if (who.member) return person.members.contains(*who.member);
    return who.serial && person.slips.contains(*who.serial);
}

}  // namespace

ClaimAdvice claim_advice(std::size_t claims) {
    if (claims == 0) return ClaimAdvice::none_yet;
    return claims <= usual_claims_max ? ClaimAdvice::usual : ClaimAdvice::needs_staff;
}

void ItemBook::apply(const Entry& entry) {
    const Event& event = entry.event;
    if (event.drill || event.community != community_ || event.sv > 1) return;
    if (event.kind == kinds::item_published || event.kind == kinds::item_adjusted) {
        if (auto item = from_body<ItemPublished>(event.body)) {
            items_[item->item].put(entry, std::move(item).value());
        }
    } else if (const auto claimed = body_of<ItemClaimed>(event)) {
        note_claim(entry, claimed->item, claimed->who, true);
    } else if (const auto released = body_of<ItemReleased>(event)) {
        note_claim(entry, released->item, released->who, false);
    }
}

void ItemBook::note_claim(const Entry& entry, ItemId item, const PersonRef& who, bool claimed) {
    if (!who.member && !who.serial) return;
    claims_[item][best_name(who)].put(entry, claimed);
}

const ItemPublished* ItemBook::item(ItemId id) const {
    const auto found = items_.find(id);
    return found == items_.end() ? nullptr : &*found->second.value;
}

std::vector<const ItemPublished*> ItemBook::open_items() const {
    std::vector<const ItemPublished*> open;
    for (const auto& [id, item] : items_) {
        if (!item.value->withdrawn) open.push_back(&*item.value);
    }
    std::sort(open.begin(), open.end(), [](const ItemPublished* a, const ItemPublished* b) {
        return std::tie(a->title, a->item) < std::tie(b->title, b->item);
    });
    return open;
}

std::vector<PersonRef> ItemBook::team(ItemId id) const {
    std::vector<PersonRef> members;
    const auto claims = claims_.find(id);
    if (claims == claims_.end()) return members;
    for (const auto& [who, claimed] : claims->second) {
        if (*claimed.value) members.push_back(who);
    }
    return members;
}

bool ItemBook::full(ItemId id) const {
    const ItemPublished* known = item(id);
    return known != nullptr && known->people > 0 && std::cmp_greater_equal(team(id).size(), known->people);
}

std::vector<ItemId> ItemBook::claimed_by(const PersonState& person) const {
    std::vector<ItemId> held;
    for (const auto& [item, claims] : claims_) {
        const Latest<bool>* last = nullptr;
        for (const auto& [who, claimed] : claims) {
            if (!is_of(who, person)) continue;
            const bool later =
                last == nullptr || std::tie(last->written, last->id) < std::tie(claimed.written, claimed.id);
            if (later) last = &claimed;
        }
        if (last != nullptr && *last->value) held.push_back(item);
    }
    return held;
}

}  // namespace baodao
