// SPDX-License-Identifier: MIT
// Screen 08: a member's own year, every service behind it, what is owed and by when.
#include <algorithm>

#include "kiosk/app/record_lines.hpp"
#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/record_row.hpp"
#include "kiosk/ui/year_parts.hpp"

namespace baodao {
namespace {

// A card whose figure opens to what made it.
void figure_card(const Scene& scene, Rect rect, std::string_view id, std::string_view label, Figure figure) {
    card(scene.canvas, rect);
    if (scene.canvas.touchable(id, label, rect, RecordTouch{FigureOpened{figure}}))
        scene.canvas.fill(rect.inset(2), scene.palette().sunk, 22);
}

void draw_year_ring(const Scene& scene, Rect rect, const YearAccount& year) {
    const Palette& palette = scene.palette();
    constexpr float diameter = 352;
    constexpr float thickness = 36;
    const Point center{rect.center().x, rect.y + 273};
    const float radius = (diameter - thickness) / 2;
    const float share =
        std::min(1.0f, static_cast<float>(year.minutes) / static_cast<float>(year_minutes_required));
    scene.canvas.arc(center, radius, 0, 1, palette.track, thickness);
    scene.canvas.arc(center, radius, 0, share, palette.green, thickness);
    const std::int64_t running = running_minutes(*scene.model.visit->record, scene.model.wall);
    if (running > 0) {
        const float more =
            std::min(1.0f - share, static_cast<float>(running) / static_cast<float>(year_minutes_required));
        if (more > 0) scene.canvas.arc(center, radius, share, share + more, palette.blue, thickness);
    }
    scene.canvas.note("progress", scene.words.duration(year.minutes),
                      {center.x - diameter / 2, center.y - diameter / 2, diameter, diameter});
    HoursText look{Type::outcome, Type::body_bold, palette.ink, scene.words(Text::hours),
                   scene.words(Text::minutes)};
    if (hours_width(scene.canvas, look, year.minutes) > diameter - 2 * thickness - 24)
        look.figure = Type::heading;
    const float width = hours_width(scene.canvas, look, year.minutes);
    hours_text(scene.canvas, {center.x - width / 2, center.y + 12}, look, year.minutes);
    const float words = diameter - 2 * thickness - 16;
    scene.canvas.text({center.x, center.y + 24, words, Align::center}, Type::body, palette.ink_second,
                      scene.words(Text::record_of));
    if (running > 0)
        scene.canvas.text({center.x, center.y + 62, words - 20, Align::center}, Type::body_bold, palette.blue,
                          scene.words(Text::record_running, {scene.words.duration(running)}));
}

void draw_rest(const Scene& scene, Rect rect, const YearAccount& year) {
    const Palette& palette = scene.palette();
    const bool asked = year.hours == Duty::owed && year.owed_minutes > 0;
    notice_box(scene.canvas, rect, asked ? palette.blue_tint : palette.green_tint,
               asked ? palette.blue : palette.green, 16);
    std::string title(scene.words(year.hours == Duty::not_asked ? Text::no_demand : Text::record_reached));
    std::string hint(
        scene.words(year.hours == Duty::not_asked ? Text::record_no_demand : Text::ten_reached_hint));
    if (asked) {
        title = scene.words(Text::record_more, {scene.words.duration(year.owed_minutes)});
        hint = scene.words(Text::record_days,
                           {scene.words.day_and_month(year.due),
                            std::to_string(days_left(scene.words.date(scene.model.wall), year.due))});
    }
    scene.canvas.text({rect.center().x, rect.y + 14, rect.width - 24, Align::center}, Type::title_bold,
                      palette.ink, title);
    scene.canvas.text({rect.center().x, rect.y + 63, rect.width - 24, Align::center}, Type::body, palette.ink,
                      hint);
}

void draw_year_card(const Scene& scene, Rect rect, const YearAccount& year) {
    figure_card(scene, rect, "figure_year", scene.words(Text::open_year), Figure::year);
    const float title_width =
        scene.canvas.text({rect.x + 34, rect.y + 20, rect.width - 68}, Type::title_bold, scene.palette().ink,
                          scene.words(Text::record_year, {std::to_string(year.year)}));
    if (year.opening_minutes > 0)
        scene.canvas.text({rect.right() - 34, rect.y + 25, rect.width - 84 - title_width, Align::right},
                          Type::body, scene.palette().ink_second,
                          scene.words(Text::record_opening, {scene.words.duration(year.opening_minutes)}));
    draw_year_ring(scene, rect, year);
    draw_rest(scene, {rect.x + 34, rect.bottom() - 20 - 117, rect.width - 68, 117}, year);
}

void draw_half(const Scene& scene, Rect rect, const HalfAccount& half) {
    const bool done = half.duty == Duty::done;
    const bool owed = half.duty == Duty::owed;
    const Color color = owed ? scene.palette().blue : scene.palette().green;
    const bool first = half.half.half == 1;
    figure_card(scene, rect, first ? "figure_first" : "figure_second",
                scene.words(first ? Text::first_half : Text::second_half),
                first ? Figure::first_half : Figure::second_half);
    const bool narrow = rect.width < 300;
    const float side = narrow ? 56 : 72;
    draw_icon(scene.canvas, owed ? Icon::calendar : Icon::check_circle,
              rect.middle_left(narrow ? 16 : 22, side, side), color);
    const float x = rect.x + (narrow ? 82 : 110);
    const float room = rect.right() - x - 8;
    scene.canvas.text({x, rect.center().y - 44, room}, Type::title_bold, scene.palette().ink,
                      scene.words(half.half.half == 1 ? Text::first_half : Text::second_half));
    const std::string line = done   ? scene.words(Text::record_times, {std::to_string(half.count)})
                             : owed ? std::string(scene.words(Text::record_owed))
                                    : std::string(scene.words(Text::no_demand));
    scene.canvas.text({x, rect.center().y + 3, room}, Type::body_bold, color, line);
}

void draw_claimed(const Scene& scene, Rect rect, const RecordView& record) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    const float x = rect.x + 26;
    const float room = rect.width - 52;
    const bool none = record.claimed_items.empty();
    std::string items;
    for (const std::string& item : record.claimed_items)
        items += (items.empty() ? "" : scene.words.language() == Language::chinese ? "、" : ", ") + item;
    scene.canvas.text({x, rect.center().y - 45, room}, Type::body, palette.ink_second,
                      none
                          ? std::string(scene.words(Text::record_claimed_none))
                          : scene.words(Text::record_claimed, {std::to_string(record.claimed_items.size())}));
    scene.canvas.text({x, rect.center().y + 3, room}, Type::body_bold, palette.ink,
                      none ? std::string(scene.words(Text::record_claimed_hint)) : items);
}

void draw_left_column(const Scene& scene, Rect rect, const RecordView& record) {
    const float half = (rect.width - 24) / 2;
    draw_year_card(scene, {rect.x, rect.y, rect.width, 616}, record.year);
    draw_half(scene, {rect.x, rect.y + 641, half, 128}, record.year.halves[0]);
    draw_half(scene, {rect.x + half + 24, rect.y + 641, half, 128}, record.year.halves[1]);
    draw_claimed(scene, {rect.x, rect.y + 792, rect.width, 131}, record);
}

// In portrait: ring at the left, the rest beside it.
void draw_top_portrait(const Scene& scene, Rect rect, const RecordView& record) {
    const float left_width = 480;
    draw_year_card(scene, {rect.x, rect.y, left_width, 616}, record.year);
    const Rect side{rect.x + left_width + 24, rect.y, rect.width - left_width - 24, 616};
    draw_half(scene, {side.x, side.y, side.width, 189}, record.year.halves[0]);
    draw_half(scene, {side.x, side.y + 213, side.width, 189}, record.year.halves[1]);
    draw_claimed(scene, {side.x, side.y + 426, side.width, 190}, record);
}

}  // namespace

