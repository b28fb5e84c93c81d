// SPDX-License-Identifier: MIT
// 日结: the day in figures, what is still open, and one touch for the sheet.
#include <algorithm>

#include "kiosk/ui/board_cards.hpp"
#include "kiosk/ui/staff_screen.hpp"

namespace baodao {
namespace {

constexpr float gap = 24;

struct DayFigure {
    Text label;
    std::int64_t value;
    bool open = false;  // amber when it is not nothing
};

void draw_figures(const Scene& scene, Rect rect, Text title, const std::vector<DayFigure>& figures) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    scene.canvas.note("group", scene.words(title), rect);
    const Rect inner = rect.inset(36, 24);
    scene.canvas.text({inner.x, inner.y, inner.width}, Type::title_bold, palette.ink, scene.words(title));
    const float height = std::min(84.0f, (inner.height - 64) / static_cast<float>(figures.size()));
    float y = inner.y + 64;
    for (const DayFigure& figure : figures) {
        const Color color = figure.open && figure.value > 0 ? palette.amber_ink : palette.ink;
        scene.canvas.fill({inner.x, y - 2, inner.width, 2}, palette.line);
        const float middle = y + height / 2;
        scene.canvas.text({inner.x, middle - 24, inner.width * 0.7f}, Type::title, palette.ink,
                          scene.words(figure.label));
        scene.canvas.text({inner.right(), middle - 32, inner.width * 0.28f, Align::right}, Type::heading,
                          color, std::to_string(figure.value));
        y += height;
    }
}

void draw_foot(const Scene& scene, Rect rect, const DayBoard& day) {
    float right = rect.right();
    const auto key = [&](std::string_view id, Text label, ButtonKind kind, Icon icon, bool to_stick) {
        const float width = button_width(scene.canvas, scene.words(label), true);
        right -= width;
        button(scene.canvas, {right, rect.y, width, button_height},
               {id, scene.words(label), kind, icon, staff_touch(StaffIntent{DayTouch{CloseDay{to_stick}}})});
        right -= gap;
    };
    key("close_day", Text::day_print, ButtonKind::primary, Icon::printer, false);
    key("close_day_stick", Text::print_to_stick, ButtonKind::secondary, Icon::save, true);
    const std::string words = day.closed ? scene.words(Text::day_closed_at, {scene.words.clock(*day.closed)})
                                         : std::string(scene.words(Text::day_not_closed));
    if (scene.portrait())
        scene.canvas.text({rect.x, rect.y - 60, rect.width}, Type::body, scene.palette().ink_second, words);
    else
        scene.canvas.paragraph({rect.x, rect.y + 12, right - rect.x}, Type::body, scene.palette().ink_second,
                               words);
}

}  // namespace

void draw_page(const Scene& scene, const DayPage& page) {
    draw_staff_strip(scene, scene.words(Text::day_title), StaffStrip::page);
    const Rect room = staff_room(scene, scene.canvas.layout().height);
    if (!page.board) {
        scene.canvas.text({room.center().x, room.center().y - 32, room.width, Align::center}, Type::heading,
                          scene.palette().ink_second, scene.words(Text::board_loading));
        return;
    }
    const DayBoard& day = *page.board;
    const Palette& palette = scene.palette();
    scene.canvas.text({room.x, room.y, room.width}, Type::heading, palette.ink,
                      scene.words(Text::day_sentence, {scene.words.medium_date(scene.model.wall)}));
    scene.canvas.text({room.x, room.y + 72, room.width}, Type::title, palette.ink_second,
                      scene.words(Text::day_hint, {day.check_code}));
    const float top = room.y + 148;
    const float foot = room.bottom() - button_height;
    const float height = foot - gap - top - (scene.portrait() ? 60 : 0);
    const std::vector<DayFigure> done{{Text::day_registered, day.registered},
                                      {Text::day_signed_in, day.signed_in},
                                      {Text::day_signed_out, day.signed_out},
                                      {Text::day_entered, day.entered},
                                      {Text::board_unreported, day.unreported}};
    const std::vector<DayFigure> open{{Text::day_present, day.present, true},
                                      {Text::day_missing, day.missing, true},
                                      {Text::day_held, day.held, true},
                                      {Text::day_papers, day.papers, true}};
    if (scene.portrait()) {
        const float half = (height - gap) / 2;
        draw_figures(scene, {room.x, top, room.width, half}, Text::day_done, done);
        draw_figures(scene, {room.x, top + half + gap, room.width, half}, Text::day_open, open);
    } else {
        const float half = (room.width - gap) / 2;
        draw_figures(scene, {room.x, top, half, height}, Text::day_done, done);
        draw_figures(scene, {room.x + half + gap, top, half, height}, Text::day_open, open);
    }
    draw_foot(scene, {room.x, foot, room.width, button_height}, day);
}

}  // namespace baodao
