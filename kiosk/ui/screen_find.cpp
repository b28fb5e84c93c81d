// SPDX-License-Identifier: MIT
// 没带卡: eight keys for the initials and ten for the digits, in any order (07c).
#include <algorithm>

#include "domain/base/name_sound.hpp"
#include "kiosk/ui/find_parts.hpp"

namespace baodao {
namespace {

// "A B C": set apart, as on a key.
std::string spaced(std::string_view letters) {
    std::string out;
    for (const char letter : letters) {
        if (!out.empty()) out += ' ';
        out += letter;
    }
    return out;
}

std::string_view key_letters(char key) {
    const auto found = std::find_if(initial_keys.begin(), initial_keys.end(),
                                    [&](std::string_view letters) { return letters.front() == key; });
    return found == initial_keys.end() ? std::string_view() : *found;
}

// A typed key is a red chip; the newest ones show.
void draw_chips(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const std::string& typed = scene.model.find->name;
    scene.canvas.fill(rect, palette.surface, 20);
    scene.canvas.outline(rect, palette.edge, 4, 20);
    constexpr float chip_gap = 12;
    constexpr float chips_width_max = 160;
    constexpr std::size_t shown_max = 4;
    const Rect erase{rect.right() - 16 - 96, rect.y + 16, 96, rect.height - 32};
    const std::size_t from = typed.size() > shown_max ? typed.size() - shown_max : 0;
    const float room = erase.x - rect.x - 24 - 24;
    const float width = std::min(chips_width_max, (room - chip_gap * (shown_max - 1)) / shown_max);
    for (std::size_t i = from; i < typed.size(); ++i) {
        const Rect chip{rect.x + 24 + static_cast<float>(i - from) * (width + chip_gap), rect.y + 20, width,
                        rect.height - 40};
        scene.canvas.fill(chip, palette.accent_tint, 16);
        scene.canvas.outline(chip, palette.accent, 3, 16);
        scene.canvas.text({chip.center().x, chip.center().y - 24, width - 16, Align::center},
                          Type::title_bold, palette.accent, key_letters(typed[i]));
    }
    scene.canvas.note("field", typed, rect);
    const bool pressed = scene.canvas.touchable("name_erase", scene.words(Text::erase_one), erase,
                                                FindTouch{FindErased{FindField::name}});
    scene.canvas.fill(erase, pressed ? palette.line : palette.sunk, 16);
    draw_icon(scene.canvas, Icon::backspace, {erase.center().x - 24, erase.center().y - 24, 48, 48},
              palette.ink);
}

void draw_initials(const Scene& scene, Rect rect) {
    constexpr float gap = 16;
    constexpr std::size_t columns = 4;
    const float width = (rect.width - gap * (columns - 1)) / columns;
    const float height = (rect.height - gap) / 2;
    for (std::size_t i = 0; i < initial_keys.size(); ++i) {
        const auto column = static_cast<float>(i % columns);
        const auto row = static_cast<float>(i / columns);
        find_key(scene, {rect.x + column * (width + gap), rect.y + row * (height + gap), width, height},
                 {FindField::name, initial_keys[i].front()}, Type::heading, spaced(initial_keys[i]));
    }
}

void draw_other_proof(const Scene& scene, Rect rect) {
    const bool phone = scene.model.find->proof == FindProof::phone;
    button(scene.canvas, rect,
           {"other_proof", scene.words(phone ? Text::find_to_short : Text::find_to_phone), ButtonKind::quiet,
            phone ? Icon::badge : Icon::phone,
            FindTouch{FindProofTouched{phone ? FindProof::code : FindProof::phone}}});
}

void draw_name_side(const Scene& scene, Rect rect, float keys_height) {
    const Palette& palette = scene.palette();
    scene.canvas.text({rect.x, rect.y, rect.width}, Type::heading, palette.ink,
                      scene.words(Text::find_initials_sentence));
    draw_chips(scene, {rect.x, rect.y + 80, rect.width, 120});
    scene.canvas.text({rect.x, rect.y + 216, rect.width}, Type::body, palette.ink_second,
                      scene.words(Text::find_initials_example));
    draw_initials(scene, {rect.x, rect.y + 272, rect.width, keys_height});
}

void draw_proof_side(const Scene& scene, Rect rect, float keys_height) {
    const bool phone = scene.model.find->proof == FindProof::phone;
    scene.canvas.text({rect.x, rect.y, rect.width}, Type::heading, scene.palette().ink,
                      scene.words(phone ? Text::find_phone_sentence : Text::find_short_sentence));
    draw_proof_boxes(scene, {rect.x, rect.y + 80, rect.width, 120});
    draw_proof_keys(scene, {rect.x, rect.y + 224, rect.width, keys_height});
}

void draw_auto(const Scene& scene, Rect rect) {
    scene.canvas.paragraph({rect.x, rect.y, rect.width}, Type::body, scene.palette().ink_second,
                           with_cadre(scene, Text::find_auto));
}

void draw_landscape(const Scene& scene) {
    const float left = side_margin(scene);
    const float width = scene.canvas.layout().width - 2 * left;
    const float name_width = width * 0.438f;
    const float proof_width = width * 0.331f;
    const float list_width = width - name_width - proof_width - 2 * 32;
    draw_name_side(scene, {left, 132, name_width, 0}, 448);
    draw_find_tabs(scene, {left, 968, name_width, 88});
    draw_find_list(scene, {left + name_width + 32, 132, list_width, 924});
    const Rect proof{left + width - proof_width, 132, proof_width, 0};
    const bool phone = scene.model.find->proof == FindProof::phone;
    draw_proof_side(scene, proof, phone ? 504 : 604);
    draw_other_proof(scene, {proof.x, phone ? 872.0f : 972.0f, proof_width, 88});
    if (phone) draw_auto(scene, {proof.x, 972, proof_width, 88});
}

void draw_upright(const Scene& scene) {
    const float left = side_margin(scene);
    const float width = scene.canvas.layout().width - 2 * left;
    draw_find_list(scene, {left, 128, width, 280});
    draw_name_side(scene, {left, 432, width, 0}, 260);
    draw_proof_side(scene, {left, 988, width, 0}, 480);
    draw_other_proof(scene, {left, 1704, width, 88});
    draw_find_tabs(scene, {left, 1808, width, 88});
}

}  // namespace

void draw_find(const Scene& scene) {
    if (!scene.model.find) return;
    const FindTab tab = scene.model.find->tab;
    draw_work_strip(scene, scene.words(tab == FindTab::code ? Text::find_code_title : Text::find_title), {});
    if (tab == FindTab::code) return draw_find_code(scene);
    if (tab == FindTab::pinyin) return draw_find_pinyin(scene);
    scene.portrait() ? draw_upright(scene) : draw_landscape(scene);
}

}  // namespace baodao