void draw_record(const Scene& scene) {
    if (!scene.model.visit || !scene.model.visit->record) return;
    const RecordView& record = *scene.model.visit->record;
    const Palette& palette = scene.palette();
    const Layout& layout = scene.canvas.layout();
    draw_work_strip(scene, scene.words(Text::record_title), shown_name(scene.model));
    const Button print = command_button("print_record", scene.words(Text::record_print),
                                        ButtonKind::secondary, Command::print_record, Icon::printer);
    const Button done =
        command_button("done", scene.words(Text::record_done), ButtonKind::dark, Command::done, Icon::check);
    const std::string check = scene.words(Text::record_note_2, {record.check_code});
    const float left = side_margin(scene);
    if (scene.portrait()) {
        const float width = layout.width - 2 * left;
        const float half = (width - 24) / 2;
        draw_top_portrait(scene, {left, 132, width, 616}, record);
        draw_record_list(scene, {left, 772, width, 820}, record);
        scene.canvas.text({left, 1620, width}, Type::body, palette.ink_second,
                          scene.words(Text::record_note_1));
        scene.canvas.text({left, 1662, width}, Type::body, palette.ink_second, check);
        button(scene.canvas, {left, 1752, half, 120}, print);
        button(scene.canvas, {left + half + 24, 1752, half, 120}, done);
        return;
    }
    const bool wide = layout.width > 1500;
    const float column = wide ? 568 : 460;
    draw_left_column(scene, {left, 132, column, 923}, record);
    const float x = left + column + 24;
    const float right = layout.width - left;
    draw_record_list(scene, {x, 132, right - x, 796}, record);
    const float done_width = 240;
    const float print_width = button_width(scene.canvas, print.label, true);
    const float print_left = right - done_width - 24 - print_width;
    const float room = print_left - x - 16;
    const std::string_view note = scene.words(Text::record_note_1);
    const bool one_line = scene.canvas.measure(Type::body, note) <= room;
    scene.canvas.paragraph({x, one_line ? 963.0f : 937.0f, room}, Type::body, palette.ink_second, note);
    scene.canvas.text({x, one_line ? 1003.0f : 1029.0f, room}, Type::body, palette.ink_second, check);
    button(scene.canvas, {print_left, 952, print_width, button_height}, print);
    button(scene.canvas, {right - done_width, 952, done_width, button_height}, done);
}

}  // namespace baodao
