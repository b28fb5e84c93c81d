// SPDX-License-Identifier: MIT
#include "kiosk/ui/outcome.hpp"

#include <algorithm>

#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/viewfinder.hpp"

namespace baodao {
namespace {

constexpr float portrait_panel_height = 580;
constexpr float disc_diameter = 176;
constexpr float panel_enters_from = 24;

float panel_width(const Scene& scene) {
    return scene.canvas.layout().width > 1500 ? 640 : 480;
}

// The same in both palettes: amber is a light fill in both.
constexpr Color ink_on_amber = rgb(0x1E1A15);
constexpr Color sign_on_amber = rgb(0x5E3A00);

void draw_sign(const Scene& scene, const OutcomeLook& look, Point center) {
    const Color disc = look.ink == ink_on_amber ? rgb(0xFFFFFF) : scene.palette().on_dark;
    scene.canvas.disc(center, disc_diameter / 2, disc);
    draw_icon(scene.canvas, look.sign, {center.x - 64, center.y - 64, 128, 128}, look.sign_color);
}

void draw_next_person(const Scene& scene, const OutcomeLook& look, Rect panel) {
    const float left = panel.x + 48;
    const float width = panel.width - 96;
    scene.canvas.fill({left, panel.bottom() - 190, width, 2}, look.ink);
    const bool wide = width > 500;
    if (wide) draw_viewfinder_small(scene, {left, panel.bottom() - 160, 176, 120});
    const float x = wide ? left + 200 : left;
    scene.canvas.text({x, panel.bottom() - 143, panel.right() - x - 24}, Type::title_bold, look.ink,
                      scene.words(Text::next_may_scan));
    scene.canvas.text({x, panel.bottom() - 97, panel.right() - x - 24}, Type::body, look.ink,
                      scene.words(Text::next_may_scan_hint));
}

void draw_next_person_portrait(const Scene& scene) {
    constexpr float left = 56;
    constexpr float top = 1574;
    draw_viewfinder_small(scene, {left, top, 240, 150});
    scene.canvas.text({left + 264, top + 31, 680}, Type::title_bold, scene.palette().ink,
                      scene.words(Text::next_may_scan));
    scene.canvas.text(
        {left + 264, top + 79, 680}, Type::body, scene.palette().ink_second,
        scene.words(Text::next_may_scan_hint_seconds, {std::to_string(seconds_left(scene.model))}));
}

}  // namespace

OutcomeLook green_look(const Scene& scene) {
    return {scene.palette().green, scene.palette().on_dark, scene.palette().green, Icon::door_in, {}, {}};
}
OutcomeLook blue_look(const Scene& scene) {
    return {scene.palette().blue, scene.palette().on_dark, scene.palette().blue, Icon::door_out, {}, {}};
}
OutcomeLook red_look(const Scene& scene) {
    return {scene.palette().accent, scene.palette().on_dark, scene.palette().accent, Icon::badge, {}, {}};
}
OutcomeLook amber_look(const Scene& scene) {
    return {scene.palette().amber, ink_on_amber, sign_on_amber, Icon::triangle, {}, {}};
}

OutcomePlaces draw_outcome(const Scene& scene, const OutcomeLook& look) {
    const Layout& layout = scene.canvas.layout();
    if (scene.portrait()) {
        const float width = layout.width;
        scene.canvas.fill({0, 0, width, portrait_panel_height}, look.panel);
        draw_sign(scene, look, {144, 144});
        scene.canvas.text({265, 75, 600}, Type::title_bold, look.ink, look.tag);
        scene.canvas.text({265, 125, 600}, Type::outcome, look.ink, look.word);
        draw_next_person_portrait(scene);
        return {{56, 270, width - 112, portrait_panel_height - 290},
                {56, 620, width - 112, 920},
                {56, 1752, width - 112, 120}};
    }
    const float width = panel_width(scene);
    // The panel comes in from the left; what stands beside it is in its place at once.
    const float shift = -panel_enters_from * (1 - scene.motion.entered);
    const Rect panel{shift, 0, width, layout.height};
    scene.canvas.fill(panel, look.panel);
    draw_sign(scene, look, {shift + 136, 136});
    const float room = width - 256 - 16;
    scene.canvas.text({shift + 256, 72, room}, Type::body_bold, look.ink, look.tag);
    const bool fits = scene.canvas.measure(Type::outcome, look.word) <= room;
    scene.canvas.text({shift + 256, fits ? 113.0f : 125.0f, room}, fits ? Type::outcome : Type::heading,
                      look.ink, look.word);
    draw_next_person(scene, look, panel);
    const float left = width + 56;
    const float content_width = layout.width - 56 - left;
    return {
        {shift + 48, 300, width - 96, 570}, {left, 40, content_width, 880}, {left, 940, content_width, 104}};
}

void draw_outcome_ring(const Scene& scene, const OutcomeLook& look, RingSize size) {
    if (!scene.model.countdown) return;
    const Palette& palette = scene.palette();
    const std::int64_t left_ms = scene.model.countdown->due - scene.model.now;
    const bool large = size == RingSize::large || scene.portrait();
    const bool amber_panel = look.ink == ink_on_amber;
    Ring ring;
    ring.diameter = large ? 132 : 100;
    ring.thickness = large ? 12 : 9;
    ring.share = static_cast<float>(left_ms) / static_cast<float>(scene.model.countdown->length_ms);
    ring.seconds = std::to_string(seconds_left(scene.model));
    ring.type = scene.portrait() ? Type::heading : large ? Type::outcome : Type::title_bold;
    if (scene.portrait()) {
        ring.center = {scene.canvas.layout().width - 124, 144};
        ring.color = ring.ink = look.ink;
        ring.track = with_alpha(look.ink, 0.25);
    } else {
        ring.center = {scene.canvas.layout().width - 58 - ring.diameter / 2, large ? 112.0f : 104.0f};
        const Color own = amber_panel ? palette.amber_ink : look.panel;
        const bool warns = left_ms <= ring_warns_ms && scene.model.countdown->length_ms >= 20'000;
        ring.color = warns ? palette.amber : own;
        ring.track = palette.track;
        ring.ink = palette.ink;
    }
    countdown_ring(scene.canvas, ring);
}

void draw_actions(const Scene& scene, Rect rect, const ActionRow& row) {
    constexpr float gap = 24;
    const auto count = static_cast<float>(row.buttons.size());
    if (scene.portrait()) {
        const float equal = (rect.width - gap * (count - 1)) / count;
        float needed = gap * (count - 1);
        for (const Button& each : row.buttons)
            needed += button_width(scene.canvas, each.label, each.icon.has_value());
        float x = rect.x;
        for (const Button& each : row.buttons) {
            const bool last = &each == &row.buttons.back();
            const bool own_width = row.last_grows && !last && needed <= rect.width;
            const float width = own_width ? button_width(scene.canvas, each.label, each.icon.has_value())
                                : last    ? rect.right() - x
                                          : equal;
            button(scene.canvas, {x, rect.y, width, rect.height}, each);
            x += width + gap;
        }
        return;
    }
    std::vector<float> widths;
    float total = gap * (count - 1);
    for (const Button& each : row.buttons) {
        const bool dark = each.kind == ButtonKind::dark;
        widths.push_back(
            std::max(dark ? 240.0f : 0.0f, button_width(scene.canvas, each.label, each.icon.has_value())));
        total += widths.back();
    }
    if (row.last_grows && total < rect.width) {
        widths.back() += rect.width - total;
        total = rect.width;
    }
    if (!row.remark.empty()) {
        const float room = rect.width - total - gap;
        const bool one_line = scene.canvas.measure(Type::body, row.remark) <= room;
        scene.canvas.paragraph({rect.x, rect.center().y - (one_line ? 21.0f : 40.0f), room}, Type::body,
                               scene.palette().ink_second, row.remark);
    }
    float x = rect.right() - total;
    for (std::size_t i = 0; i < row.buttons.size(); ++i) {
        button(scene.canvas, {x, rect.y, widths[i], rect.height}, row.buttons[i]);
        x += widths[i] + gap;
    }
}

Button understood_button(const Scene& scene) {
    return command_button("done", scene.words(Text::understood), ButtonKind::dark, Command::done,
                          Icon::check);
}

}  // namespace baodao
