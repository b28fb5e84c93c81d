// SPDX-License-Identifier: MIT
// 没带卡, by pinyin: a keyboard of letters under a row of digits; what is typed goes where it belongs.
#include "kiosk/ui/find_parts.hpp"
#include "kiosk/ui/key_rows.hpp"

namespace baodao {
namespace {

void draw_letters(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const std::string& typed = scene.model.find->name;
    scene.canvas.fill(rect, palette.surface, 20);
    scene.canvas.outline(rect, palette.accent, 4, 20);
    const float drawn = scene.canvas.text({rect.x + 32, rect.center().y - 32, rect.width - 80}, Type::heading,
                                          palette.ink, typed);
    scene.canvas.fill({rect.x + 40 + (typed.empty() ? 0 : drawn), rect.center().y - 32, 4, 64},
                      palette.accent);
    scene.canvas.note("field", typed, rect);
}

void draw_keyboard(const Scene& scene, Rect tray) {
    const KeyRows rows = draw_key_rows(scene, tray, [&](Rect rect, char key) {
        const FindField field = '0' <= key && key <= '9' ? FindField::proof : FindField::name;
        find_key(scene, rect, {field, key}, Type::heading, {&key, 1});
    });
    button(scene.canvas, rows.erase,
           {"name_erase", scene.words(Text::erase_one), ButtonKind::secondary, Icon::backspace,
            FindTouch{FindErased{FindField::name}}});
    const Rect last = rows.last;
    const float third = (last.width - 2 * rows.gap) / 3;
    button(scene.canvas, {last.x, last.y, third, last.height},
           {"name_clear", scene.words(Text::clear_all), ButtonKind::secondary, std::nullopt,
            FindTouch{FindCleared{FindField::name}}});
    button(scene.canvas, {last.x + third + rows.gap, last.y, last.width - third - rows.gap, last.height},
           {"find", scene.words(Text::find_search), ButtonKind::primary, Icon::person_search,
            FindTouch{FindAsked{}}});
}

void draw_proof(const Scene& scene, Rect rect) {
    scene.canvas.text({rect.x, rect.y, rect.width}, Type::heading, scene.palette().ink,
                      scene.words(Text::find_phone_sentence));
    constexpr float erase = 104;
    draw_proof_boxes(scene, {rect.x, rect.y + 80, rect.width - erase - 12, 120});
    const Rect key{rect.right() - erase, rect.y + 80, erase, 120};
    const bool pressed = scene.canvas.touchable("proof_erase", scene.words(Text::erase_one), key,
                                                FindTouch{FindErased{FindField::proof}});
    scene.canvas.fill(key, pressed ? scene.palette().line : scene.palette().sunk, 16);
    draw_icon(scene.canvas, Icon::backspace, {key.center().x - 24, key.center().y - 24, 48, 48},
              scene.palette().ink);
    scene.canvas.paragraph({rect.x, rect.y + 220, rect.width}, Type::body, scene.palette().ink_second,
                           with_cadre(scene, Text::find_auto), 3);
}

void draw_name(const Scene& scene, Rect rect) {
    scene.canvas.text({rect.x, rect.y, rect.width}, Type::heading, scene.palette().ink,
                      scene.words(Text::find_pinyin_sentence));
    draw_letters(scene, {rect.x, rect.y + 80, rect.width, 120});
    scene.canvas.text({rect.x, rect.y + 216, rect.width}, Type::body, scene.palette().ink_second,
                      scene.words(Text::find_pinyin_example));
}

}  // namespace

void draw_find_pinyin(const Scene& scene) {
    const Layout& layout = scene.canvas.layout();
    const float left = side_margin(scene);
    const float width = layout.width - 2 * left;
    if (scene.portrait()) {
        draw_find_list(scene, {left, 128, width, 300});
        draw_name(scene, {left, 452, width, 0});
        draw_find_tabs(scene, {left, 736, width, 88});
        draw_proof(scene, {left, 860, width, 0});
        draw_keyboard(scene, {0, 1260, layout.width, 660});
        return;
    }
    const float name_width = width * 0.36f;
    const float proof_width = width * 0.30f;
    const float list_width = width - name_width - proof_width - 2 * 32;
    draw_name(scene, {left, 120, name_width, 0});
    draw_find_tabs(scene, {left, 392, name_width, 88});
    draw_find_list(scene, {left + name_width + 32, 124, list_width, 356});
    draw_proof(scene, {left + width - proof_width, 120, proof_width, 0});
    draw_keyboard(scene, {0, 496, layout.width, layout.height - 496});
}

}  // namespace baodao
