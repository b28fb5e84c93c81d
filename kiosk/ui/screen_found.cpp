// SPDX-License-Identifier: MIT
// 没带卡, found: what she came for. Her slip's own tiles, one touch each.
#include <array>

#include "kiosk/ui/bars.hpp"

namespace baodao {
namespace {

struct Wish {
    std::string_view id;
    FoundWish wish;
    Icon icon;
    Text title;
    Text hint;
};

void draw_wish(const Scene& scene, Rect rect, const Wish& wish, bool primary) {
    const Palette& palette = scene.palette();
    const bool pressed =
        scene.canvas.touchable(wish.id, scene.words(wish.title), rect, FindTouch{FoundTouched{wish.wish}});
    Color ink = palette.ink;
    Color second = palette.ink_second;
    if (primary) {
        ink = second = palette.on_dark;
        if (!pressed)
            scene.canvas.fill({rect.x, rect.y + 4, rect.width, rect.height}, palette.accent_press, 24);
        scene.canvas.fill(rect, pressed ? palette.accent_press : palette.accent, 24);
    } else {
        scene.canvas.fill(rect, pressed ? palette.sunk : palette.surface, 24);
        scene.canvas.outline(rect, palette.edge, 3, 24);
    }
    constexpr float block = 72 + 28 + 64 + 8 + 40;
    const float top = rect.center().y - block / 2;
    const float middle = rect.center().x;
    draw_icon(scene.canvas, wish.icon, {middle - 36, top, 72, 72}, ink);
    scene.canvas.text({middle, top + 100, rect.width - 48, Align::center}, Type::heading, ink,
                      scene.words(wish.title));
    scene.canvas.text({middle, top + 172, rect.width - 48, Align::center}, Type::body, second,
                      scene.words(wish.hint));
}

}  // namespace

void draw_found(const Scene& scene) {
    if (!scene.model.find || !scene.model.find->found) return;
    draw_work_strip(scene, scene.words(Text::found_title), {});
    const Palette& palette = scene.palette();
    const float left = side_margin(scene);
    const float width = scene.canvas.layout().width - 2 * left;
    const std::string name = scene.words.comrade(shown_name(scene.model));
    const float sentence = scene.portrait() ? 200.0f : 168.0f;
    scene.canvas.text({left, sentence, width}, Type::heading, palette.ink,
                      scene.words(Text::found_sentence, {name}));
    scene.canvas.text({left, sentence + 76, width}, Type::body, palette.ink_second,
                      scene.words(Text::found_not_me));
    const bool is_in = scene.model.find->found->is_in;
    const std::array<Wish, 3> wishes{
        {{"found_attend", FoundWish::attend, is_in ? Icon::door_out : Icon::door_in,
          is_in ? Text::found_sign_out : Text::found_sign_in,
          is_in ? Text::found_sign_out_hint : Text::found_sign_in_hint},
         {"found_record", FoundWish::record, Icon::history, Text::tile_record, Text::found_record_hint},
         {"found_claim", FoundWish::claim, Icon::hand_heart, Text::tile_claim, Text::found_claim_hint}}};
    constexpr float gap = 24;
    for (std::size_t i = 0; i < wishes.size(); ++i) {
        const auto number = static_cast<float>(i);
        Rect rect{left + number * ((width - 2 * gap) / 3 + gap), 332, (width - 2 * gap) / 3, 560};
        if (scene.portrait()) rect = {left, 800 + number * (320 + gap), width, 320};
        draw_wish(scene, rect, wishes[i], i == 0);
    }
}

}  // namespace baodao
