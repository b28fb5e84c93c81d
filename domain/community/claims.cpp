// SPDX-License-Identifier: MIT
#include "domain/community/claims.hpp"

#include <algorithm>

namespace baodao {

namespace {

bool has(const std::vector<ItemId>& items, ItemId item) {
    return std::find(items.begin(), items.end(), item) != items.end();
}

bool has_place(const ItemBook& book, ItemId item) {
    const ItemPublished* known = book.item(item);
    return known != nullptr && !known->withdrawn && !book.full(item);
}

}  // namespace

ClaimChange claim_change(const ItemBook& book, const std::vector<ItemId>& held,
                         const std::vector<ItemId>& chosen) {
    ClaimChange change;
    std::size_t kept = 0;
    for (const ItemId item : held) {
        if (has(chosen, item)) {
            ++kept;
        } else {
            change.released.push_back(item);
        }
    }
    for (const ItemId item : chosen) {
        if (has(held, item) || has(change.claimed, item)) continue;
        if (!has_place(book, item)) {
            change.refused.push_back(item);
        } else if (kept + change.claimed.size() >= usual_claims_max) {
            change.beyond.push_back(item);
        } else {
            change.claimed.push_back(item);
        }
    }
    return change;
}

}  // namespace baodao
