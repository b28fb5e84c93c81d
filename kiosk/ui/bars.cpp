// SPDX-License-Identifier: MIT
#include "kiosk/ui/bars.hpp"

namespace baodao {
namespace {

void draw_bar(const Scene& scene) {
    scene.canvas.fill({0, 0, scene.canvas.layout().width, strip_height}, scene.palette().surface);
    scene.canvas.fill({0, strip_height - 2, scene.canvas.layout().width, 2}, scene.palette().line);
}

}  // namespace

void draw_mark(const Scene& scene, Rect rect) {
    scene.canvas.fill(rect, scene.palette().accent, 16);
    draw_icon(scene.canvas, Icon::double_tick, rect.inset(8), scene.palette().on_dark);
}

float side_margin(const Scene& scene) {
    return scene.portrait() ? margin_portrait : margin;
}

Button command_button(std::string_view id, std::string_view label, ButtonKind kind, Command command,
                      std::optional<Icon> icon) {
    return {id, label, kind, icon, CommandTouched{command}};
}

void draw_place_strip(const Scene& scene) {
    draw_bar(scene);
    const float left = side_margin(scene);
    draw_mark(scene, {left, 20, 64, 64});
    const float room = scene.portrait() ? 720 : 760;
    scene.canvas.text({left + 88, 27, room}, Type::title_bold, scene.palette().ink,
                      scene.words(Text::window_title, {scene.model.home.community}));
}

void draw_work_strip(const Scene& scene, std::string_view title, const std::string& person) {
    draw_bar(scene);
    const float left = side_margin(scene);
    const std::string_view back = scene.words(Text::back);
    const float width = button_width(scene.canvas, back, true, button_height_small);
    button(scene.canvas, {left, 8, width, button_height_small},
           command_button("back", back, ButtonKind::secondary, Command::back, Icon::arrow_left));
    scene.canvas.text({left + width + 24, 27, 480}, Type::title_bold, scene.palette().ink, title);

    const std::string clock = scene.words.clock(scene.model.wall);
    float right = scene.canvas.layout().width - left;
    scene.canvas.text({right, 20, 400, Align::right}, Type::heading, scene.palette().ink, clock);
    right -= scene.canvas.measure(Type::heading, clock) + 24;
    if (!scene.portrait()) {
        const Badge network = network_badge(scene);
        badge_right(scene.canvas, {right, 24}, network);
        right -= badge_width(scene.canvas, network) + 24;
    }
    if (!person.empty()) badge_right(scene.canvas, {right, 24}, {Tone::plain, Icon::person, person});
}

Badge network_badge(const Scene& scene) {
    if (scene.model.home.clock_doubtful)
        return {Tone::amber, Icon::clock_question, scene.words(Text::clock_doubtful)};
    if (scene.model.home.network == NetworkState::online)
        return {Tone::green, Icon::cloud_check, scene.words(Text::network_online)};
    return {Tone::blue, Icon::cloud_off, scene.words(Text::network_offline)};
}

void draw_link_badge(const Scene& scene, Point right_top) {
    const LinkView& link = scene.model.home.link;
    const auto amber = [&](Text words) {
        badge_right(scene.canvas, right_top, {Tone::amber, Icon::triangle, scene.words(words)});
    };
    switch (link.state) {
        case LinkState::waiting:
            return amber(Text::link_waiting);
        case LinkState::revoked:
            return amber(Text::link_revoked);
        case LinkState::unknown:
            return amber(Text::link_unknown);
        case LinkState::outdated:
            return amber(Text::link_outdated);
        case LinkState::alone:
        case LinkState::good:
            break;
    }
    const std::int64_t hours = link.offline_hours.value_or(0);
    const bool online = hours == 0 && scene.model.home.network == NetworkState::online;
    if (scene.model.home.clock_doubtful || online)
        return badge_right(scene.canvas, right_top, network_badge(scene));
    // Shorter than at the door: the cadre's card has its title beside it.
    const std::string words = hours > 0 ? scene.words(Text::link_offline_hours, {std::to_string(hours)})
                                        : std::string(scene.words(Text::link_offline));
    badge_right(scene.canvas, right_top, {Tone::blue, Icon::cloud_off, words});
}

float draw_language_and_size(const Scene& scene, float right, float top) {
    const std::string_view size =
        scene.words(scene.model.large_text ? Text::standard_text : Text::large_text);
    const std::string_view language = scene.words(Text::other_language);
    const float size_width = button_width(scene.canvas, size, true, button_height_small);
    const float language_width = button_width(scene.canvas, language, false, button_height_small);
    const float size_left = right - size_width;
    const float language_left = size_left - (scene.portrait() ? 12 : 24) - language_width;
    button(scene.canvas, {size_left, top, size_width, button_height_small},
           command_button("large_text", size, ButtonKind::quiet, Command::large_text, Icon::large_text));
    button(scene.canvas, {language_left, top, language_width, button_height_small},
           command_button("language", language, ButtonKind::quiet, Command::language));
    return language_left;
}

}  // namespace baodao
