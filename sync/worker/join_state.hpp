// SPDX-License-Identifier: MIT
// How it stands with the invitation to a headquarters that was read last.
#pragma once

namespace baodao {

enum class Joining {
    none,           // there is none, or it did its work
    reaching,       // headquarters is being asked
    no_line,        // it could not be reached; tried again
    other_machine,  // something else answers at its address
    used,           // by another kiosk
    expired,        // its time is over, here or by headquarters' word
    refused,        // headquarters does not know it, or does not take this kiosk
    not_kept,       // this machine could not keep what it needs
};
// Nothing more will come of that invitation.
[[nodiscard]] constexpr bool is_over(Joining joining) {
    return joining != Joining::reaching && joining != Joining::no_line;
}

}  // namespace baodao
