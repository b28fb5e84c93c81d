// SPDX-License-Identifier: MIT
#include "kiosk/ui/icon_shapes.hpp"

namespace baodao {

std::string_view icon_shape(Icon icon) {
    switch (icon) {
        case Icon::arrow_left:
            return "M 20 12 L 4 12 M 10 6 L 4 12 L 10 18";
        case Icon::backspace:
            return "M 8 5 L 21 5 L 21 19 L 8 19 L 2.5 12 Z M 12 9.5 L 17 14.5 M 17 9.5 L 12 14.5";
        case Icon::badge:
            return "M 9 5 L 5 5 A 5 7 2 270 180 L 3 18 A 5 18 2 180 90 L 19 20 A 19 18 2 90 0 L 21 7 "
                   "A 19 7 2 0 -90 L 15 5 R 9.5 2.5 5 5 1.5 R 6.5 11.5 3.6 4 1 M 14 12 L 17.5 12 M 13.5 16 L "
                   "17.5 16";
        case Icon::bell:
            return "M 10 4.5 A 12 4.5 2 180 360 C 17 6 18 8.5 18 11 L 18 14 C 18.2 15.4 19 16.2 20 17 L 4 17 "
                   "C 5 16.2 5.8 15.4 6 14 L 6 11 C 6 8.5 7 6 10 4.5 M 9 17 L 9 18 A 12 18 3 180 0 L 15 17 "
                   "M 21 6 C 20.6 4.9 19.8 3.9 18.8 3.2 M 3 6 C 3.4 4.9 4.2 3.9 5.2 3.2";
        case Icon::bulb:
            return "M 3 12 L 4 12 M 12 3 L 12 4 M 20 12 L 21 12 M 5.6 5.6 L 6.3 6.3 M 18.4 5.6 L 17.7 6.3 "
                   "M 9 16 A 12 12 5 127 413 L 15 16 Z M 9.7 20 L 14.3 20";
        case Icon::calendar:
            return "R 4 5 16 16 2 M 16 3 L 16 7 M 8 3 L 8 7 M 4 11 L 20 11 R 8 15 2.4 2.4 0.4";
        case Icon::camera:
            return "M 5 7 L 6 7 C 7.2 7 8 6.2 8 5 C 8 4.4 8.4 4 9 4 L 15 4 C 15.6 4 16 4.4 16 5 C 16 6.2 "
                   "16.8 7 18 7 "
                   "L 19 7 A 19 9 2 -90 0 L 21 18 A 19 18 2 0 90 L 5 20 A 5 18 2 90 180 L 3 9 A 5 9 2 180 "
                   "270 Z "
                   "O 12 13 3";
        case Icon::camera_off:
            return "M 3 3 L 21 21 M 7 7 L 5 7 A 5 9 2 270 180 L 3 18 A 5 18 2 180 90 L 18.5 20 M 9 4 L 15 4 "
                   "C 15.6 4 16 4.4 16 5 C 16 6.2 16.8 7 18 7 L 19 7 A 19 9 2 -90 0 L 21 17 M 9.7 11.2 A 12 "
                   "13 3 218 50";
        case Icon::check:
            return "M 5 12.5 L 10 17.5 L 20 7";
        case Icon::check_circle:
            return "O 12 12 9 M 8.8 12.2 L 11 14.4 L 15.4 9.8";
        case Icon::chevron_right:
            return "M 9 5.5 L 15.5 12 L 9 18.5";
        case Icon::clock:
            return "O 12 12 9 M 12 7 L 12 12 L 15 14.5";
        case Icon::clock_question:
            return "A 12 12 9 80 366 M 12 7 L 12 12 L 14 14 M 17.3 16.2 A 19 16.2 1.8 180 400 "
                   "C 19.8 18 19 18.2 19 19 M 19 22 L 19 22.02";
        case Icon::close:
            return "M 6 6 L 18 18 M 18 6 L 6 18";
        case Icon::cloud_check:
            return "M 10 18.5 L 7 18.5 A 7 14 4.5 90 270 C 7.2 6.6 10 5 12.6 5 C 15.3 5 17.2 6.6 17.8 9 "
                   "A 18 12.5 3.5 -90 30 M 14 18.5 L 16 20.5 L 20.5 16";
        case Icon::cloud_off:
            return "M 3 3.5 L 20.5 21 M 9.6 5.6 C 12.6 4.4 16.6 5.4 17.6 9 A 18 12.5 3.5 -90 50 M 18 18.5 L "
                   "7 18.5 "
                   "A 7 14 4.5 90 270 C 7 8.7 7.3 7.9 7.7 7.3";
        case Icon::database:
            return "M 4 6 C 4 2.4 20 2.4 20 6 C 20 9.6 4 9.6 4 6 Z M 4 6 L 4 18 C 4 21.6 20 21.6 20 18 L 20 "
                   "6 M 4 12 "
                   "C 4 15.6 20 15.6 20 12";
        case Icon::door_in:
            return "M 3 21 L 21 21 M 5 21 L 5 5 A 7 5 2 180 270 L 13 3 M 17 13.5 L 17 21 M 21 7 L 14 7 M 17 "
                   "4 L 14 7 "
                   "L 17 10 D 13 12.3 1.1";
        case Icon::door_out:
            return "M 3 21 L 21 21 M 5 21 L 5 5 A 7 5 2 180 270 L 14.5 3 M 17 13.5 L 17 21 M 14 7 L 21 7 M "
                   "18 4 L 21 7 "
                   "L 18 10 D 13 12.3 1.1";
        case Icon::double_tick:
            return "M 2.5 12.5 L 7 17 L 16 7.5 M 11.5 16.5 L 12 17 L 21.5 7.5";
        case Icon::hand_heart:
            return "M 19.5 12.6 L 12 20 L 4.5 12.6 C 2.4 10.5 2.6 7.3 4.8 5.6 C 7 3.9 10.2 4.3 12 6.6 "
                   "C 13.8 4.3 17 3.9 19.2 5.6 C 21.4 7.3 21.6 10.5 19.5 12.6 M 12 6.6 L 8.7 9.9 "
                   "C 8.1 10.5 8.1 11.4 8.7 12 C 9.3 12.6 10.2 12.6 10.8 12 L 12.6 10.4 L 15.5 13.1 M 12.6 "
                   "15.3 L 14.4 17.1 "
                   "M 14.8 13.1 L 16.6 14.9";
        case Icon::history:
            return "M 12 8 L 12 12 L 14 14 M 3.3 11 A 12 12 9 186 506 M 3.3 17.5 L 3.3 13.5 M 4 20 L 4 15.5 "
                   "L 8.5 15.5";
        case Icon::hourglass:
            return "M 6.5 7 L 17.5 7 M 6.5 17 L 17.5 17 M 6 20 L 6 19 C 6 15 9.5 14 12 12 C 14.5 10 18 9 18 "
                   "5 L 18 4 "
                   "C 18 3.4 17.6 3 17 3 L 7 3 C 6.4 3 6 3.4 6 4 L 6 5 C 6 9 9.5 10 12 12 C 14.5 14 18 15 18 "
                   "19 L 18 20 "
                   "C 18 20.6 17.6 21 17 21 L 7 21 C 6.4 21 6 20.6 6 20 Z";
        case Icon::keyboard:
            return "R 2 6 20 12 2 M 6 10 L 6 10.02 M 10 10 L 10 10.02 M 14 10 L 14 10.02 M 18 10 L 18 10.02 "
                   "M 10 14 L 14 14";
        case Icon::large_text:
            return "M 4 19 L 4 8.5 A 7 8 3 180 360 L 10 19 M 4 13 L 10 13 M 18.5 9 L 18.5 15 M 15.5 12 L "
                   "21.5 12";
        case Icon::leaf:
            return "M 5 21 C 5.5 16.5 7.5 13.5 11.5 12 M 9.2 18 C 15.3 18 19.6 15 20 6 L 20 4 L 16 4 C 9 4 "
                   "6.2 7.6 6 12 "
                   "C 6 14 6.5 16.5 9.2 18";
        case Icon::lock:
            return "R 5 11 14 10 2 O 12 16 0.7 M 8 11 L 8 7 A 12 7 4 180 360 L 16 11";
        case Icon::pencil:
            return "M 8 7 L 6 7 A 6 9 2 270 180 L 4 18 A 6 18 2 180 90 L 15 20 A 15 18 2 90 0 L 17 17 M 9 15 "
                   "L 9 12 "
                   "L 17.5 3.6 A 19 5.1 2.1 225 405 L 12 15 Z M 16 5 L 19 8";
        case Icon::people:
            return "O 9 7 4 M 3 21 L 3 19 A 7 19 4 180 270 L 11 15 A 11 19 4 270 360 L 15 21 M 16 3.2 A 15 7 "
                   "4 -75 75 "
                   "M 21 21 L 21 19 C 21 17.2 19.8 15.6 18 15.1";
        case Icon::person:
            return "O 12 7 4 M 6 21 L 6 19 A 10 19 4 180 270 L 14 15 A 14 19 4 270 360 L 18 21";
        case Icon::person_question:
            return "O 9.5 7 4 M 4 21 L 4 19 A 8 19 4 180 270 L 13 15 M 17.3 16.2 A 19 16.2 1.8 180 400 "
                   "C 19.8 18 19 18.2 19 19 M 19 22 L 19 22.02";
        case Icon::person_search:
            return "O 11 7 4 M 5 21 L 5 19 A 9 19 4 180 270 L 10.5 15 O 17.5 17.5 2.6 M 19.5 19.5 L 22 22";
        case Icon::phone:
            return "M 5 4 L 9 4 L 11 9 L 8.5 10.5 C 9.6 12.7 11.3 14.4 13.5 15.5 L 15 13 L 20 15 L 20 19 "
                   "A 18 19 2 0 90 C 10 20.5 3.5 14 3 6 A 5 6 2 180 270";
        case Icon::printer:
            return "M 17 17 L 19 17 A 19 15 2 90 0 L 21 11 A 19 11 2 0 -90 L 5 9 A 5 11 2 270 180 L 3 15 "
                   "A 5 15 2 180 90 L 7 17 M 17 9 L 17 5 A 15 5 2 0 -90 L 9 3 A 9 5 2 270 180 L 7 9 R 7 13 "
                   "10 8 2";
        case Icon::qr_code:
            return "R 4 4 6 6 1 R 14 4 6 6 1 R 4 14 6 6 1 M 7 17 L 7 17.02 M 7 7 L 7 7.02 M 17 7 L 17 7.02 "
                   "M 14 14 L 17 14 M 20 14 L 20 14.02 M 14 14 L 14 17 M 14 20 L 17 20 M 17 17 L 20 17 M 20 "
                   "17 L 20 20";
        case Icon::refresh:
            return "M 20 11 A 12 12 8.1 -7 -157 M 4 4.5 L 4 9 L 8.5 9 M 4 13 A 12 12 8.1 173 23 M 20 19.5 L "
                   "20 15 L 15.5 15";
        case Icon::save:
            return "M 6 4 L 16 4 L 20 8 L 20 18 A 18 18 2 0 90 L 6 20 A 6 18 2 90 180 L 4 6 A 6 6 2 180 270 "
                   "Z "
                   "O 12 14 2 M 14 4 L 14 8 L 8 8 L 8 4";
        case Icon::shield_check:
            return "M 11.4 20.8 C 4.8 18.4 2.2 11.6 3.6 6 C 6.8 6.1 9.7 5.2 12 3 C 14.3 5.2 17.2 6.1 20.4 6 "
                   "C 21 8.6 20.9 11.2 20.2 13.6 M 15 19 L 17 21 L 21 17";
        case Icon::sun:
            return "O 12 12 4 M 3 12 L 4 12 M 12 3 L 12 4 M 20 12 L 21 12 M 12 20 L 12 21 M 5.6 5.6 L 6.3 "
                   "6.3 "
                   "M 18.4 5.6 L 17.7 6.3 M 17.7 17.7 L 18.4 18.4 M 6.3 17.7 L 5.6 18.4";
        case Icon::triangle:
            return "M 10.4 4 L 2.5 17 A 4.1 18.5 1.9 210 90 L 19.9 20.4 A 19.9 18.5 1.9 90 -30 L 13.6 4 "
                   "A 12 4.9 1.9 -30 -150 M 12 9 L 12 13 M 12 16.5 L 12 16.52";
        case Icon::megaphone:
            return "M 18 8 A 18 11 3 -90 90 M 10 8 L 10 19 A 8.5 19 1.5 0 180 L 7 14 M 12 8 C 14.8 7.8 16.8 "
                   "6.3 18 4.2 L 18 17.8 "
                   "C 16.8 15.7 14.8 14.2 12 14 L 4 14 A 4 13 1 90 180 L 3 9 A 4 9 1 180 270 Z";
        case Icon::hand_card:
            return "R 3 4 18 12 2 M 7 8 L 12 8 M 7 12 L 10 12 M 12 21 L 12 16";
        case Icon::flag:
            return "M 5 21 L 5 4 C 8 2.2 11 2.6 13 4 C 15 5.4 17.5 5.4 20 4 L 20 14 C 17.5 15.4 15 15.4 13 "
                   "14 "
                   "C 11 12.6 8 12.2 5 14";
        case Icon::house_heart:
            return "M 5 12 L 3 12 L 12 3 L 21 12 L 19 12 M 5 12 L 5 19 A 7 19 2 180 90 L 10 21 M 16.5 21.5 "
                   "L 13.4 18.3 C 12.2 16.8 14.8 14.2 16.5 16.2 C 18.2 14.2 20.8 16.8 19.6 18.3 Z";
        case Icon::scales:
            return "M 12 3 L 12 20 M 7 20.5 L 17 20.5 M 5 6 L 12 5 L 19 6 M 2.5 13.5 L 5.5 6.5 L 8.5 13.5 C "
                   "8 15.8 "
                   "3 15.8 2.5 13.5 M 15.5 13.5 L 18.5 6.5 L 21.5 13.5 C 21 15.8 16 15.8 15.5 13.5";
        case Icon::chats:
            return "M 21 14 L 18 11 L 11 11 A 11 10 1 90 180 L 10 4 A 11 4 1 180 270 L 20 3 A 20 4 1 270 360 "
                   "Z "
                   "M 14 15 L 14 17 A 13 17 1 0 90 L 6 18 L 3 21 L 3 11 A 4 11 1 180 270 L 6 10";
    }
    return {};
}

}  // namespace baodao
