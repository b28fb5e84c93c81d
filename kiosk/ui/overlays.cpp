// SPDX-License-Identifier: MIT
// What may lie over any screen: the next person's turn, and short notices.
#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/scene.hpp"
#include "kiosk/ui/widgets.hpp"

namespace baodao {

void draw_hand_over_banner(const Scene& scene) {
    const Palette& palette = scene.palette();
    const Layout& layout = scene.canvas.layout();
    const float left = side_margin(scene);
    scene.canvas.cover({0, 0, layout.width, 132}, palette.background);
    const Rect rect{left, 8, layout.width - 2 * left, 116};
    const std::int64_t left_ms = scene.model.hand_over->due - scene.model.now;
    const std::string seconds = std::to_string((left_ms + ms_per_second - 1) / ms_per_second);
    notice_box(scene.canvas, rect, palette.amber_tint, palette.amber);
    draw_icon(scene.canvas, Icon::people, rect.middle_left(32, 56, 56), palette.amber_ink);
    const std::string_view label = scene.words(Text::wait_for_me);
    const float width = button_width(scene.canvas, label, false, button_height_small);
    const float x = rect.x + 108;
    const float room = rect.right() - 24 - width - 16 - x;
    scene.canvas.text({x, rect.center().y - 46, room}, Type::title_bold, palette.ink,
                      scene.words(Text::hand_over, {seconds}));
    scene.canvas.text({x, rect.center().y + 2, room}, Type::body, palette.ink,
                      scene.words(scene.model.screen == Screen::record ? Text::hand_over_record
                                                                       : Text::hand_over_registered));
    button(scene.canvas, {rect.right() - 24 - width, rect.center().y - 44, width, button_height_small},
           command_button("wait_for_me", label, ButtonKind::secondary, Command::wait_for_me));
}

void draw_toast(const Scene& scene) {
    const bool is_saving = saving(scene.model);
    if (!is_saving && !scene.model.toast) return;
    const Palette& palette = scene.palette();
    const std::string_view words = scene.words(is_saving ? Text::saving : scene.model.toast->words);
    const float width = scene.canvas.measure(Type::title_bold, words) + 164;
    const Rect rect{(scene.canvas.layout().width - width) / 2, strip_height + 16, width, 104};
    scene.canvas.cover(rect, palette.ink, 20);
    draw_icon(scene.canvas, is_saving ? Icon::save : Icon::bell, rect.middle_left(36, 48, 48),
              palette.background);
    scene.canvas.text({rect.x + 108, rect.center().y - 24}, Type::title_bold, palette.background, words);
    scene.canvas.note("status", words, rect);
}

}  // namespace baodao
