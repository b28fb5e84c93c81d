// SPDX-License-Identifier: MIT
// The two questions that a scan can raise: a sign-out minutes after the sign-in, and
// two activities at once. Each has an answer that is taken when nobody touches.
#include <algorithm>
#include <array>

#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/outcome.hpp"

namespace baodao {
namespace {

std::int64_t minutes_since_sign_in(const ScanAnswer& answer) {
    if (!answer.service || !answer.service->service.started) return 0;
    return std::max<std::int64_t>(0, (answer.at - *answer.service->service.started) / ms_per_minute);
}

void draw_choice(const Scene& scene, Rect rect, const ActivityView& activity) {
    const Palette& palette = scene.palette();
    const std::string id = "activity_" + std::to_string(activity.id.value);
    const bool pressed = scene.canvas.touchable(id, activity.title, rect, ActivityTouched{activity.id});
    scene.canvas.fill(rect, pressed ? palette.sunk : palette.surface, 24);
    scene.canvas.outline(rect, palette.edge, 3, 24);
    const float x = rect.x + 40;
    const float room = rect.width - 150;
    scene.canvas.text({x, rect.center().y - 58, room}, Type::heading, palette.ink, activity.title);
    scene.canvas.text({x, rect.center().y + 6, room}, Type::title, palette.ink_second,
                      scene.words.span(activity.starts, activity.ends) + " · " +
                          scene.words(Text::meet_at, {activity.place}));
    draw_icon(scene.canvas, Icon::chevron_right, {rect.right() - 90, rect.center().y - 28, 56, 56},
              palette.ink);
}

// The outcome's panel with the name of the person asked; returns the places for the question and its answers.
OutcomePlaces draw_who_is_asked(const Scene& scene, const OutcomeLook& look) {
    const OutcomePlaces places = draw_outcome(scene, look);
    draw_outcome_ring(scene, look, RingSize::small);
    const std::string name = shown_name(scene.model);
    scene.canvas.text(
        {places.values.x, places.values.y + (scene.portrait() ? 0.0f : 116.0f), places.values.width},
        Type::heading, look.ink, name.empty() ? std::string() : scene.words.comrade(name));
    return places;
}

}  // namespace

void draw_confirm_short(const Scene& scene) {
    if (!scene.model.visit) return;
    const Palette& palette = scene.palette();
    const std::string minutes = std::to_string(minutes_since_sign_in(scene.model.visit->answer));
    OutcomeLook look = blue_look(scene);
    look.sign = Icon::clock_question;
    look.tag = scene.words(Text::short_tag);
    look.word = scene.words(Text::short_word);
    const OutcomePlaces places = draw_who_is_asked(scene, look);
    const Rect c = places.content;
    const Rect box{c.x, c.y + 130, c.width, 420};
    card(scene.canvas, box);
    draw_icon(scene.canvas, Icon::clock_question, {box.x + 40, box.y + 52, 72, 72}, palette.amber_ink);
    scene.canvas.text({box.x + 136, box.y + 56, box.width - 160}, Type::heading, palette.ink,
                      scene.words(Text::short_title, {minutes}));
    scene.canvas.paragraph({box.x + 40, box.y + 148, box.width - 80}, Type::title, palette.ink,
                           scene.words(Text::short_line, {minutes}));
    const float half = (box.width - 80 - 24) / 2;
    const float y = box.bottom() - 40 - button_height;
    button(scene.canvas, {box.x + 40, y, half, button_height},
           command_button("keep_service", scene.words(Text::keep_service), ButtonKind::secondary,
                          Command::keep_service));
    button(scene.canvas, {box.x + 40 + half + 24, y, half, button_height},
           command_button("sign_out_anyway", scene.words(Text::sign_out_anyway), ButtonKind::primary,
                          Command::sign_out_anyway));
}

void draw_pick_activity(const Scene& scene) {
    if (!scene.model.visit) return;
    const Palette& palette = scene.palette();
    OutcomeLook look = green_look(scene);
    look.sign = Icon::door_in;
    look.tag = scene.words(Text::pick_tag);
    look.word = scene.words(Text::pick_word);
    const OutcomePlaces places = draw_who_is_asked(scene, look);
    const Rect c = places.content;
    const float room = c.width - (scene.portrait() ? 0 : 130);
    scene.canvas.text({c.x, c.y + 4, room}, Type::heading, palette.ink, scene.words(Text::pick_title));
    scene.canvas.text({c.x, c.y + 68, room}, Type::body, palette.ink_second,
                      scene.words(Text::pick_hint, {std::to_string(seconds_left(scene.model))}));
    constexpr std::size_t choices_max = 4;
    float y = c.y + 145;
    const auto& choices = scene.model.visit->answer.choices;
    for (std::size_t i = 0; i < std::min(choices.size(), choices_max); ++i) {
        draw_choice(scene, {c.x, y, c.width, 156}, choices[i]);
        y += 156 + 24;
    }
    const std::array<Button, 1> buttons{
        command_button("unplanned", scene.words(Text::pick_none), ButtonKind::secondary, Command::unplanned)};
    draw_actions(scene, places.actions, {.buttons = buttons, .last_grows = false, .remark = {}});
}

}  // namespace baodao
