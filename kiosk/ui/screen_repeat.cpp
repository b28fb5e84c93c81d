// SPDX-License-Identifier: MIT
// The same code again within seconds: the same friendly answer, no new event.
#include <array>

#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/outcome.hpp"

namespace baodao {

void draw_repeat(const Scene& scene) {
    if (!scene.model.visit) return;
    const Palette& palette = scene.palette();
    const ScanAnswer& answer = scene.model.visit->answer;
    const bool in = answer.outcome == Outcome::already_in;
    const std::string clock = scene.words.clock(answer.at);
    OutcomeLook look = in ? green_look(scene) : blue_look(scene);
    look.tag = scene.words(Text::repeat_tag);
    look.word = scene.words(in ? Text::repeat_in_word : Text::repeat_out_word);
    const OutcomePlaces places = draw_outcome(scene, look);
    const float top = scene.portrait() ? places.values.y - 20 : places.values.y + 124;
    scene.canvas.text_on_baseline({places.values.x, top + 136}, Type::giant, look.ink, clock);
    const std::string name = shown_name(scene.model);
    scene.canvas.text(
        {places.values.x, top + 150, places.values.width}, Type::title, look.ink,
        name.empty() ? std::string(scene.words(Text::stored_here_short)) : scene.words.comrade(name));
    draw_outcome_ring(scene, look, RingSize::large);

    const Rect c = places.content;
    const float room = c.width - (scene.portrait() ? 0 : 170);
    scene.canvas.text({c.x, c.y + 17, room}, Type::heading, palette.ink,
                      scene.words(in ? Text::repeat_in : Text::repeat_out, {clock}));
    scene.canvas.text({c.x, c.y + 81, room}, Type::title, palette.ink_second,
                      scene.words(in ? Text::repeat_in_hint : Text::repeat_out_hint));
    const std::array<AdviceRow, 2> rows{{
        {in ? Icon::door_in : Icon::door_out, scene.words(in ? Text::repeat_in : Text::repeat_out, {clock}),
         std::string(scene.words(in ? Text::repeat_in_hint : Text::repeat_out_hint))},
        {Icon::check_circle, std::string(scene.words(Text::repeat_row)),
         std::string(scene.words(Text::repeat_row_hint))},
    }};
    draw_advice_card(scene, {c.x, c.y + 168, c.width, 400}, look.panel, rows);
    const std::array<Button, 1> buttons{understood_button(scene)};
    draw_actions(scene, places.actions,
                 {.buttons = buttons,
                  .remark = scene.words(Text::returns_in_next, {std::to_string(seconds_left(scene.model))})});
}

}  // namespace baodao
