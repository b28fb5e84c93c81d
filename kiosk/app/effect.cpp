// SPDX-License-Identifier: MIT
#include "kiosk/app/effect.hpp"

namespace baodao {

std::string_view token(Sound sound) {
    switch (sound) {
        case Sound::registered:
            return "registered";
        case Sound::sign_in:
            return "signin";
        case Sound::sign_out:
            return "signout";
        case Sound::repeat:
            return "repeat";
        case Sound::attention:
            return "attention";
        case Sound::assist:
            return "assist";
        case Sound::key:
            return "key";
    }
    return "key";
}

std::string_view token(HelpReason reason) {
    switch (reason) {
        case HelpReason::attention:
            return "attention";
        case HelpReason::correct_time:
            return "correct_time";
        case HelpReason::correct_activity:
            return "correct_activity";
        case HelpReason::no_card:
            return "no_card";
    }
    return "attention";
}

}  // namespace baodao
