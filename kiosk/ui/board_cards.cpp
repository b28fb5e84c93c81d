// SPDX-License-Identifier: MIT
#include "kiosk/ui/board_cards.hpp"

#include <algorithm>

#include "kiosk/ui/home_parts.hpp"

namespace baodao {
namespace {

constexpr float row_height = 70;
constexpr float pad = 32;

std::int64_t minutes_between(UtcMillis from, UtcMillis to) {
    return std::max<std::int64_t>(0, (to - from) / ms_per_minute);
}

void draw_present_row(const Scene& scene, Rect rect, const PresentPerson& person) {
    const Palette& palette = scene.palette();
    const std::string length = scene.words.duration(minutes_between(person.since, scene.model.wall));
    const std::string since = scene.words.clock(person.since);
    const std::string name = spaced_name(person.name);
    float right = rect.right();
    scene.canvas.text({right, rect.y + 14, 300, Align::right}, Type::body_bold, palette.ink, length);
    right -= scene.canvas.measure(Type::body_bold, length) + 12;
    scene.canvas.text({right, rect.y + 14, 100, Align::right}, Type::body, palette.ink, since);
    right -= scene.canvas.measure(Type::body, since) + 12;
    const float width =
        scene.canvas.text({rect.x, rect.y + 14, right - rect.x}, Type::body_bold, palette.ink, name);
    const float left = rect.x + width + 14;
    if (right - left > 60)
        scene.canvas.text({left, rect.y + 14, right - left}, Type::body, palette.ink_second, person.agency);
    scene.canvas.fill({rect.x, rect.bottom() - 2, rect.width, 2}, palette.line);
}

// The earliest planned end that is near or over.
std::optional<UtcMillis> end_to_remind(const Board& board, UtcMillis now) {
    std::optional<UtcMillis> earliest;
    for (const PresentPerson& person : board.present) {
        if (person.planned_end && (!earliest || *person.planned_end < *earliest))
            earliest = person.planned_end;
    }
    const bool near = earliest && *earliest - now < 30 * ms_per_minute;
    return near ? earliest : std::nullopt;
}

}  // namespace

void draw_present_card(const Scene& scene, Rect rect, const Board& board) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    const Rect inner = rect.inset(pad, 16);
    badge_right(scene.canvas, {inner.right(), inner.y},
                {Tone::green, Icon::door_in, scene.words(Text::board_present_badge)});
    scene.canvas.text({inner.x, inner.y + 4, inner.width - 180}, Type::title_bold, palette.ink,
                      scene.words(Text::board_present, {std::to_string(board.present.size())}));
    const float foot = inner.bottom() - 48;
    float y = inner.y + 64;
    scene.canvas.fill({inner.x, y - 2, inner.width, 2}, palette.line);
    const auto remind = end_to_remind(board, scene.model.wall);
    const float rows_end = foot - (remind ? 84 : 12);
    const auto fits = static_cast<std::size_t>(std::max(0.0f, (rows_end - y) / row_height));
    std::size_t shown = board.present.size();
    if (shown > fits) shown = fits > 0 ? fits - 1 : 0;
    for (std::size_t i = 0; i < shown; ++i, y += row_height)
        draw_present_row(scene, {inner.x, y, inner.width, row_height}, board.present[i]);
    if (board.present.empty()) {
        scene.canvas.text({inner.x, y + 14, inner.width}, Type::body, palette.ink_second,
                          scene.words(Text::board_present_none));
    } else if (shown < board.present.size()) {
        scene.canvas.text(
            {inner.x, y + 14, inner.width}, Type::body, palette.ink_second,
            scene.words(Text::board_present_more, {std::to_string(board.present.size() - shown)}));
    }
    if (remind) {
        const Rect box{inner.x, foot - 76, inner.width, 64};
        notice_box(scene.canvas, box, palette.amber_tint, palette.amber, 16);
        draw_icon(scene.canvas, Icon::clock, box.middle_left(18, 36, 36), palette.ink);
        scene.canvas.text({box.x + 66, box.y + 12, box.width - 76}, Type::body_bold, palette.ink,
                          scene.words(Text::board_ends_soon, {scene.words.clock(*remind)}));
    }
    scene.canvas.text({inner.x, foot + 4, inner.width * 0.55f}, Type::body, palette.ink,
                      scene.words(Text::board_today, {std::to_string(board.signed_out_today)}));
    scene.canvas.text({inner.right(), foot + 4, inner.width * 0.42f, Align::right}, Type::body, palette.ink,
                      scene.words(Text::board_registered, {std::to_string(board.registered_today)}));
}

