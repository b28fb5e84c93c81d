// SPDX-License-Identifier: MIT
// The keys of a keyboard on the glass: digits, three rows of letters, and one row that its screen fills.
#pragma once

#include <functional>

#include "kiosk/ui/scene.hpp"

namespace baodao {

struct KeyRows {
    Rect erase;  // beside the last letters
    Rect last;   // the whole fifth row
    float gap = 0;
};
// Fills the tray; `key` draws one of 0–9 and a–z there.
[[nodiscard]] KeyRows draw_key_rows(const Scene& scene, Rect tray,
                                    const std::function<void(Rect, char)>& key);

}  // namespace baodao
