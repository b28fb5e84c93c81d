// SPDX-License-Identifier: MIT
// Screen 12a: the idle screen in portrait. What is looked at stands above, what is
// touched in the lower half, within reach from a chair.
#include <algorithm>

#include "kiosk/ui/home_parts.hpp"
#include "kiosk/ui/viewfinder.hpp"

namespace baodao {
namespace {

constexpr float left = margin_portrait;

void draw_top(const Scene& scene) {
    const float right = scene.canvas.layout().width - left;
    scene.canvas.text({right, 20, 300, Align::right}, Type::heading, scene.palette().ink,
                      scene.words.clock(scene.model.wall));
    const float keys = draw_language_and_size(scene, right, 124);
    const Badge network = network_badge(scene);
    badge_right(scene.canvas, {keys - 12, 140}, network);
    const float room = keys - 12 - badge_width(scene.canvas, network) - 12 - left;
    const std::string date = scene.words.medium_date(scene.model.wall);
    if (scene.canvas.measure(Type::body, date) <= room)
        scene.canvas.text({left, 148, room}, Type::body, scene.palette().ink_second, date);
}

void draw_theme_line(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const HomeView& home = scene.model.home;
    const std::string count = home.today.empty()
                                  ? std::string(scene.words(Text::no_activity))
                                  : scene.words(Text::today_count_short, {std::to_string(home.today.size())});
    scene.canvas.text({rect.right(), rect.y + 4, 300, Align::right}, Type::body_bold, palette.ink, count);
    const float end = rect.right() - scene.canvas.measure(Type::body_bold, count) - 16;
    float x = rect.x;
    x += scene.canvas.text({x, rect.y + 4}, Type::body_bold, palette.accent,
                           scene.words.month_theme(scene.model.wall)) +
         16;
    if (!home.theme) {
        scene.canvas.text({x, rect.y, end - x}, Type::title_bold, palette.ink,
                          scene.words(Text::theme_missing));
        return;
    }
    x += scene.canvas.text({x, rect.y, end - x}, Type::title_bold, palette.ink, home.theme->title) + 16;
    if (end - x > 80)
        scene.canvas.text({x, rect.y + 4, end - x}, Type::body, palette.ink_second,
                          scene.words.quarter_plan(scene.model.wall, home.theme->quarter_plan));
}

void draw_activity_row(const Scene& scene, Rect rect, const ActivityView& activity) {
    const Palette& palette = scene.palette();
    scene.canvas.fill({rect.x, rect.y, rect.width, 2}, palette.line);
    const float top = rect.center().y - 20;
    const Badge state = activity_badge(scene, activity);
    badge_right(scene.canvas, {rect.right(), rect.center().y - 23}, state);
    const float end = rect.right() - badge_width(scene.canvas, state) - 16;
    const std::string span = scene.words.span(activity.starts, activity.ends);
    scene.canvas.text({rect.x, top}, Type::body_bold, palette.ink, span);
    const float title = rect.x + std::max(200.0f, scene.canvas.measure(Type::body_bold, span) + 16);
    const bool place_has_room = !scene.model.large_text;
    scene.canvas.text({title, top - 4, place_has_room ? 276 : end - title}, Type::title_bold, palette.ink,
                      activity.title);
    if (place_has_room)
        scene.canvas.text({rect.x + 484, top, end - rect.x - 484}, Type::body, palette.ink_second,
                          scene.words(Text::meet_at, {activity.place}));
}

void draw_today(const Scene& scene, Rect rect) {
    card_with_bar(scene.canvas, rect, scene.palette().accent);
    const Rect inside{rect.x + 40, rect.y + 20, rect.width - 40 - 30, rect.height - 28};
    draw_theme_line(scene, inside);
    const auto shown = activities_to_show(scene.model.home, scene.model.wall, 3);
    const float first = rect.y + 74;
    const float row = 68;
    for (std::size_t i = 0; i < shown.size(); ++i)
        draw_activity_row(scene, {inside.x, first + static_cast<float>(i) * row, inside.width, row},
                          shown[i]);
    if (!shown.empty()) return;
    scene.canvas.text({rect.center().x, first + 70, inside.width, Align::center}, Type::title,
                      scene.palette().ink_second, scene.words(Text::no_activity_hint));
}

void draw_footer(const Scene& scene) {
    const Palette& palette = scene.palette();
    const Layout& layout = scene.canvas.layout();
    const float top = layout.height - footer_height_portrait;
    scene.canvas.fill({0, top, layout.width, footer_height_portrait}, palette.surface);
    scene.canvas.fill({0, top, layout.width, 2}, palette.line);
    draw_icon(scene.canvas, Icon::phone, {left, top + 45, 46, 46}, palette.accent);
    const ContactView& contact = scene.model.home.contact;
    float x = left + 68;
    x += scene.canvas.text({x, top + 29}, Type::body, palette.ink,
                           scene.words(contact.deputy ? Text::contact_deputy : Text::contact)) +
         17;
    x += scene.canvas.text({x, top + 24}, Type::title_bold, palette.ink, spaced_name(contact.name)) + 17;
    scene.canvas.text({x, top + 24}, Type::title_bold, palette.ink, contact.phone);
    scene.canvas.text(
        {left + 68, top + 73, 620}, Type::body, palette.ink_second,
        scene.model.home.window_hours + " · " + std::string(scene.words(Text::cleared_on_leave_short)));
    const std::string_view staff = scene.words(Text::staff_login);
    const float width = button_width(scene.canvas, staff, true, button_height_small);
    button(scene.canvas, {layout.width - left - width, top + 25, width, button_height_small},
           command_button("staff", staff, ButtonKind::secondary, Command::staff, Icon::lock));
}

}  // namespace

void draw_home_portrait(const Scene& scene) {
    const Layout& layout = scene.canvas.layout();
    const float width = layout.width - 2 * left;
    const float half = (width - 24) / 2;
    const float second = left + half + 24;
    draw_place_strip(scene);
    draw_top(scene);
    draw_viewfinder(scene, {left, 232, width, 688},
                    {scene.words(Text::home_sentence_short), scene.words(Text::home_hint_short), 132});
    draw_today(scene, {left, 940, width, 288});
    draw_tiles(scene, {.registration = {left, 1250, half, 212},
                       .attendance = {second, 1250, half, 212},
                       .claim = {left, 1482, half, 152},
                       .record = {second, 1482, half, 152},
                       .no_card = {left, 1654, width, 110}});
    draw_footer(scene);
}

}  // namespace baodao
