// SPDX-License-Identifier: MIT
#include "kiosk/app/claim_pages.hpp"

#include <algorithm>

namespace baodao {

std::vector<PostBox> post_boxes(const ClaimView& view) {
    std::vector<PostBox> boxes;
    for (const ItemView& item : view.items) {
        const bool joins =
            !boxes.empty() && boxes.back().post == item.post && boxes.back().items.size() < items_in_box;
        if (!joins) boxes.push_back({item.post, {}});
        boxes.back().items.push_back(&item);
    }
    return boxes;
}

std::size_t claim_pages(const ClaimView& view) {
    const std::size_t boxes = post_boxes(view).size();
    return std::max<std::size_t>(1, (boxes + boxes_on_page - 1) / boxes_on_page);
}

std::vector<const ItemView*> first_offers(const ClaimView& view) {
    std::vector<const ItemView*> offers;
    for (const ItemId id : view.proposed) {
        const auto found = std::find_if(view.items.begin(), view.items.end(),
                                        [&](const ItemView& item) { return item.id == id; });
        if (found != view.items.end() && offers.size() < offers_on_registration) offers.push_back(&*found);
    }
    return offers;
}

}  // namespace baodao
