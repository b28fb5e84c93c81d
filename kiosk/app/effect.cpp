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

}  // namespace baodao
