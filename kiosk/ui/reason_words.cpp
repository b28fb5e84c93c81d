// SPDX-License-Identifier: MIT
#include "kiosk/ui/reason_words.hpp"

#include <array>
#include <utility>

#include "domain/service/outcome.hpp"

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

std::string park_words(const Words& words, std::string_view token_text) {
    const auto reason = park_reason_from(token_text);
    if (!reason) return std::string(token_text);
    switch (*reason) {
        case ParkReason::unknown_key:
            return std::string(words(Text::reason_unknown_key));
        case ParkReason::other_community:
            return std::string(words(Text::reason_other_community));
        case ParkReason::past_last_day:
            return std::string(words(Text::reason_past_last_day_undated));
        case ParkReason::not_on_roster:
            return std::string(words(Text::reason_not_on_roster));
    }
    return std::string(token_text);
}

}  // namespace baodao
