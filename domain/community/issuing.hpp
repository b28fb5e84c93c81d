// SPDX-License-Identifier: MIT
// From a row of a roster to a signed slip and the events that say so (policy R5, R6). Pure: who calls knows
// which numbers were given before, and writes the events before the slip is handed out.
#pragma once

#include <string>
#include <vector>

#include "domain/base/random.hpp"
#include "domain/community/roster.hpp"
#include "domain/event/card.hpp"
#include "domain/event/event.hpp"
#include "domain/event/kinds_member.hpp"
#include "domain/slip/slip.hpp"

namespace baodao {

struct IssuedSlip {
    SlipSerial serial;
    std::string text;         // of the QR code
    std::string slip_number;  // 财政-2026-1-07
    RosterRow row;
};

// Who signs, and for which community.
struct SlipIssuer {
    KeyId key_id;
    SigningKey key;
    CommunityId community;
    SecretKey community_key;  // seals the cards
};

// The days on a slip: they limit the first registration only (decision 7).
struct SlipDays {
    LocalDate first;
    LocalDate last;
};

// An event without its time, and the cards that it names.
struct UndatedEvent {
    Event event;
    std::vector<SealedCard> cards;
};

// Somebody new on a roll: her number, and her name in a card.
struct ListedMember {
    PersonRef who;  // with a serial of a slip to come, and a member number
    std::vector<UndatedEvent> events;
};
// `today` decides in which half-year what she did before counts (decision 9).
[[nodiscard]] ListedMember list_member(const RosterRow& row, AgencyId agency, LocalDate today,
                                       const SecretKey& community_key, Random& random);

struct SignedSlip {
    IssuedSlip slip;
    UndatedEvent event;  // with the text in a card, for every later copy
};
// bad_input, and the row: a field of it does not fit a slip.
[[nodiscard]] Result<SignedSlip> sign_slip(const RosterRow& row, const SlipIssued& issued,
                                           const SlipIssuer& issuer, const SlipDays& days, Random& random);

// 财政-2026-1-07: what stands on the paper. `agency` is its full name.
[[nodiscard]] std::string slip_number(const SlipIssued& issued, std::string_view agency);
// 财政 of 镇财政所: how an agency is called in slip numbers.
[[nodiscard]] std::string agency_short_name(std::string_view agency);

}  // namespace baodao