void draw_report_card(const Scene& scene, Rect rect, const Board& board) {
    const Palette& palette = scene.palette();
    const bool pressed = scene.canvas.touchable("waiting", scene.words(Text::waiting_title), rect,
                                                staff_touch(PageOpened{WaitingPage{}}));
    scene.canvas.fill(rect, pressed ? palette.sunk : palette.surface, 24);
    scene.canvas.outline(rect, palette.edge, 3, 24);
    const Rect inner = rect.inset(pad, 16);
    scene.canvas.text({inner.x, inner.y + 4, 220}, Type::title_bold, palette.ink,
                      scene.words(Text::waiting_title));
    draw_link_badge(scene, {inner.right(), inner.y});
    struct Count {
        Text label;
        std::int64_t value;
        Color color;
    };
    const auto held = static_cast<std::int64_t>(task_count(board));
    const Count figures[] = {
        {Text::board_unreported, board.unreported, palette.ink},
        {Text::board_held, held, held > 0 ? palette.amber_ink : palette.ink},
        {Text::board_papers, board.papers_waiting, palette.ink},
    };
    float x = inner.x;
    for (const Count& figure : figures) {
        scene.canvas.text({x, inner.y + 76, inner.width / 3}, Type::heading, figure.color,
                          std::to_string(figure.value));
        scene.canvas.text({x, inner.y + 140, inner.width / 3 - 8}, Type::body, palette.ink_second,
                          scene.words(figure.label));
        x += inner.width / 3;
    }
}

void draw_machine_card(const Scene& scene, Rect rect, const Board& board) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    const Rect inner = rect.inset(pad, 20);
    scene.canvas.text({inner.x, inner.y, inner.width}, Type::title_bold, palette.ink,
                      scene.words(Text::board_machine));
    struct Part {
        Icon icon;
        Text label;
        bool good;
        std::string state;
    };
    const bool camera = scene.model.camera != CameraState::lost;
    const bool clock = !scene.model.home.clock_doubtful;
    const bool records = board.store_trouble.empty();
    const auto state = [&](bool good, Text fine, Text off) {
        return std::string(scene.words(good ? fine : off));
    };
    const Part parts[] = {
        {Icon::camera, Text::board_camera, camera, state(camera, Text::board_fine, Text::board_camera_off)},
        {Icon::clock, Text::board_clock, clock, state(clock, Text::board_clock_fine, Text::board_clock_off)},
        {Icon::database, Text::board_records, records,
         records ? scene.words(Text::board_records_fine, {std::to_string(board.records)})
                 : std::string(scene.words(Text::board_records_off))},
        {Icon::calendar, Text::board_theme, !board.theme_missing,
         state(!board.theme_missing, Text::board_theme_fine, Text::board_theme_missing)},
    };
    float y = inner.y + 56;
    for (const Part& part : parts) {
        const Color color = part.good ? palette.green : palette.amber_ink;
        draw_icon(scene.canvas, part.icon, {inner.x, y + 14, 36, 36}, palette.ink);
        scene.canvas.text({inner.x + 52, y + 12, 240}, Type::body, palette.ink, scene.words(part.label));
        const float width = scene.canvas.measure(Type::body_bold, part.state);
        scene.canvas.text({inner.right(), y + 12, inner.width - 200, Align::right}, Type::body_bold, color,
                          part.state);
        draw_icon(scene.canvas, part.good ? Icon::check_circle : Icon::triangle,
                  {inner.right() - width - 38, y + 18, 28, 28}, color);
        scene.canvas.fill({inner.x, y + 62, inner.width, 2}, palette.line);
        y += 66;
    }
    constexpr float key_height = button_height_small;
    if (inner.bottom() - y >= key_height) {
        const std::string_view test = scene.words(Text::test_run);
        const float width = button_width(scene.canvas, test, true, key_height);
        button(scene.canvas, {inner.right() - width, inner.bottom() - key_height, width, key_height},
               {"self_test", test, ButtonKind::secondary, Icon::list_check,
                Intent{SelfTestDue{TestOccasion::staff}}});
    }
    if (!records)
        scene.canvas.paragraph({inner.x, y + 8, inner.width}, Type::body, palette.ink, board.store_trouble);
}

}  // namespace baodao
