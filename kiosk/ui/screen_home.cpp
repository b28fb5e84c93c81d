// SPDX-License-Identifier: MIT
// Screen 01: the idle screen in landscape.
#include "kiosk/ui/home_parts.hpp"
#include "kiosk/ui/viewfinder.hpp"

namespace baodao {
namespace {

void draw_strip_right(const Scene& scene) {
    const float right = scene.canvas.layout().width - margin;
    const std::string clock = scene.words.clock(scene.model.wall);
    const std::string date = scene.words.long_date(scene.model.wall);
    scene.canvas.text({right, 1, 400, Align::right}, Type::heading, scene.palette().ink, clock);
    scene.canvas.text({right, 55, 400, Align::right}, Type::body, scene.palette().ink_second, date);
    const float date_width = scene.canvas.measure(Type::body, date);
    const float keys = draw_language_and_size(scene, right - date_width - 25, 8);
    badge_right(scene.canvas, {keys - 24, 24}, network_badge(scene));
}

void draw_theme(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const HomeView& home = scene.model.home;
    card_with_bar(scene.canvas, rect, palette.accent);
    const float x = rect.x + 40;
    const float room = rect.right() - x - 16;
    scene.canvas.text({x, rect.y + 24, room}, Type::body_bold, palette.accent,
                      scene.words.month_theme(scene.model.wall));
    if (home.theme) {
        scene.canvas.text({x, rect.y + 67, room}, Type::heading, palette.ink, home.theme->title);
        scene.canvas.text({x, rect.y + 132, room}, Type::body, palette.ink_second,
                          scene.words.quarter_plan(scene.model.wall, home.theme->quarter_plan));
    } else {
        scene.canvas.text({x, rect.y + 76, room}, Type::title_bold, palette.ink,
                          scene.words(Text::theme_missing));
    }
    scene.canvas.text({x, rect.y + 178, room}, Type::body_bold, palette.ink,
                      home.today.empty()
                          ? std::string(scene.words(Text::no_activity))
                          : scene.words(Text::today_count, {std::to_string(home.today.size())}));
}

void draw_activity(const Scene& scene, Rect rect, const ActivityView& activity) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    const float x = rect.x + 26;
    const float room = rect.right() - x - 16;
    scene.canvas.text({x, rect.y + 28}, Type::body_bold, palette.ink,
                      scene.words.span(activity.starts, activity.ends));
    badge_right(scene.canvas, {rect.right() - 26, rect.y + 25}, activity_badge(scene, activity));
    scene.canvas.text({x, rect.y + 79, room}, Type::title_bold, palette.ink, activity.title);
    scene.canvas.text({x, rect.y + 132, room}, Type::body, palette.ink_second,
                      scene.words(Text::meet_at, {activity.place}));
    scene.canvas.text({x, rect.y + 178, room}, Type::body, palette.ink_second, people_line(scene, activity));
}

void draw_no_activity(const Scene& scene, Rect rect) {
    card(scene.canvas, rect);
    draw_icon(scene.canvas, Icon::calendar, rect.middle_left(40, 72, 72), scene.palette().ink_second);
    scene.canvas.text({rect.x + 144, rect.center().y - 52}, Type::title_bold, scene.palette().ink,
                      scene.words(Text::no_activity));
    scene.canvas.text({rect.x + 144, rect.center().y + 4}, Type::body, scene.palette().ink_second,
                      scene.words(Text::no_activity_hint));
}

void draw_today(const Scene& scene, Rect row) {
    constexpr float gap = 24;
    const bool wide = scene.canvas.layout().width > 1500;
    const std::size_t columns = wide ? 3 : 2;
    const float theme_width = wide ? 432 : 380;
    draw_theme(scene, {row.x, row.y, theme_width, row.height});
    const Rect rest{row.x + theme_width + gap, row.y, row.width - theme_width - gap, row.height};
    const auto shown = activities_to_show(scene.model.home, scene.model.wall, columns);
    if (shown.empty()) {
        draw_no_activity(scene, rest);
        return;
    }
    const float width = (rest.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = 0; i < shown.size(); ++i)
        draw_activity(scene, {rest.x + static_cast<float>(i) * (width + gap), rest.y, width, rest.height},
                      shown[i]);
}

void draw_footer(const Scene& scene) {
    const Palette& palette = scene.palette();
    const Layout& layout = scene.canvas.layout();
    const float top = layout.height - footer_height;
    scene.canvas.fill({0, top, layout.width, footer_height}, palette.surface);
    scene.canvas.fill({0, top, layout.width, 2}, palette.line);
    const float line = top + 32;
    draw_icon(scene.canvas, Icon::phone, {48, top + 30, 46, 46}, palette.accent);

    const ContactView& contact = scene.model.home.contact;
    float x = 112;
    x += scene.canvas.text({x, line}, Type::body, palette.ink,
                           scene.words(contact.deputy ? Text::contact_deputy : Text::contact)) +
         17;
    x += scene.canvas.text({x, line - 4}, Type::title_bold, palette.ink, spaced_name(contact.name)) + 17;
    x += scene.canvas.text({x, line - 4}, Type::title_bold, palette.ink, contact.phone) + 33;
    scene.canvas.fill({x - 1, top + 25, 2, 56}, palette.line);
    scene.canvas.text({x + 33, line, 460}, Type::body, palette.ink_second,
                      scene.words(Text::window_hours, {scene.model.home.window_hours}));

    const std::string_view staff = scene.words(Text::staff_login);
    const float staff_width = button_width(scene.canvas, staff, true, button_height_small);
    const float staff_left = layout.width - margin - staff_width;
    button(scene.canvas, {staff_left, top + 8, staff_width, button_height_small},
           command_button("staff", staff, ButtonKind::secondary, Command::staff, Icon::lock));
    const std::string_view promise = scene.words(Text::cleared_on_leave);
    const float promise_left = staff_left - 33 - scene.canvas.measure(Type::body, promise);
    scene.canvas.text({promise_left, line}, Type::body, palette.ink_second, promise);
    draw_icon(scene.canvas, Icon::shield_check, {promise_left - 50, top + 32, 40, 40}, palette.ink_second);
}

}  // namespace

void draw_home(const Scene& scene) {
    const Layout& layout = scene.canvas.layout();
    draw_place_strip(scene);
    draw_strip_right(scene);
    const bool wide = layout.width > 1500;
    const float left = margin;
    const float right = layout.width - margin;
    const float top = 128;
    const float tiles_width = wide ? 696 : 560;
    const float tiles = right - tiles_width;
    draw_viewfinder(scene, {left, top, tiles - 24 - left, 556},
                    {scene.words(wide ? Text::home_sentence : Text::home_sentence_short),
                     scene.words(wide ? Text::home_hint : Text::home_hint_short)});
    const float half = (tiles_width - 24) / 2;
    draw_tiles(scene, {.registration = {tiles, top, half, 220},
                       .attendance = {tiles + half + 24, top, half, 220},
                       .claim = {tiles, 372, half, 160},
                       .record = {tiles + half + 24, 372, half, 160},
                       .no_card = {tiles, 556, tiles_width, 128}});
    draw_today(scene, {left, 708, right - left, layout.height - footer_height - 24 - 708 - 2});
    draw_footer(scene);
}

}  // namespace baodao
