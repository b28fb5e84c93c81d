// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/ui/outcome.hpp"

namespace baodao {

float draw_values(const Scene& scene, Point top_left, float width, Color ink,
                  std::span<const LabelledValue> values) {
    const float row = scene.portrait() ? 47 : 56;
    float label_width = 144;
    for (const auto& [label, value] : values)
        label_width = std::max(label_width, scene.canvas.measure(Type::body, label));
    const float value_x = top_left.x + label_width + 24;
    float y = top_left.y;
    for (const auto& [label, value] : values) {
        if (value.empty()) continue;
        scene.canvas.text({top_left.x, y}, Type::body, ink, label);
        scene.canvas.text({value_x, y, top_left.x + width - value_x}, Type::body_bold, ink, value);
        y += row;
    }
    return y;
}

void draw_advice_card(const Scene& scene, Rect rect, Color sign_color, std::span<const AdviceRow> rows) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    const float height = rect.height / static_cast<float>(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Rect row{rect.x, rect.y + static_cast<float>(i) * height, rect.width, height};
        if (i > 0) scene.canvas.fill({row.x + 2, row.y - 1, row.width - 4, 2}, palette.line);
        draw_icon(scene.canvas, rows[i].icon, row.middle_left(38, 72, 72), sign_color);
        const float x = row.x + 142;
        const float room = row.right() - x - 32;
        scene.canvas.text({x, row.center().y - 49, room}, Type::title_bold, palette.ink, rows[i].title);
        scene.canvas.paragraph({x, row.center().y + 6, room}, Type::body, palette.ink_second, rows[i].hint);
    }
}

}  // namespace baodao
