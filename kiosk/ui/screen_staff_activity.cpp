// SPDX-License-Identifier: MIT
// 活动: which ones there are today, opening one for sign-in, closing it with one question.
#include <algorithm>

#include "kiosk/ui/staff_screen.hpp"

namespace baodao {
namespace {

constexpr float gap = 20;

// In portrait the keys stand below the words.
float row_height(const Scene& scene) {
    return scene.portrait() ? 256 : 148;
}

Intent touch(ActivityTouch what) {
    return staff_touch(StaffIntent{std::move(what)});
}

Badge state_of(const Scene& scene, const ActivityRow& row) {
    if (row.closed) return {Tone::plain, Icon::close, scene.words(Text::activity_closed), BadgeSize::row};
    if (row.running) return {Tone::green, Icon::door_in, scene.words(Text::activity_open), BadgeSize::row};
    return {Tone::plain, Icon::clock, scene.words(Text::activity_not_yet), BadgeSize::row};
}

void draw_row(const Scene& scene, Rect rect, const ActivityRow& row) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    const std::string number = std::to_string(row.activity.id.value);
    float right = rect.right() - 30;
    const float key_y = scene.portrait() ? rect.bottom() - 24 - button_height_small : rect.center().y - 44;
    const std::string_view start = scene.words(row.opened ? Text::activity_show : Text::activity_start);
    if (!row.closed) {
        const float width = button_width(scene.canvas, start, true, button_height_small);
        const std::string id = "start_" + number;
        button(scene.canvas, {right - width, key_y, width, button_height_small},
               {id, start, ButtonKind::dark, Icon::door_in, touch(OpenActivity{row.activity.id})});
        right -= width + 20;
    }
    if (row.opened || (row.running && !row.closed)) {
        const std::string_view close = scene.words(Text::activity_close);
        const float width = button_width(scene.canvas, close, false, button_height_small);
        const std::string id = "close_" + number;
        button(scene.canvas, {right - width, key_y, width, button_height_small},
               {id, close, ButtonKind::secondary, std::nullopt, touch(AskToClose{row.activity.id})});
        right -= width + 20;
    }
    const Badge state = state_of(scene, row);
    badge_right(scene.canvas, {right, key_y + 16}, state);
    right -= badge_width(scene.canvas, state) + 20;
    const float x = rect.x + 34;
    const float top = scene.portrait() ? rect.y + 18 : rect.center().y - 58;
    const float room = (scene.portrait() ? rect.right() - 30 : right) - x;
    scene.canvas.text({x, top, room}, Type::heading, palette.ink, row.activity.title);
    std::string line = scene.words.span(row.activity.starts, row.activity.ends);
    if (!row.activity.place.empty()) line += " · " + scene.words(Text::meet_at, {row.activity.place});
    line += " · " + scene.words(Text::present_only, {std::to_string(row.activity.present_people)});
    scene.canvas.text({x, top + 70, room}, Type::body, palette.ink_second, line);
}

void draw_unplanned(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    const std::string_view start = scene.words(Text::activity_start);
    const float width = button_width(scene.canvas, start, true, button_height_small);
    button(scene.canvas, {rect.right() - 30 - width, rect.center().y - 44, width, 88},
           {"start_unplanned", start, ButtonKind::secondary, Icon::door_in, touch(OpenUnplanned{})});
    const float room = rect.width - width - 100;
    scene.canvas.text({rect.x + 34, rect.center().y - 58, room}, Type::heading, palette.ink,
                      scene.words(Text::unplanned));
    scene.canvas.text({rect.x + 34, rect.center().y + 12, room}, Type::body, palette.ink_second,
                      scene.words(Text::activity_unplanned_hint));
}

// 结束活动 asks once; nobody's service is cut.
void draw_question(const Scene& scene, const ActivityPage& page) {
    const auto found = std::find_if(page.rows->begin(), page.rows->end(),
                                    [&](const ActivityRow& row) { return row.activity.id == *page.closing; });
    if (found == page.rows->end()) return;
    const Palette& palette = scene.palette();
    const Layout& layout = scene.canvas.layout();
    scene.canvas.cover(scene.canvas.whole(), with_alpha(light_palette().ink, 0.6));
    const float width = std::min(880.0f, layout.width - 96);
    const Rect box{(layout.width - width) / 2, layout.height / 2 - 200, width, 400};
    card(scene.canvas, box);
    scene.canvas.text({box.x + 40, box.y + 40, width - 80}, Type::heading, palette.ink,
                      scene.words(Text::activity_close_question, {found->activity.title}));
    scene.canvas.paragraph({box.x + 40, box.y + 124, width - 80}, Type::title, palette.ink,
                           scene.words(Text::activity_close_hint, {std::to_string(found->still_here)}), 2);
    const float half = (width - 80 - 24) / 2;
    const float y = box.bottom() - 40 - button_height;
    button(scene.canvas, {box.x + 40, y, half, button_height},
           {"keep_open", scene.words(Text::activity_keep), ButtonKind::secondary, std::nullopt,
            touch(KeepOpen{})});
    button(scene.canvas, {box.x + 40 + half + 24, y, half, button_height},
           {"close_now", scene.words(Text::activity_close), ButtonKind::primary, Icon::check,
            touch(CloseActivity{*page.closing})});
}

}  // namespace

void draw_page(const Scene& scene, const ActivityPage& page) {
    draw_staff_strip(scene, scene.words(Text::tool_activity), StaffStrip::page);
    const Rect room = staff_room(scene, scene.canvas.layout().height);
    scene.canvas.text({room.x, room.y, room.width}, Type::heading, scene.palette().ink,
                      scene.words(Text::activity_sentence));
    if (!page.rows) return;
    const std::size_t first = page.page * activities_on_page;
    const std::size_t last = std::min(page.rows->size(), first + activities_on_page);
    float y = room.y + 84;
    const float height = row_height(scene);
    for (std::size_t i = first; i < last; ++i) {
        draw_row(scene, {room.x, y, room.width, height}, (*page.rows)[i]);
        y += height + gap;
    }
    draw_unplanned(scene, {room.x, y, room.width, height});
    if (page.rows->size() > activities_on_page) {
        const std::string_view forward = scene.words(Text::page_forward);
        const float key = button_width(scene.canvas, forward, false, button_height_small);
        button(scene.canvas, {room.right() - key, room.y - 12, key, 88},
               {"page_forward", forward, ButtonKind::secondary, std::nullopt, touch(TurnActivities{1})});
        button(scene.canvas, {room.right() - 2 * key - 12, room.y - 12, key, 88},
               {"page_back", scene.words(Text::page_back), ButtonKind::secondary, std::nullopt,
                touch(TurnActivities{-1})});
    }
    if (page.closing) draw_question(scene, page);
}

}  // namespace baodao
