// SPDX-License-Identifier: MIT
#include "kiosk/ui/reason_words.hpp"

#include <array>
#include <utility>

namespace baodao {

std::string reason_words(const Words& words, std::string_view reason) {
    constexpr std::array<std::pair<std::string_view, Text>, 17> known{{
        {"out_time", Text::wrong_out_time},
        {"in_time", Text::wrong_in_time},
        {"missing", Text::wrong_missing},
        {"activity", Text::wrong_activity_choice},
        {"person", Text::wrong_person},
        {"other", Text::wrong_other},
        {"chosen", Text::reason_chosen},
        {"teammates", Text::basis_teammates},
        {"present", Text::basis_present},
        {"sheet", Text::basis_sheet},
        {"none", Text::basis_none},
        {"outside", Text::entry_outside},
        {"power", Text::entry_power},
        {"no_device", Text::entry_no_device},
        {"forgot", Text::entry_forgot},
        {"asked", Text::reason_asked},
        {"other_record", Text::reason_other_record},
    }};
    for (const auto& [code, text] : known)
        if (code == reason) return std::string(words(text));
    return std::string(reason);
}

}  // namespace baodao
