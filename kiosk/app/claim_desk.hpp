// SPDX-License-Identifier: MIT
// The desk's side of claiming: what is offered to a member, recording what she chose, and the lines that
// her receipt says about it. On the thread that owns the desk.
#pragma once

#include <vector>

#include "domain/community/items.hpp"
#include "domain/paper/receipt.hpp"
#include "kiosk/app/claim.hpp"
#include "kiosk/app/desk.hpp"

namespace baodao {

[[nodiscard]] ClaimView claim_view(const ItemBook& book, const PersonState& person, const PersonCard& card,
                                   SlipSerial serial);
// For the tile 认领项目 and a scan. Error: nobody registered here holds this slip; the screen then answers
// with Desk::scan().
[[nodiscard]] Result<ClaimView> open_claim(Desk& desk, const SubmitScan& request);
// Records the difference between what she holds and what she chose, all or nothing.
[[nodiscard]] ClaimResult claim_items(Desk& desk, const ClaimItems& request);

// What she holds, by title.
[[nodiscard]] std::vector<const ItemPublished*> held_items(const ItemBook& book, const PersonState& person);
// For paper 2: the claimed items with their posts and teams; none: 项目以后再选.
[[nodiscard]] std::vector<ReceiptItem> receipt_items(const ItemBook& book, const PersonState& person);

}  // namespace baodao
