// SPDX-License-Identifier: MIT
#include "kiosk/app/deputy_page.hpp"

namespace baodao {

std::optional<DeputyFault> deputy_fault(const DeputyPage& page) {
    if (!page.entry.letters.empty()) return DeputyFault::letters_left;
    if (page.text(DeputyField::name).empty()) return DeputyFault::no_name;
    if (page.text(DeputyField::phone).empty()) return DeputyFault::no_phone;
    if (page.text(DeputyField::pin).size() != deputy_pin_digits) return DeputyFault::no_pin;
    return std::nullopt;
}

}  // namespace baodao
