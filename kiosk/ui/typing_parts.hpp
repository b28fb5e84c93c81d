// SPDX-License-Identifier: MIT
// Typing on the glass, for staff pages (07a): the fields, the row of offered words, the keys.
#pragma once

#include "kiosk/ui/staff_screen.hpp"

namespace baodao {

struct TypedField {
    std::string_view id;
    Text label;
    std::string text;
    bool active = false;       // takes what is typed
    std::string_view letters;  // not chosen yet; of the active one
    Intent touched;
};
inline constexpr float typed_field_height = 136;  // label and box
void draw_typed_field(const Scene& scene, Rect rect, const TypedField& field);

// The offers and the keys under them, at the bottom of the screen, with `send` at the lower right; returns
// the top of them.
float draw_typing(const Scene& scene, const TextEntry& entry, const Button& send);

}  // namespace baodao
