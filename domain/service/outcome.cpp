// SPDX-License-Identifier: MIT
#include "domain/service/outcome.hpp"

#include "domain/base/check.hpp"

namespace baodao {

std::string_view token(Outcome outcome) {
    switch (outcome) {
        case Outcome::registered:
            return "registered";
        case Outcome::signed_in:
            return "signed_in";
        case Outcome::signed_out:
            return "signed_out";
        case Outcome::already_in:
            return "already_in";
        case Outcome::already_out:
            return "already_out";
        case Outcome::confirm_short:
            return "confirm_short";
        case Outcome::choose_activity:
            return "choose_activity";
        case Outcome::forgotten_sign_out:
            return "forgotten_sign_out";
        case Outcome::parked:
            return "parked";
        case Outcome::not_yet_valid:
            return "not_yet_valid";
        case Outcome::revoked:
            return "revoked";
        case Outcome::wrong_purpose:
            return "wrong_purpose";
        case Outcome::altered:
            return "altered";
        case Outcome::foreign:
            return "foreign";
        case Outcome::unreadable:
            return "unreadable";
        case Outcome::store_failed:
            return "store_failed";
    }
    BAODAO_CHECK(!"every outcome has a token");
    return {};
}

std::string_view token(ParkReason reason) {
    switch (reason) {
        case ParkReason::unknown_key:
            return "unknown_key";
        case ParkReason::other_community:
            return "other_community";
        case ParkReason::past_last_day:
            return "past_last_day";
        case ParkReason::not_on_roster:
            return "not_on_roster";
    }
    BAODAO_CHECK(!"every reason has a token");
    return {};
}

std::optional<ParkReason> park_reason_from(std::string_view word) {
    for (const ParkReason reason : {ParkReason::unknown_key, ParkReason::other_community,
                                    ParkReason::past_last_day, ParkReason::not_on_roster}) {
        if (token(reason) == word) return reason;
    }
    return std::nullopt;
}

}  // namespace baodao
