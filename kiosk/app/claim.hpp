// SPDX-License-Identifier: MIT
// Choosing service items (policy R13–R17), as plain data: what is offered to one member, and what she has
// ticked. Nothing is ticked for her.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/base/ids.hpp"

namespace baodao {

// Why an item is proposed to her (policy R16).
enum class OfferReason {
    none,    // is there, like all others
    skill,   // `word`: the skill that it asks for and she has
    wish,    // `word`: the post that she wished for
    needed,  // people are wanted
};

struct ItemView {
    ItemId id;
    std::string title;
    std::string post;
    std::int64_t places = 0;  // 0: not said
    std::int64_t team = 0;    // who has claimed it now (党员服务队, policy R17)
    OfferReason reason = OfferReason::none;
    std::string word;
    bool full = false;
    bool held = false;  // by her

    [[nodiscard]] std::int64_t wanted() const { return places > team ? places - team : 0; }
    [[nodiscard]] bool recommended() const {
        return reason == OfferReason::skill || reason == OfferReason::wish;
    }
};

// Everything that one member can choose from.
struct ClaimView {
    SlipSerial serial;
    std::string name;
    std::string skills;            // her own, as on the roster: 财务、写材料
    std::vector<ItemView> items;   // by post (the policy's seven first), then by title
    std::vector<ItemId> proposed;  // the best first; full ones and those that she holds are left out
};

// Her choice on a screen; what she holds is in it from the start.
struct ClaimState {
    ClaimView view;
    std::vector<ItemId> chosen;
    std::size_t page = 0;
    bool from_registration = false;  // one step back is the registration, and its receipt is owed
};

// How the desk took a choice.
struct ClaimResult {
    enum class State { unchanged, recorded, partly, not_stored };
    State state = State::unchanged;  // partly: an item was filled by somebody else meanwhile
    std::size_t held = 0;            // items that she holds now
};

}  // namespace baodao
