// SPDX-License-Identifier: MIT
// The signs of the screens: drawn by us from strokes, so that they are sharp at every
// size and as light as the text beside them.
#pragma once

#include "kiosk/ui/canvas.hpp"

namespace baodao {

enum class Icon {
    arrow_left,
    backspace,
    badge,
    bell,
    bulb,
    calendar,
    camera,
    camera_off,
    check,
    check_circle,
    chevron_right,
    clock,
    clock_question,
    close,
    cloud_check,
    cloud_off,
    database,
    door_in,
    door_out,
    double_tick,
    hand_heart,
    history,
    hourglass,
    keyboard,
    large_text,
    leaf,
    lock,
    pencil,
    people,
    person,
    person_question,
    person_search,
    phone,
    printer,
    qr_code,
    refresh,
    save,
    shield_check,
    sun,
    triangle,
    megaphone,
    hand_card,
    flag,
    house_heart,
    scales,
    chats,
    building,
    clipboard_check,
    file_plus,
    gear,
    list_check,
    person_plus,
    finger,
    speaker,
};

// On a square of 24 units, strokes 2 wide.
void draw_icon(Canvas& canvas, Icon icon, Rect box, Color color);

}  // namespace baodao
