// SPDX-License-Identifier: MIT
// A paper goes to the printer: stays until the printer has it.
#include "kiosk/ui/bars.hpp"

namespace baodao {

void draw_printing(const Scene& scene) {
    if (!scene.model.printing) return;
    const Layout& layout = scene.canvas.layout();
    const Palette& palette = scene.palette();
    const bool receipt = scene.model.printing->paper == PersonPaper::receipt;
    draw_work_strip(scene, scene.words(Text::printing_title), {});
    const float left = side_margin(scene);
    const float width = layout.width - 2 * left;
    constexpr float height = 660;
    const Rect box{left, (layout.height - height) / 2, width, height};
    card(scene.canvas, box);
    const float middle = box.center().x;
    const auto line = [&](float y, Type type, Color color, Text words) {
        scene.canvas.text({middle, y, width - 80, Align::center}, type, color, scene.words(words));
    };
    draw_icon(scene.canvas, Icon::printer, {middle - 88, box.y + 64, 176, 176}, palette.accent);
    line(box.y + 272, Type::outcome, palette.ink, receipt ? Text::printing_receipt : Text::printing_record);
    line(box.y + 374, Type::title, palette.ink, Text::printing_hint);
    line(box.y + 448, Type::body, palette.ink_second, Text::printing_next);
    const std::string_view label = scene.words(Text::back_home);
    const float key = button_width(scene.canvas, label, false);
    button(scene.canvas, {middle - key / 2, box.bottom() - 136, key, button_height},
           command_button("done", label, ButtonKind::secondary, Command::done));
}

}  // namespace baodao
