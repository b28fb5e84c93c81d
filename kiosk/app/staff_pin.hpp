// SPDX-License-Identifier: MIT
// The door to the staff side on the screen: PIN, staff card, and the way back in after a forgotten PIN.
#pragma once

#include <cstdint>
#include <string>
#include <variant>

#include "domain/base/time.hpp"

namespace baodao {

enum class PinStage {
    pin,         // six digits, or a staff card
    reset_code,  // the challenge is shown, the town's answer is typed
    new_pin,     //
    repeat_pin,  //
};

enum class PinNotice {
    none,
    wrong,         // so many tries are left
    locked,        // nothing was checked
    no_pin,        // none was ever set on this machine
    no_check,      // the machine could not count or check the try
    easy,          // refused as a new PIN
    differs,       // the repetition did
    card_refused,  // a staff card, but not one that opens here
    changed,       // the new PIN holds
    deputy_day,    // the deputy's PIN, on a day that is not hers
    deputy_clock,  // the deputy's PIN, and nobody knows which day it is
};

struct PinState {
    PinStage stage = PinStage::pin;
    PinNotice notice = PinNotice::none;
    std::string typed;
    std::string first;      // the new PIN, until it was repeated
    std::string challenge;  // to be read to the town
    int tries_left = 0;
    MonoMillis locked_until;
    bool waiting = false;  // the desk has not answered
};

inline constexpr std::int64_t reset_timeout_ms = 10 * ms_per_minute;  // a telephone call takes its time

struct PinKey {
    char digit;
};
struct PinErase {};
struct PinClear {};
struct PinForgotten {};
using PinTouch = std::variant<PinKey, PinErase, PinClear, PinForgotten>;

// How many digits this stage takes.
[[nodiscard]] std::size_t digits_wanted(PinStage stage);

}  // namespace baodao
