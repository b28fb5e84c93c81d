// SPDX-License-Identifier: MIT
// Screen 01b: the idle screen with large text in landscape: fewer things, each larger.
#include "kiosk/ui/home_parts.hpp"
#include "kiosk/ui/viewfinder.hpp"

namespace baodao {
namespace {

constexpr float strip = 120;
constexpr float footer = 144;
constexpr float gap = 24;
constexpr float today_height = 120;

// Words in these sizes are drawn one size larger by the canvas: body stands for 36.
constexpr Type small = Type::body;
constexpr Type small_bold = Type::body_bold;
constexpr Type middle = Type::title_bold;

void draw_strip(const Scene& scene) {
    const Palette& palette = scene.palette();
    const float right = scene.canvas.layout().width - margin;
    scene.canvas.fill({0, 0, scene.canvas.layout().width, strip}, palette.surface);
    scene.canvas.fill({0, strip - 2, scene.canvas.layout().width, 2}, palette.line);
    const std::string clock = scene.words.clock(scene.model.wall);
    scene.canvas.text({right, 16, 300, Align::right}, Type::outcome, palette.ink, clock);
    float end = right - scene.canvas.measure(Type::outcome, clock) - 24;
    const std::string date = scene.words.day_and_month(scene.words.date(scene.model.wall));
    scene.canvas.text({end, 40, 300, Align::right}, small, palette.ink, date);
    end = draw_language_and_size(scene, end - scene.canvas.measure(small, date) - gap, 16) - gap;
    const Badge network = network_badge(scene);
    end -= badge_width(scene.canvas, network);
    badge(scene.canvas, {end, 32}, network);
    draw_mark(scene, {margin, 24, 72, 72});
    const float left = margin + 96;
    scene.canvas.text({left, 40, end - gap - left}, small_bold, palette.ink, scene.model.home.community);
}

// Theme, then what is on now and what comes next, on one line as far as they have room.
void draw_today(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const HomeView& home = scene.model.home;
    card(scene.canvas, rect);
    const float y = rect.center().y - 20;
    float x = rect.x + 40;
    const auto sign = [&](Icon icon, Color color) {
        draw_icon(scene.canvas, icon, {x, rect.center().y - 24, 48, 48}, color);
        x += 64;
    };
    const auto words = [&](Type type, Color color, const std::string& text) {
        const float room = rect.right() - gap - x;
        if (room > 60) x += scene.canvas.text({x, y, room}, type, color, text) + 18;
    };
    sign(Icon::flag, palette.accent);
    words(small, palette.ink_second, scene.words.month_theme(scene.model.wall));
    words(small_bold, palette.ink,
          home.theme ? home.theme->title : std::string(scene.words(Text::theme_missing)));
    x += 14;
    const auto shown = activities_to_show(home, scene.model.wall, 2);
    if (shown.empty()) {
        sign(Icon::calendar, palette.green);
        words(small_bold, palette.ink, std::string(scene.words(Text::no_activity)));
        return;
    }
    for (const ActivityView& activity : shown) {
        const Badge state = activity_badge(scene, activity);
        const std::string title = scene.words.clock(activity.starts) + " " + activity.title;
        const float needed = scene.canvas.measure(small_bold, title) +
                             scene.canvas.measure(small_bold, state.label) + 64 + 18 + gap;
        if (&activity != &shown.front() && x + needed > rect.right()) return;
        scene.canvas.fill({x, rect.y + 28, 2, rect.height - 56}, palette.line);
        x += 32;
        sign(Icon::calendar, palette.green);
        words(small_bold, palette.ink, title);
        words(small_bold, state.tone == Tone::green ? palette.green : palette.ink_second,
              std::string(state.label));
        x += 14;
    }
}

void draw_footer(const Scene& scene) {
    const Palette& palette = scene.palette();
    const Layout& layout = scene.canvas.layout();
    const float top = layout.height - footer;
    scene.canvas.fill({0, top, layout.width, footer}, palette.surface);
    scene.canvas.fill({0, top, layout.width, 2}, palette.line);
    draw_icon(scene.canvas, Icon::phone, {52, top + 44, 58, 58}, palette.accent);
    const ContactView& contact = scene.model.home.contact;
    float x = 152;
    x += scene.canvas.text({x, top + 53}, small, palette.ink,
                           scene.words(contact.deputy ? Text::contact_deputy : Text::contact)) +
         32;
    x += scene.canvas.text({x, top + 49}, middle, palette.ink, spaced_name(contact.name)) + 32;
    x += scene.canvas.text({x, top + 49}, middle, palette.ink, contact.phone) + gap;

    const std::string_view staff = scene.words(Text::staff_login);
    const float width = button_width(scene.canvas, staff, true, button_height_small);
    const float button_left = layout.width - margin - width;
    button(scene.canvas, {button_left, top + 28, width, button_height_small},
           command_button("staff", staff, ButtonKind::secondary, Command::staff, Icon::lock));
    const float end = button_left - 32;
    scene.canvas.text({end, top + 27, end - x, Align::right}, small, palette.ink_second,
                      scene.words(Text::camera_promise_1));
    scene.canvas.text({end, top + 75, end - x, Align::right}, small, palette.ink_second,
                      scene.words(Text::camera_promise_2));
}

}  // namespace

void draw_home_large(const Scene& scene) {
    const Layout& layout = scene.canvas.layout();
    const float right = layout.width - margin;
    const float tiles_width = layout.width > 1500 ? 712 : 560;
    const float top = strip + 28;
    const float bottom = layout.height - footer - gap - today_height - gap;
    draw_strip(scene);
    draw_viewfinder(scene, {margin, top, right - tiles_width - 32 - margin, bottom - top},
                    {scene.words(Text::home_sentence_large), scene.words(Text::home_hint_large), 132});
    draw_tile_column(scene, {right - tiles_width, top, tiles_width, bottom - top});
    draw_today(scene, {margin, bottom + gap, right - margin, today_height});
    draw_footer(scene);
}

}  // namespace baodao
