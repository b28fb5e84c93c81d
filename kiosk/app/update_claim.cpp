// SPDX-License-Identifier: MIT
// Choosing service items: on the registration and on the screen with all posts.
#include <algorithm>

#include "domain/community/items.hpp"
#include "kiosk/app/claim_pages.hpp"
#include "kiosk/app/update_parts.hpp"

namespace baodao::update_parts {
namespace {

const ItemView* item_of(const ClaimState& claim, ItemId id) {
    const auto found = std::find_if(claim.view.items.begin(), claim.view.items.end(),
                                    [&](const ItemView& item) { return item.id == id; });
    return found == claim.view.items.end() ? nullptr : &*found;
}

std::vector<ItemId> held_in(const ClaimView& view) {
    std::vector<ItemId> held;
    for (const ItemView& item : view.items)
        if (item.held) held.push_back(item.id);
    return held;
}

}  // namespace

void on_claim(Model& model, const ClaimAnswered& answered, Effects& effects) {
    auto scan = settle(model, answered.ticket);
    if (!scan) return;
    begin_visit(model, std::move(*scan), effects);
    model.visit->answer.name = answered.claim.name;
    model.visit->answer.serial = answered.claim.serial;
    model.visit->claim = ClaimState{answered.claim, held_in(answered.claim), 0, false};
    effects.emplace_back(PlaySound{Sound::repeat});
    show(model, Screen::claim);
}

void on_claim_recorded(Model& model, const ClaimResult& result) {
    switch (result.state) {
        case ClaimResult::State::unchanged:
            return;
        case ClaimResult::State::recorded:
            say(model, result.held == 0 ? Text::toast_claim_none : Text::toast_claimed);
            return;
        case ClaimResult::State::partly:
            say(model, Text::toast_claim_full);
            return;
        case ClaimResult::State::not_stored:
            say(model, Text::toast_claim_failed);
            return;
    }
}

void on_item(Model& model, ItemId id) {
    on_touch(model);
    if (!model.visit || !model.visit->claim) return;
    if (model.screen != Screen::registered && model.screen != Screen::claim) return;
    ClaimState& claim = *model.visit->claim;
    const ItemView* item = item_of(claim, id);
    if (item == nullptr) return;
    const auto ticked = std::find(claim.chosen.begin(), claim.chosen.end(), id);
    if (ticked != claim.chosen.end()) {
        claim.chosen.erase(ticked);
    } else if (item->full && !item->held) {
        say(model, Text::toast_item_full);
    } else if (claim.chosen.size() >= usual_claims_max) {
        say(model, Text::toast_two_chosen);
    } else {
        claim.chosen.push_back(id);
    }
}

void show_all_posts(Model& model) {
    if (model.screen != Screen::registered || !model.visit || !model.visit->claim) return;
    show(model, Screen::claim);
}

void turn_claim_page(Model& model, int by) {
    ClaimState& claim = *model.visit->claim;
    const auto last = static_cast<std::ptrdiff_t>(claim_pages(claim.view)) - 1;
    const auto wanted = static_cast<std::ptrdiff_t>(claim.page) + by;
    claim.page = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, last));
}

void claim_ticked(Model& model, Effects& effects) {
    if (!model.visit || !model.visit->claim) return;
    const ClaimState& claim = *model.visit->claim;
    if (claim.chosen == held_in(claim.view)) return;
    effects.emplace_back(ClaimItems{claim.view.serial, claim.chosen});
}

void confirm_claim(Model& model, Effects& effects) {
    if (model.screen != Screen::claim || !model.visit || !model.visit->claim) return;
    claim_ticked(model, effects);
    if (model.visit->claim->chosen.empty()) say(model, Text::toast_claim_none);
    print_receipt(model, effects);
}

void leave_claim(Model& model, Effects& effects) {
    if (model.visit && model.visit->claim && model.visit->claim->from_registration) {
        show(model, Screen::registered);
    } else {
        go_home(model, effects);
    }
}

}  // namespace baodao::update_parts
