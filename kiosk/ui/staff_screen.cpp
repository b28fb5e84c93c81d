// SPDX-License-Identifier: MIT
#include "kiosk/ui/staff_screen.hpp"

#include <string>
#include <vector>

namespace baodao {

void draw_staff(const Scene& scene) {
    if (!scene.model.staff) return;
    std::visit([&](const auto& page) { draw_page(scene, page); }, scene.model.staff->page);
}

namespace {

std::vector<Badge> count_badges(const Scene& scene, std::vector<std::string>& kept) {
    std::vector<Badge> badges;
    const LinkView& link = scene.model.home.link;
    const auto add = [&](Tone tone, Icon icon, Text words, std::int64_t count) {
        if (count == 0) return;
        kept.push_back(scene.words(words, {std::to_string(count)}));
        badges.push_back({tone, icon, kept.back(), BadgeSize::row});
    };
    kept.reserve(3);
    add(Tone::amber, Icon::triangle, Text::strip_held, scene.model.staff->held);
    add(Tone::blue, Icon::cloud_off, Text::strip_unreported, link.unreported);
    add(Tone::blue, Icon::clock, Text::strip_offline, link.offline_hours.value_or(0));
    return badges;
}

}  // namespace

void draw_staff_strip(const Scene& scene, std::string_view title, StaffStrip kind) {
    Canvas& canvas = scene.canvas;
    const Palette& palette = scene.palette();
    const Palette& light = light_palette();
    const Color ground = light.ink;
    const Color ink = light.surface;
    canvas.fill({0, 0, canvas.layout().width, strip_height}, ground);
    float left = side_margin(scene);
    if (kind == StaffStrip::board) {
        canvas.fill({left, 20, 64, 64}, palette.accent, 16);
        draw_icon(canvas, Icon::double_tick, {left + 8, 28, 48, 48}, palette.on_dark);
        left += 88;
    } else {
        const std::string_view back = scene.words(Text::staff_back);
        const float width = button_width(canvas, back, true, button_height_small);
        button(canvas, {left, 8, width, button_height_small},
               {"back_to_board", back, ButtonKind::secondary, Icon::arrow_left, staff_touch(BackToBoard{})});
        left += width + 24;
    }
    const std::string clock = scene.words.clock(scene.model.wall);
    float right = canvas.layout().width - side_margin(scene);
    canvas.text({right, 20, 400, Align::right}, Type::heading, ink, clock);
    right -= canvas.measure(Type::heading, clock) + 24;
    const std::string_view lock = scene.words(Text::staff_lock);
    const float lock_width = button_width(canvas, lock, true, button_height_small);
    button(canvas, {right - lock_width, 8, lock_width, button_height_small},
           {"lock", lock, ButtonKind::secondary, Icon::lock, staff_touch(StaffLeaves{})});
    right -= lock_width + 24;
    std::vector<std::string> kept;
    const std::vector<Badge> badges = scene.portrait() ? std::vector<Badge>{} : count_badges(scene, kept);
    std::string who = scene.model.staff->name;
    // Where there is something to say, the rule of the lock gives way.
    if (!scene.portrait() && badges.empty()) who += "  ·  " + std::string(scene.words(Text::staff_idle_note));
    const float who_width = canvas.measure(Type::body, who);
    canvas.text({right, 32, right - left, Align::right}, Type::body, ink, who);
    draw_icon(canvas, Icon::person, {right - who_width - 46, 34, 36, 36}, ink);
    const float limit = right - who_width - 60;
    const float width = canvas.text({left, 27, limit - left}, Type::title_bold, ink, title);
    float x = left + width + 24;
    for (const Badge& one : badges) {
        const float wide = badge_width(canvas, one);
        if (x + wide > limit - 16) break;
        badge(canvas, {x, 24}, one);
        x += wide + 12;
    }
}

Rect staff_room(const Scene& scene, float bottom) {
    const float side = side_margin(scene);
    constexpr float gap = 20;
    return {side, strip_height + gap, scene.canvas.layout().width - 2 * side,
            bottom - strip_height - 2 * gap};
}

}  // namespace baodao
