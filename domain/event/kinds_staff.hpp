// SPDX-License-Identifier: MIT
// Bodies about the window cadre's side: who came in and how, who was turned away, who was called.
// No names: the actor is the staff card's serial, or 0 for the window's PIN.
#pragma once

#include "domain/event/kinds_body.hpp"

namespace baodao {

struct StaffEntered {
    static constexpr std::string_view kind = kinds::staff_entered;
    std::string how;  // pin, card, reset
};

struct StaffLeft {
    static constexpr std::string_view kind = kinds::staff_left;
    std::string why;  // locked, idle
};

struct StaffDenied {
    static constexpr std::string_view kind = kinds::staff_denied;
    std::string how;          // pin, card, reset
    std::int64_t tries = 0;   // wrong ones in a row, this one included; 0 for a card
    bool locked = false;      // this one began a lock
    std::string detail = {};  // of a card: why
};

struct StaffPinSet {
    static constexpr std::string_view kind = kinds::staff_pin_set;
    std::string how;  // init, reset, changed, tool
};

// 请工作人员协助: a line on the staff board until somebody answers it.
struct StaffCalled {
    static constexpr std::string_view kind = kinds::staff_called;
    std::string reason;  // code, an open list
    std::optional<SlipSerial> serial;
};

struct StaffCallAnswered {
    static constexpr std::string_view kind = kinds::staff_call_answered;
    EventId call;
    std::optional<SlipSerial> serial;  // of the call
};

}  // namespace baodao
