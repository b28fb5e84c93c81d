// SPDX-License-Identifier: MIT
#include "domain/community/proposals.hpp"

#include <algorithm>

namespace baodao {

namespace {

bool has(const std::vector<std::string>& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

Proposal proposal_for(const ItemPublished& item, const Leanings& leanings) {
    for (const std::string& skill : item.skills) {
        if (has(leanings.skills, skill)) return {item.item, ProposalReason::skill, skill};
    }
    if (has(leanings.posts, item.post)) return {item.item, ProposalReason::wish, item.post};
    return {item.item, ProposalReason::needed, {}};
}

// Share of the places that is taken, in thousandths; no number of places: half.
std::int64_t share_taken(const ItemBook& book, ItemId id) {
    const std::int64_t places = book.item(id)->people;
    return places > 0 ? static_cast<std::int64_t>(book.team(id).size()) * 1000 / places : 500;
}

}  // namespace

std::vector<Proposal> propose_items(const ItemBook& book, const Leanings& leanings,
                                    const std::vector<ItemId>& held) {
    std::vector<Proposal> proposals;
    for (const ItemPublished* item : book.open_items()) {
        const bool mine = std::find(held.begin(), held.end(), item->item) != held.end();
        if (!mine && !book.full(item->item)) proposals.push_back(proposal_for(*item, leanings));
    }
    std::stable_sort(proposals.begin(), proposals.end(), [&](const Proposal& a, const Proposal& b) {
        return std::pair(a.reason, share_taken(book, a.item)) <
               std::pair(b.reason, share_taken(book, b.item));
    });
    return proposals;
}

}  // namespace baodao
