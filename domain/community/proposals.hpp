// SPDX-License-Identifier: MIT
// Which items to put first for one member, and why (policy R16). Nothing is chosen for her.
#pragma once

#include <string>
#include <vector>

#include "domain/community/items.hpp"

namespace baodao {

// From the member's card; never stored in an event.
struct Leanings {
    std::vector<std::string> skills;  // 特长
    std::vector<std::string> posts;   // 意向岗位
};

enum class ProposalReason {
    skill,   // `word` is the skill that the item asks for
    wish,    // `word` is the post that she wished for
    needed,  // places are open
};

struct Proposal {
    ItemId item;
    ProposalReason reason = ProposalReason::needed;
    std::string word;  // empty for `needed`
};

// Skill before wish before need; inside one reason the items with the smallest share of their
// places taken come first. Full items, withdrawn ones, and those that she holds are left out.
[[nodiscard]] std::vector<Proposal> propose_items(const ItemBook& book, const Leanings& leanings,
                                                  const std::vector<ItemId>& held);

}  // namespace baodao
