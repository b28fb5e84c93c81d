// SPDX-License-Identifier: MIT
// What all answers to a scan share: the coloured panel with the outcome's sign and
// word, the ring that counts down, the row of buttons, and the viewfinder that says
// the next person may scan.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "kiosk/ui/scene.hpp"
#include "kiosk/ui/widgets.hpp"

namespace baodao {

struct OutcomeLook {
    Color panel;
    Color ink;  // of the words on the panel
    Color sign_color;
    Icon sign = Icon::badge;
    std::string tag;  // small, above the word
    std::string_view word;
};

// Where the rest goes.
struct OutcomePlaces {
    Rect values;   // on the panel: name, figures
    Rect content;  // beside or below it
    Rect actions;  // one row of buttons
};
[[nodiscard]] OutcomePlaces draw_outcome(const Scene& scene, const OutcomeLook& look);

[[nodiscard]] OutcomeLook green_look(const Scene& scene);
[[nodiscard]] OutcomeLook blue_look(const Scene& scene);
[[nodiscard]] OutcomeLook red_look(const Scene& scene);
[[nodiscard]] OutcomeLook amber_look(const Scene& scene);

// The ring at the top right of the content (landscape) or of the panel (portrait).
enum class RingSize { large, small };
void draw_outcome_ring(const Scene& scene, const OutcomeLook& look, RingSize size);

// Buttons from the right (landscape) or sharing the width (portrait); the first one is leftmost. In
// landscape `grow` takes the room that is left, and `remark` stands at the left end.
struct ActionRow {
    std::span<const Button> buttons;
    bool last_grows = false;
    std::string remark;
};
void draw_actions(const Scene& scene, Rect rect, const ActionRow& row);

// ---- pieces of the content
// Label and value in two columns on the panel; returns the y below them.
using LabelledValue = std::pair<std::string_view, std::string>;
float draw_values(const Scene& scene, Point top_left, float width, Color ink,
                  std::span<const LabelledValue> values);
// Rows with a sign, a bold line and a plain one, divided by lines, on one card.
struct AdviceRow {
    Icon icon;
    std::string title;
    std::string hint;
};
void draw_advice_card(const Scene& scene, Rect rect, Color sign_color, std::span<const AdviceRow> rows);

[[nodiscard]] Button understood_button(const Scene& scene);

}  // namespace baodao
