// SPDX-License-Identifier: MIT
// 没带卡, by the short code: what stands below every QR code is typed, or the cadre helps.
#include <algorithm>
#include <string_view>

#include "kiosk/ui/find_parts.hpp"
#include "kiosk/ui/home_parts.hpp"

namespace baodao {
namespace {

// Four, four, four and two, as printed.
void draw_code_field(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    scene.canvas.fill(rect, palette.surface, 20);
    scene.canvas.outline(rect, palette.accent, 4, 20);
    const std::string& typed = scene.model.find->code;
    const float cell = (rect.width - 64 - 3 * 28) / static_cast<float>(short_code_length);
    float x = rect.x + 32;
    for (std::size_t i = 0; i < short_code_length; ++i) {
        if (i > 0 && i % 4 == 0) x += 28;
        if (i < typed.size())
            scene.canvas.text({x + cell / 2, rect.center().y - 35, cell, Align::center}, Type::heading,
                              palette.ink, typed.substr(i, 1));
        scene.canvas.fill({x + 4, rect.bottom() - 26, cell - 8, 4},
                          i < typed.size() ? palette.ink : palette.line, 2);
        x += cell;
    }
    scene.canvas.note("field", typed, rect);
}

void draw_keypad(const Scene& scene, Rect rect, std::size_t columns) {
    constexpr float gap = 12;
    const std::size_t rows = (short_code_keys.size() + columns - 1) / columns;
    const float width = (rect.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = (rect.height - gap * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    for (std::size_t i = 0; i < short_code_keys.size(); ++i) {
        const auto column = static_cast<float>(i % columns);
        const auto row = static_cast<float>(i / columns);
        find_key(scene, {rect.x + column * (width + gap), rect.y + row * (height + gap), width, height},
                 {FindField::code, short_code_keys[i]}, Type::heading, short_code_keys.substr(i, 1));
    }
}

void draw_cadre(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const ContactView& contact = scene.model.home.contact;
    card(scene.canvas, rect);
    const float x = rect.x + 36;
    const float room = rect.width - 72;
    scene.canvas.text({x, rect.y + 28, room}, Type::title_bold, palette.ink,
                      scene.words(Text::no_card_cadre));
    scene.canvas.text({x, rect.y + 80, room}, Type::body, palette.ink_second,
                      scene.words(Text::no_card_cadre_hint));
    scene.canvas.text({x, rect.y + 136, room}, Type::title_bold, palette.ink,
                      spaced_name(contact.name) + "  " + contact.phone);
    button(scene.canvas, {x, rect.bottom() - 28 - button_height, room, button_height},
           command_button("call_staff", scene.words(Text::call_staff_short), ButtonKind::primary,
                          Command::call_staff, Icon::bell));
}

}  // namespace

void draw_find_code(const Scene& scene) {
    const Layout& layout = scene.canvas.layout();
    const Palette& palette = scene.palette();
    const float left = side_margin(scene);
    const float width = layout.width - 2 * left;
    scene.canvas.text({left, 132, width}, Type::heading, palette.ink, scene.words(Text::no_card_sentence));
    scene.canvas.text({left, 198, width}, Type::body, palette.ink_second, scene.words(Text::no_card_hint));
    const Button erase{"erase", scene.words(Text::erase), ButtonKind::quiet, Icon::backspace,
                       FindTouch{FindErased{FindField::code}}};
    const bool portrait = scene.portrait();
    const float field_width = portrait ? width : std::min(1240.0f, width);
    const float erase_width = 260;
    draw_code_field(scene, {left, 268, field_width - erase_width - 24, 120});
    button(scene.canvas, {left + field_width - erase_width, 276, erase_width, button_height}, erase);
    const float cadre_height = 352;
    if (portrait) {
        draw_cadre(scene, {left, 440, width, cadre_height});
        draw_keypad(scene, {left, 900, width, 840}, 8);
        draw_find_tabs(scene, {left, 1808, width, 88});
        return;
    }
    const float cadre_width = width - field_width - 24;
    const bool beside = cadre_width > 300;
    draw_keypad(scene, {left, 420, field_width, 524}, 8);
    draw_find_tabs(scene, {left, 968, field_width, 88});
    if (beside) draw_cadre(scene, {left + field_width + 24, 268, cadre_width, cadre_height});
}

}  // namespace baodao
