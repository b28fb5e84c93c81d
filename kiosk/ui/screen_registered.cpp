// SPDX-License-Identifier: MIT
// Screen 02: registered. The receipt is owed and will print whatever is touched.
#include <algorithm>
#include <array>

#include "kiosk/app/claim_pages.hpp"
#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/choice_parts.hpp"
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
    const bool prints = prints_now(scene.model.printer);
    const Rect box{values.x, y, values.width, 104};
    scene.canvas.fill(box, scene.palette().on_dark, 16);
    draw_icon(scene.canvas, Icon::printer, box.middle_left(22, 46, 46), scene.palette().accent);
    scene.canvas.text({box.x + 84, box.y + 11, box.width - 100}, Type::body_bold, scene.palette().accent,
                      scene.words(prints ? Text::receipt_certain : Text::receipt_later));
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

// ---- what to claim: proposed with the reason, never ticked beforehand

std::string reason_text(const Scene& scene, const ItemView& item) {
    switch (item.reason) {
        case OfferReason::skill:
            return scene.words(Text::reason_skill, {item.word});
        case OfferReason::wish:
            return std::string(scene.words(Text::reason_wish));
        default:
            return std::string(scene.words(Text::reason_needed));
    }
}

void draw_offer(const Scene& scene, Rect rect, const ItemView& item) {
    const Palette& palette = scene.palette();
    const auto& chosen = scene.model.visit->claim->chosen;
    const bool ticked = std::find(chosen.begin(), chosen.end(), item.id) != chosen.end();
    const std::string id = "item_" + std::to_string(item.id.value);
    const bool pressed = scene.canvas.touchable(id, item.title, rect, ItemTouched{item.id},
                                                ticked ? std::string_view("selected") : std::string_view());
    choice_body(scene.canvas, rect, ticked, pressed, 24);
    const float x = rect.x + 30;
    const float room = rect.width - 60;
    badge(scene.canvas, {x, rect.y + 22}, {Tone::plain, post_icon(item.post), item.post, BadgeSize::tag});
    tick_box(scene.canvas, {rect.right() - 24 - 56, rect.y + 20, 56, 56}, ticked);
    const float low = rect.bottom() - 76;
    const float middle = (rect.y + 76 + low) / 2 - 56;
    scene.canvas.text({x, middle, room}, Type::heading, palette.ink, item.title);
    draw_icon(scene.canvas, Icon::bulb, {x, middle + 72, 28, 28}, palette.ink_second);
    scene.canvas.text({x + 36, middle + 66, room - 36}, Type::body, palette.ink_second,
                      reason_text(scene, item));
    scene.canvas.fill({x, low, room, 2}, palette.line);
    const std::string team = scene.words(Text::item_team, {std::to_string(item.team)});
    const float width = scene.canvas.text({rect.right() - 30, low + 18, room, Align::right}, Type::body,
                                          palette.ink_second, team);
    draw_icon(scene.canvas, Icon::people, {rect.right() - 30 - width - 38, low + 24, 28, 28},
              palette.ink_second);
    scene.canvas.text({x, low + 14, room - width - 54}, Type::title_bold, palette.green,
                      item.places == 0 ? std::string(scene.words(Text::item_welcome))
                                       : scene.words(Text::item_wanted, {std::to_string(item.wanted())}));
}

void draw_offers(const Scene& scene, Rect rect, const std::vector<const ItemView*>& offers) {
    constexpr float gap = 20;
    const auto rows = static_cast<float>((offers.size() + 1) / 2);
    const float width = (rect.width - gap) / 2;
    const float height = std::min(374.0f, (rect.height - gap * (rows - 1)) / rows);
    for (std::size_t i = 0; i < offers.size(); ++i) {
        const float x = rect.x + static_cast<float>(i % 2) * (width + gap);
        const float y = rect.y + static_cast<float>(i / 2) * (height + gap);
        draw_offer(scene, {x, y, width, height}, *offers[i]);
    }
}

void draw_advice(const Scene& scene, Rect rect) {
    const std::array<AdviceRow, 3> rows{{
        {Icon::door_in, std::string(scene.words(Text::registered_row_1)),
         std::string(scene.words(Text::registered_row_1_hint))},
        {Icon::calendar, std::string(scene.words(Text::registered_row_2)),
         std::string(scene.words(Text::registered_row_2_hint))},
        {Icon::printer, std::string(scene.words(Text::registered_row_3)),
         std::string(scene.words(Text::registered_row_3_hint))},
    }};
    draw_advice_card(scene, rect, scene.palette().accent, rows);
}

std::vector<const ItemView*> offers_of(const Turn& visit) {
    return visit.claim ? first_offers(visit.claim->view) : std::vector<const ItemView*>{};
}

void draw_sentence(const Scene& scene, Rect c, bool choosing) {
    const Palette& palette = scene.palette();
    float room = c.width - (scene.portrait() ? 0 : 130);
    const std::size_t chosen = choosing ? scene.model.visit->claim->chosen.size() : 0;
    if (chosen > 0) {
        const std::string count = scene.words(Text::chosen_of, {std::to_string(chosen)});
        const Badge mark{Tone::red, Icon::check, count, BadgeSize::regular};
        badge_right(scene.canvas, {c.x + room, c.y}, mark);
        room -= badge_width(scene.canvas, mark) + 16;
    }
    const Text next = prints_now(scene.model.printer) ? Text::registered_next : Text::registered_next_later;
    const std::string_view title = scene.words(choosing ? Text::registered_choose : next);
    const bool fits = scene.canvas.measure(Type::heading, title) <= room;
    scene.canvas.text({c.x, fits ? c.y - 12 : c.y - 4, room}, fits ? Type::heading : Type::title_bold,
                      palette.ink, title);
    scene.canvas.text({c.x, c.y + 53, c.width - (scene.portrait() ? 0 : 130)}, Type::body, palette.ink_second,
                      scene.words(choosing ? Text::registered_choose_hint : Text::registered_next_hint));
}

std::vector<Button> buttons_for(const Scene& scene, bool choosing) {
    std::vector<Button> buttons;
    if (choosing)
        buttons.push_back(command_button("all_posts", scene.words(Text::all_posts), ButtonKind::secondary,
                                         Command::all_posts));
    buttons.push_back(command_button("choose_later", scene.words(Text::choose_later), ButtonKind::secondary,
                                     Command::choose_later));
    const Text print = prints_now(scene.model.printer) ? Text::print_receipt : Text::print_receipt_later;
    buttons.push_back(command_button("print_receipt", scene.words(print), ButtonKind::primary,
                                     Command::print_receipt, Icon::printer));
    return buttons;
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
    const auto offers = offers_of(*scene.model.visit);
    draw_sentence(scene, c, !offers.empty());
    const float top = c.y + (scene.portrait() ? 108.0f : 118.0f);
    const float offer_top = places.actions.y - (scene.portrait() ? 320 : 132);
    const float bottom = answer.running ? offer_top - 20 : places.actions.y - (scene.portrait() ? 200 : 24);
    const Rect middle{c.x, top, c.width, bottom - top};
    if (offers.empty()) {
        draw_advice(scene, middle);
    } else {
        draw_offers(scene, middle, offers);
    }
    if (answer.running) draw_sign_in_offer(scene, {c.x, offer_top, c.width, 112}, *answer.running);
    const auto buttons = buttons_for(scene, !offers.empty());
    draw_actions(scene, places.actions, {.buttons = buttons, .last_grows = true, .remark = {}});
}

}  // namespace baodao
