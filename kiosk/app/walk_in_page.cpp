// SPDX-License-Identifier: MIT
#include "kiosk/app/walk_in_page.hpp"

namespace baodao {

std::vector<std::string> WalkInPage::choices() const {
    if (!form) return {};
    if (field == WalkInField::agency) return form->agencies;
    const auto found = form->branches.find(text(WalkInField::agency));
    const bool branches = field == WalkInField::branch && found != form->branches.end();
    return branches ? found->second : std::vector<std::string>{};
}

std::optional<WalkInFault> walk_in_fault(const WalkInPage& page) {
    if (!page.entry.letters.empty()) return WalkInFault::letters_left;
    if (page.text(WalkInField::name).empty()) return WalkInFault::no_name;
    if (page.text(WalkInField::name).size() > walk_in_name_bytes_max) return WalkInFault::name_too_long;
    if (page.text(WalkInField::agency).empty()) return WalkInFault::no_agency;
    const std::size_t digits = page.text(WalkInField::phone).size();
    if (digits != 0 && digits != walk_in_phone_digits) return WalkInFault::phone_short;
    return std::nullopt;
}

}  // namespace baodao
