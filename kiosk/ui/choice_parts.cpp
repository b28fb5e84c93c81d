// SPDX-License-Identifier: MIT
#include "kiosk/ui/choice_parts.hpp"

#include <array>
#include <utility>

namespace baodao {

void tick_box(Canvas& canvas, Rect rect, bool ticked) {
    const Palette& palette = canvas.palette();
    if (!ticked) {
        canvas.fill(rect, palette.surface, 12);
        canvas.outline(rect, palette.edge, 3, 12);
        return;
    }
    canvas.fill(rect, palette.accent, 12);
    draw_icon(canvas, Icon::check, rect.inset(rect.width / 8), palette.on_dark);
}

Icon post_icon(std::string_view post) {
    constexpr std::array<std::pair<std::string_view, Icon>, 7> signs{{
        {"党员先锋岗", Icon::flag},
        {"环境义务岗", Icon::leaf},
        {"邻里互助岗", Icon::house_heart},
        {"扶贫帮困岗", Icon::hand_heart},
        {"政策宣传岗", Icon::megaphone},
        {"法律咨询岗", Icon::scales},
        {"纠纷调解岗", Icon::chats},
    }};
    for (const auto& [name, icon] : signs)
        if (name == post) return icon;
    return Icon::people;
}

void choice_body(Canvas& canvas, Rect rect, bool chosen, bool pressed, float radius) {
    const Palette& palette = canvas.palette();
    canvas.fill(rect, pressed ? palette.sunk : chosen ? palette.accent_tint : palette.surface, radius);
    canvas.outline(rect, chosen ? palette.accent : palette.edge, chosen ? 5 : 3, radius);
}

float recommend_tag_width(const Scene& scene) {
    return scene.canvas.measure(Type::body_bold, scene.words(Text::claim_tag)) + 20;
}

float recommend_tag(const Scene& scene, Point top_right) {
    const float width = recommend_tag_width(scene);
    const Rect box{top_right.x - width, top_right.y, width, 48};
    scene.canvas.outline(box, scene.palette().accent, 2, 10);
    scene.canvas.text({box.center().x, box.y + 4, width, Align::center}, Type::body_bold,
                      scene.palette().accent, scene.words(Text::claim_tag));
    return width;
}

}  // namespace baodao
