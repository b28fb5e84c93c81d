// SPDX-License-Identifier: MIT
// 今日看板: who is here, what waits for the cadre, and how the machine is.
#include <algorithm>

#include "kiosk/ui/board_cards.hpp"
#include "kiosk/ui/home_parts.hpp"

namespace baodao {
namespace {

constexpr float gap = 24;

void draw_landscape(const Scene& scene, Rect room, const BoardPage& page) {
    const float left = std::min(528.0f, room.width * 0.29f);
    const float right = std::min(512.0f, room.width * 0.28f);
    const float middle = room.width - left - right - 2 * gap;
    draw_present_card(scene, {room.x, room.y, left, room.height}, *page.board);
    draw_tasks(scene, {room.x + left + gap, room.y, middle, room.height}, page);
    const float x = room.right() - right;
    constexpr float report_height = 232;
    draw_report_card(scene, {x, room.y, right, report_height}, *page.board);
    draw_machine_card(scene, {x, room.y + report_height + 16, right, room.height - report_height - 16},
                      *page.board);
}

void draw_portrait(const Scene& scene, Rect room, const BoardPage& page) {
    constexpr float low_height = 480;
    const float tasks = std::min(860.0f, room.height * 0.55f);
    draw_tasks(scene, {room.x, room.y, room.width, tasks}, page);
    const float half = (room.width - gap) / 2;
    const float top = room.y + tasks + gap;
    const float height = room.bottom() - top;
    draw_present_card(scene, {room.x, top, half, height}, *page.board);
    constexpr float report_height = 232;
    draw_report_card(scene, {room.x + half + gap, top, half, report_height}, *page.board);
    draw_machine_card(scene,
                      {room.x + half + gap, top + report_height + 16, half,
                       std::min(low_height, height - report_height - 16)},
                      *page.board);
}

}  // namespace

std::string when_text(const Scene& scene, UtcMillis time) {
    const std::string clock = scene.words.clock(time);
    const LocalDate day = scene.words.date(time);
    const LocalDate today = scene.words.date(scene.model.wall);
    if (day == today) return clock;
    if (day.days + 1 == today.days) return scene.words(Text::board_yesterday, {clock});
    return scene.words.short_date(time) + " " + clock;
}

void draw_page(const Scene& scene, const BoardPage& page) {
    draw_staff_strip(scene, scene.words(Text::board_title), StaffStrip::board);
    const float bottom = draw_staff_toolbar(scene);
    const Rect room = staff_room(scene, bottom);
    if (!page.board) {
        scene.canvas.text({room.center().x, room.center().y - 32, room.width, Align::center}, Type::heading,
                          scene.palette().ink_second, scene.words(Text::board_loading));
        return;
    }
    scene.portrait() ? draw_portrait(scene, room, page) : draw_landscape(scene, room, page);
    if (page.choosing) draw_end_choice(scene, *page.choosing);
}

}  // namespace baodao
