// SPDX-License-Identifier: MIT
// How the items of a community are laid out over pages of posts: a post is a box of two items, a post with
// more has several boxes.
#pragma once

#include <string>
#include <vector>

#include "kiosk/app/claim.hpp"

namespace baodao {

inline constexpr std::size_t items_in_box = 2;
inline constexpr std::size_t boxes_on_page = 7;  // the eighth place is the advice
inline constexpr std::size_t offers_on_registration = 4;

struct PostBox {
    std::string post;
    std::vector<const ItemView*> items;  // of the view that it was made from
};

// In the order of the view's items.
[[nodiscard]] std::vector<PostBox> post_boxes(const ClaimView& view);
// At least 1.
[[nodiscard]] std::size_t claim_pages(const ClaimView& view);
// The first of what is proposed, for the registration.
[[nodiscard]] std::vector<const ItemView*> first_offers(const ClaimView& view);

}  // namespace baodao
