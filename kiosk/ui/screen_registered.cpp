// SPDX-License-Identifier: MIT
// Screen 02: registered. The receipt is owed and will print whatever is touched.
#include <array>

#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/outcome.hpp"

namespace baodao {
namespace {

void draw_member(const Scene& scene, Rect values, Color ink) {
    const ScanAnswer& answer = scene.model.visit->answer;
    const std::string name = shown_name(scene.model);
    float y = scene.portrait() ? values.y - 30 : values.y + 17;
    scene.canvas.text(
        {values.x, y, values.width}, Type::heading, ink,
        name.empty() ? std::string(scene.words(Text::comrade_alone)) : scene.words.comrade(name));
    scene.canvas.text({values.x, y + 73, values.width}, Type::title, ink,
                      scene.words(Text::registered_welcome, {scene.model.home.community}));
    const std::array<LabelledValue, 4> rows{{
        {scene.words(Text::label_branch), answer.branch},
        {scene.words(Text::label_community),
         answer.community.empty() ? scene.model.home.community : answer.community},
        {scene.words(Text::label_registration), answer.registration_number},
        {scene.words(Text::label_stored), std::string(scene.words(Text::stored_here))},
    }};
    y = draw_values(scene, {values.x, y + (scene.portrait() ? 131.0f : 139.0f)}, values.width, ink, rows) +
        15;
    if (scene.portrait()) return;
    const Rect box{values.x, y, values.width, 104};
    scene.canvas.fill(box, scene.palette().on_dark, 16);
    draw_icon(scene.canvas, Icon::printer, box.middle_left(22, 46, 46), scene.palette().accent);
    scene.canvas.text({box.x + 84, box.y + 11, box.width - 100}, Type::body_bold, scene.palette().accent,
                      scene.words(Text::receipt_certain));
    scene.canvas.text({box.x + 84, box.y + 51, box.width - 100}, Type::body, scene.palette().accent,
                      scene.words(Text::receipt_certain_hint));
}

void draw_sign_in_offer(const Scene& scene, Rect rect, const ActivityView& running) {
    const Palette& palette = scene.palette();
    notice_box(scene.canvas, rect, palette.green_tint, palette.green);
    draw_icon(scene.canvas, Icon::door_in, rect.middle_left(28, 56, 56), palette.green);
    const std::string_view label = scene.words(Text::sign_in_now);
    const float width = button_width(scene.canvas, label, true, button_height_small);
    const float x = rect.x + 104;
    const float room = rect.right() - 14 - width - 16 - x;
    scene.canvas.text({x, rect.center().y - 46, room}, Type::title_bold, palette.ink,
                      scene.words(Text::running_now, {running.title}));
    scene.canvas.text(
        {x, rect.center().y + 3, room}, Type::body, palette.ink,
        scene.words.span(running.starts, running.ends) + " · " + scene.words(Text::meet_at, {running.place}));
    button(scene.canvas, {rect.right() - 14 - width, rect.center().y - 44, width, button_height_small},
           command_button("sign_in_now", label, ButtonKind::confirm, Command::sign_in_now, Icon::check));
}

}  // namespace

void draw_registered(const Scene& scene) {
    if (!scene.model.visit) return;
    const Palette& palette = scene.palette();
    const ScanAnswer& answer = scene.model.visit->answer;
    OutcomeLook look = red_look(scene);
    look.tag = scene.words(Text::registered_tag, {scene.words.clock(answer.at)});
    look.word = scene.words(Text::registered_word);
    const OutcomePlaces places = draw_outcome(scene, look);
    draw_member(scene, places.values, look.ink);
    OutcomeLook ring = look;
    ring.panel = palette.ink;
    draw_outcome_ring(scene, ring, RingSize::small);

    const Rect c = places.content;
    const float room = c.width - (scene.portrait() ? 0 : 130);
    scene.canvas.text({c.x, c.y - 12, room}, Type::heading, palette.ink, scene.words(Text::registered_next));
    scene.canvas.text({c.x, c.y + 53, room}, Type::body, palette.ink_second,
                      scene.words(Text::registered_next_hint));
    const std::array<AdviceRow, 3> rows{{
        {Icon::door_in, std::string(scene.words(Text::registered_row_1)),
         std::string(scene.words(Text::registered_row_1_hint))},
        {Icon::calendar, std::string(scene.words(Text::registered_row_2)),
         std::string(scene.words(Text::registered_row_2_hint))},
        {Icon::printer, std::string(scene.words(Text::registered_row_3)),
         std::string(scene.words(Text::registered_row_3_hint))},
    }};
    const float card_top = c.y + 121;
    const float offer_top = places.actions.y - (scene.portrait() ? 360 : 136);
    const float card_bottom =
        answer.running ? offer_top - 24 : places.actions.y - (scene.portrait() ? 220 : 30);
    draw_advice_card(scene, {c.x, card_top, c.width, card_bottom - card_top}, palette.accent, rows);
    if (answer.running) draw_sign_in_offer(scene, {c.x, offer_top, c.width, 112}, *answer.running);

    const std::vector<Button> buttons{
        command_button("choose_later", scene.words(Text::choose_later), ButtonKind::secondary,
                       Command::choose_later),
        command_button("print_receipt", scene.words(Text::print_receipt), ButtonKind::primary,
                       Command::print_receipt, Icon::printer)};
    draw_actions(scene, places.actions, {.buttons = buttons, .last_grows = true, .remark = {}});
}

}  // namespace baodao
