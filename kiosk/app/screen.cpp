// SPDX-License-Identifier: MIT
#include "kiosk/app/screen.hpp"

namespace baodao {

std::string_view token(Screen screen) {
    switch (screen) {
        case Screen::home:
            return "home";
        case Screen::guide:
            return "guide";
        case Screen::registered:
            return "registered";
        case Screen::sign_in:
            return "sign_in";
        case Screen::sign_out:
            return "sign_out";
        case Screen::confirm_short:
            return "confirm_short";
        case Screen::pick_activity:
            return "pick_activity";
        case Screen::repeat:
            return "repeat";
        case Screen::attention:
            return "attention";
        case Screen::record:
            return "record";
        case Screen::event:
            return "event";
        case Screen::record_lines:
            return "record_lines";
        case Screen::correct:
            return "correct";
        case Screen::claim:
            return "claim";
        case Screen::find:
            return "find";
        case Screen::found:
            return "found";
        case Screen::staff_pin:
            return "staff_pin";
        case Screen::staff:
            return "staff";
        case Screen::printing:
            return "printing";
        case Screen::self_test:
            return "selftest";
    }
    return "home";
}

std::optional<std::int64_t> timeout_ms(Screen screen, bool large_text) {
    const std::int64_t factor = large_text ? 2 : 1;
    switch (screen) {
        case Screen::home:
        case Screen::event:
        case Screen::self_test:  // opens by itself when all is good
        case Screen::staff:      // has a lock of its own
            return std::nullopt;
        case Screen::guide:
        case Screen::found:
            return factor * 20'000;
        case Screen::registered:
            return factor * 30'000;
        case Screen::sign_in:
        case Screen::sign_out:
            return large_text ? 15'000 : 8'000;
        case Screen::confirm_short:
            return factor * 15'000;
        case Screen::pick_activity:
            return factor * 10'000;
        case Screen::repeat:
            return factor * 8'000;
        case Screen::attention:
            return factor * 30'000;
        case Screen::record:
        case Screen::record_lines:
            return factor * 45'000;
        case Screen::correct:
        case Screen::claim:
            return factor * 60'000;
        case Screen::find:
            return factor * 40'000;
        case Screen::staff_pin:
            return factor * 30'000;
        case Screen::printing:
            return 15'000;
    }
    return std::nullopt;
}

NextPerson next_person(Screen screen) {
    switch (screen) {
        case Screen::registered:
        case Screen::record:
        case Screen::record_lines:
            return NextPerson::hand_over;
        case Screen::correct:
        case Screen::claim:
        case Screen::find:
        case Screen::found:
        case Screen::staff:
            return NextPerson::not_now;
        default:
            return NextPerson::at_once;
    }
}

}  // namespace baodao
