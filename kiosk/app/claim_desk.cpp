// SPDX-License-Identifier: MIT
#include "kiosk/app/claim_desk.hpp"

#include <algorithm>

#include "domain/community/claims.hpp"
#include "domain/community/posts.hpp"
#include "domain/community/proposals.hpp"
#include "kiosk/app/drafts.hpp"

namespace baodao {

namespace {

// The card keeps a list as one text: 财务、写材料.
std::vector<std::string> listed(const std::string& text) {
    constexpr std::string_view comma = "、";
    std::vector<std::string> words;
    for (std::size_t from = 0; from < text.size();) {
        const std::size_t to = std::min(text.find(comma, from), text.size());
        if (to > from) words.push_back(text.substr(from, to - from));
        from = to + comma.size();
    }
    return words;
}

OfferReason offer_reason(ProposalReason reason) {
    switch (reason) {
        case ProposalReason::skill:
            return OfferReason::skill;
        case ProposalReason::wish:
            return OfferReason::wish;
        case ProposalReason::needed:
            return OfferReason::needed;
    }
    return OfferReason::none;
}

std::size_t rank_of(const std::string& post) {
    const auto found = std::find(given_posts.begin(), given_posts.end(), post);
    return static_cast<std::size_t>(found - given_posts.begin());
}

bool by_post(const ItemView& a, const ItemView& b) {
    const std::size_t rank_a = rank_of(a.post);
    const std::size_t rank_b = rank_of(b.post);
    return std::tie(rank_a, a.post, a.title, a.id) < std::tie(rank_b, b.post, b.title, b.id);
}

ItemView view_of(const ItemBook& book, const ItemPublished& item, const std::vector<ItemId>& held) {
    ItemView view;
    view.id = item.item;
    view.title = item.title;
    view.post = item.post;
    view.places = item.people;
    view.team = static_cast<std::int64_t>(book.team(item.item).size());
    view.full = book.full(item.item);
    view.held = std::find(held.begin(), held.end(), item.item) != held.end();
    return view;
}

}  // namespace

ClaimView claim_view(const ItemBook& book, const PersonState& person, const PersonCard& card,
                     SlipSerial serial) {
    ClaimView view;
    view.serial = serial;
    view.name = card.name;
    view.skills = card.skills;
    const auto held = book.claimed_by(person);
    for (const ItemPublished* item : book.open_items()) view.items.push_back(view_of(book, *item, held));
    for (const ItemId id : held) {
        const ItemPublished* item = book.item(id);
        if (item != nullptr && item->withdrawn) view.items.push_back(view_of(book, *item, held));
    }
    for (const Proposal& proposal : propose_items(book, {listed(card.skills), listed(card.wishes)}, held)) {
        view.proposed.push_back(proposal.item);
        const auto offered = std::find_if(view.items.begin(), view.items.end(),
                                          [&](const ItemView& item) { return item.id == proposal.item; });
        offered->reason = offer_reason(proposal.reason);
        offered->word = proposal.word;
    }
    std::sort(view.items.begin(), view.items.end(), by_post);
    return view;
}

Result<ClaimView> open_claim(Desk& desk, const SubmitScan& request) {
    const auto known = desk.known(request);
    if (!known) return known.error();
    ClaimView view = claim_view(desk.items(), known->person.state, known->card, known->serial);
    view.name = known->name;
    return view;
}

ClaimResult claim_items(Desk& desk, const ClaimItems& request) {
    const auto person = desk.load(request.serial.value);
    if (!person) return {ClaimResult::State::not_stored, 0};
    const auto held = desk.items().claimed_by(person->state);
    const ClaimChange change = claim_change(desk.items(), held, request.items);
    PersonRef who{request.serial, std::nullopt};
    if (!person->state.members.empty()) who.member = *person->state.members.begin();
    std::vector<Draft> drafts;
    for (const ItemId item : change.released) drafts.push_back(draft_of(ItemReleased{who, item}));
    for (const ItemId item : change.claimed) drafts.push_back(draft_of(ItemClaimed{who, item}));
    for (Draft& draft : drafts) draft.event.actor = {ActorKind::member, request.serial.value};

    ClaimResult result;
    result.held = held.size() - change.released.size() + change.claimed.size();
    const bool missed = !change.refused.empty() || !change.beyond.empty();
    result.state = missed           ? ClaimResult::State::partly
                   : drafts.empty() ? ClaimResult::State::unchanged
                                    : ClaimResult::State::recorded;
    if (drafts.empty()) return result;
    if (auto noted = desk.note(std::move(drafts)); !noted)
        return {ClaimResult::State::not_stored, held.size()};
    return result;
}

std::vector<const ItemPublished*> held_items(const ItemBook& book, const PersonState& person) {
    std::vector<const ItemPublished*> held;
    for (const ItemId id : book.claimed_by(person)) {
        if (const ItemPublished* item = book.item(id)) held.push_back(item);
    }
    std::sort(held.begin(), held.end(), [](const ItemPublished* a, const ItemPublished* b) {
        return std::tie(a->title, a->item) < std::tie(b->title, b->item);
    });
    return held;
}

std::vector<ReceiptItem> receipt_items(const ItemBook& book, const PersonState& person) {
    std::vector<ReceiptItem> lines;
    for (const ItemPublished* item : held_items(book, person))
        lines.push_back({item->post, item->title, item->title + "党员服务队"});
    return lines;
}

}  // namespace baodao
