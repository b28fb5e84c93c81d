// SPDX-License-Identifier: MIT
#include "kiosk/ui/home_parts.hpp"

#include <array>

#include "domain/base/text.hpp"

namespace baodao {
namespace {

struct Tile {
    std::string_view id;
    HomeTile tile;
    Icon icon;
    Text title;
    Text hint;
};

struct TileColors {
    Color title;
    Color hint;
};

// The whole tile is the target. Returns what its words are drawn in.
TileColors draw_tile_body(const Scene& scene, Rect& rect, const Tile& tile, bool primary) {
    const Palette& palette = scene.palette();
    const bool pressed =
        scene.canvas.touchable(tile.id, scene.words(tile.title), rect, TileTouched{tile.tile});
    if (!primary) {
        scene.canvas.fill(rect, pressed ? palette.sunk : palette.surface, 24);
        scene.canvas.outline(rect, palette.edge, 3, 24);
        return {palette.ink, palette.ink_second};
    }
    if (pressed)
        rect.y += 4;
    else
        scene.canvas.fill({rect.x, rect.y + 4, rect.width, rect.height}, palette.accent_press, 24);
    scene.canvas.fill(rect, pressed ? palette.accent_press : palette.accent, 24);
    return {palette.on_dark, palette.on_dark};
}

void draw_big_tile(const Scene& scene, Rect rect, const Tile& tile, bool primary) {
    const TileColors colors = draw_tile_body(scene, rect, tile, primary);
    constexpr float pad = 28;
    const float top = rect.y + (rect.height - 180) / 2;
    draw_icon(scene.canvas, tile.icon, {rect.x + pad - 1, top - 2, 72, 72}, colors.title);
    scene.canvas.text({rect.x + pad, top + 71, rect.width - 2 * pad}, Type::heading, colors.title,
                      scene.words(tile.title));
    scene.canvas.text({rect.x + pad, top + 142, rect.width - pad - 16}, Type::body, colors.hint,
                      scene.words(tile.hint));
}

void draw_middle_tile(const Scene& scene, Rect rect, const Tile& tile) {
    const TileColors colors = draw_tile_body(scene, rect, tile, false);
    constexpr float pad = 28;
    const float top = rect.y + (rect.height - 96) / 2;
    draw_icon(scene.canvas, tile.icon, {rect.x + pad, top, 48, 48}, colors.title);
    scene.canvas.text({rect.x + pad + 64, top, rect.width - 2 * pad - 64}, Type::title_bold, colors.title,
                      scene.words(tile.title));
    scene.canvas.text({rect.x + pad, top + 56, rect.width - 2 * pad}, Type::body, colors.hint,
                      scene.words(tile.hint));
}

void draw_wide_tile(const Scene& scene, Rect rect, const Tile& tile) {
    const TileColors colors = draw_tile_body(scene, rect, tile, false);
    draw_icon(scene.canvas, tile.icon, rect.middle_left(36, 48, 48), colors.title);
    const float top = rect.center().y - 48;
    const float room = rect.width - 108 - 92;
    scene.canvas.text({rect.x + 107, top, room}, Type::title_bold, colors.title, scene.words(tile.title));
    scene.canvas.text({rect.x + 107, top + 54, room}, Type::body, colors.hint, scene.words(tile.hint));
    draw_icon(scene.canvas, Icon::chevron_right, {rect.right() - 82, rect.center().y - 24, 48, 48},
              colors.title);
}

constexpr Tile registration{"tile_register", HomeTile::registration, Icon::badge, Text::tile_register,
                            Text::tile_register_hint};
constexpr Tile attendance{"tile_attend", HomeTile::attendance, Icon::door_in, Text::tile_attend,
                          Text::tile_attend_hint};
constexpr Tile claim{"tile_claim", HomeTile::claim, Icon::hand_heart, Text::tile_claim,
                     Text::tile_claim_hint};
constexpr Tile record{"tile_record", HomeTile::record, Icon::history, Text::tile_record,
                      Text::tile_record_hint};
constexpr Tile no_card{"tile_no_card", HomeTile::no_card, Icon::person_search, Text::tile_no_card,
                       Text::tile_no_card_hint};

}  // namespace

void draw_tiles(const Scene& scene, const TileRects& rects) {
    draw_big_tile(scene, rects.registration, registration, true);
    draw_big_tile(scene, rects.attendance, attendance, false);
    draw_middle_tile(scene, rects.claim, claim);
    draw_middle_tile(scene, rects.record, record);
    draw_wide_tile(scene, rects.no_card, no_card);
}

void draw_tile_column(const Scene& scene, Rect column) {
    constexpr float gap = 24;
    const std::array tiles{registration, attendance, record, no_card};
    const float height = (column.height - gap * (tiles.size() - 1)) / tiles.size();
    for (std::size_t i = 0; i < tiles.size(); ++i)
        draw_wide_tile(scene,
                       {column.x, column.y + static_cast<float>(i) * (height + gap), column.width, height},
                       tiles[i]);
}

std::string spaced_name(std::string_view name) {
    const std::u32string characters = code_points(name);
    const bool two_han = characters.size() == 2 && characters[0] >= 0x3400;
    return two_han ? to_utf8(characters.substr(0, 1)) + " " + to_utf8(characters.substr(1))
                   : std::string(name);
}

Badge activity_badge(const Scene& scene, const ActivityView& activity) {
    if (is_running(activity, scene.model.wall))
        return {Tone::green, Icon::door_in, scene.words(Text::activity_open), BadgeSize::tag};
    const int hour = scene.words.civil(activity.starts).hour;
    const Text part = hour < 12   ? Text::activity_morning
                      : hour < 18 ? Text::activity_afternoon
                                  : Text::activity_evening;
    return {Tone::plain, Icon::clock, scene.words(part), BadgeSize::tag};
}

std::string people_line(const Scene& scene, const ActivityView& activity) {
    const bool running = is_running(activity, scene.model.wall);
    const std::string people = std::to_string(running ? activity.present_people : activity.claimed_people);
    if (activity.planned_people <= 0)
        return scene.words(running ? Text::present_only : Text::claimed_only, {people});
    return scene.words(running ? Text::present_of_planned : Text::claimed_of_planned,
                       {people, std::to_string(activity.planned_people)});
}

}  // namespace baodao
