// SPDX-License-Identifier: MIT
// From what a member holds to what she chose (policy R15): which claims and releases that takes. Pure.
#pragma once

#include <vector>

#include "domain/community/items.hpp"

namespace baodao {

struct ClaimChange {
    std::vector<ItemId> claimed;   // to be recorded as item.claimed
    std::vector<ItemId> released;  // as item.released
    std::vector<ItemId> refused;   // chosen, but full, withdrawn or never published here
    std::vector<ItemId> beyond;    // chosen beyond usual_claims_max: the cadre agrees to those
};

// What she holds already may stay whatever has become of it; a new item needs an open place.
[[nodiscard]] ClaimChange claim_change(const ItemBook& book, const std::vector<ItemId>& held,
                                       const std::vector<ItemId>& chosen);

}  // namespace baodao
