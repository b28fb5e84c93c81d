// SPDX-License-Identifier: MIT
// 待办明细: what waits and what is held, each with its reason, its remedy and what can be done at once.
#include <algorithm>

#include "kiosk/app/waiting_words.hpp"
#include "kiosk/ui/board_cards.hpp"
#include "kiosk/ui/home_parts.hpp"
#include "kiosk/ui/reason_words.hpp"
#include "kiosk/ui/staff_screen.hpp"
#include "kiosk/ui/trouble_words.hpp"

namespace baodao {
namespace {

constexpr float gap = 16;

Intent touch(WaitingTouch what) {
    return staff_touch(StaffIntent{std::move(what)});
}

void draw_unreported(const Scene& scene, Rect rect, const Unreported& waits) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    scene.canvas.note("group", scene.words(Text::board_unreported), rect);
    const float x = rect.x + 32;
    const float room = rect.width - 64;
    const std::string count = std::to_string(waits.all);
    scene.canvas.text({x, rect.y + 16, room}, Type::heading, palette.blue,
                      waits.all == 0 ? std::string(scene.words(Text::line_reported))
                                     : scene.words(Text::waiting_unreported, {count}));
    if (waits.all == 0) return;
    std::string line;
    if (waits.since) line = scene.words(Text::waiting_since, {when_text(scene, *waits.since)});
    const std::string parts = scene.words(
        Text::waiting_parts, {std::to_string(waits.registrations), std::to_string(waits.attendance)});
    if (scene.canvas.measure(Type::body, line + " · " + parts) <= room) line += " · " + parts;
    scene.canvas.text({x, rect.y + 84, room}, Type::body, palette.ink, line);
    scene.canvas.text({x, rect.y + 124, room}, Type::body, palette.ink_second,
                      scene.words(Text::waiting_unreported_remedy));
}

std::string reason_line(const Scene& scene, const WaitingThing& thing) {
    switch (thing.kind) {
        case WaitKind::unconfirmed: {
            const bool in = thing.detail == "attendance.in";
            const bool out = thing.detail == "attendance.out";
            return std::string(scene.words(in    ? Text::waiting_unconfirmed_in
                                           : out ? Text::waiting_unconfirmed_out
                                                 : Text::board_unconfirmed));
        }
        case WaitKind::parked:
            return scene.words(Text::board_parked, {park_words(scene.words, thing.detail)});
        case WaitKind::disputed:
            return std::string(scene.words(Text::board_disputed));
        case WaitKind::paper:
            break;
    }
    const Text why =
        thing.detail.empty() ? Text::trouble_stopped : trouble_words(print_trouble(thing.detail));
    return scene.words(Text::waiting_unprinted,
                       {scene.words(paper_kind_words(thing.paper)), scene.words(why)});
}

struct Key {
    std::string id;
    Text label;
    Intent intent;
};

std::vector<Key> keys_of(const WaitingThing& thing) {
    std::vector<Key> keys;
    switch (thing.kind) {
        case WaitKind::unconfirmed:
            if (!thing.event) break;
            keys.push_back(
                {"keep_" + to_string(*thing.event), Text::waiting_keep, touch(KeepRecord{*thing.event})});
            if (thing.may_void)
                keys.push_back(
                    {"void_" + to_string(*thing.event), Text::waiting_void, touch(AskToVoid{*thing.event})});
            break;
        case WaitKind::disputed:
            keys.push_back({"answer", Text::waiting_answer, staff_touch(PageOpened{AnswerPage{}})});
            break;
        case WaitKind::paper:
            keys.push_back({"papers", Text::waiting_to_papers, staff_touch(PageOpened{PrintPage{}})});
            break;
        case WaitKind::parked:
            break;
    }
    return keys;
}

void draw_thing(const Scene& scene, Rect rect, const WaitingThing& thing, std::size_t place) {
    const Palette& palette = scene.palette();
    scene.canvas.fill(rect, palette.surface, 24);
    scene.canvas.outline(rect, palette.amber, 3, 24);
    scene.canvas.note("group", thing.name, rect);
    float right = rect.right() - 20;
    const float key_y = scene.portrait() ? rect.bottom() - 20 - button_height_small : rect.center().y - 44;
    const std::vector<Key> keys = keys_of(thing);
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const std::string_view label = scene.words(key->label);
        const float width = button_width(scene.canvas, label, false, button_height_small);
        const std::string id = key->id + "_" + std::to_string(place);
        right -= width;
        button(scene.canvas, {right, key_y, width, button_height_small},
               {id, label, key == keys.rend() - 1 ? ButtonKind::dark : ButtonKind::secondary, std::nullopt,
                key->intent});
        right -= 12;
    }
    const float x = rect.x + 28;
    const float room = (scene.portrait() ? rect.right() - 20 : right - 12) - x;
    const float top = scene.portrait() ? rect.y + 14 : rect.center().y - 70;
    const std::string who =
        thing.name.empty() ? std::string(scene.words(Text::board_somebody)) : spaced_name(thing.name);
    const float width = scene.canvas.text({x, top, room}, Type::title_bold, palette.ink, who);
    std::string beside = when_text(scene, thing.at);
    if (!thing.number.empty()) beside = thing.number + " · " + beside;
    if (room - width > 80)
        scene.canvas.text({x + width + 16, top + 6, room - width - 16}, Type::body, palette.ink_second,
                          beside);
    scene.canvas.text({x, top + 52, room}, Type::body_bold, palette.ink, reason_line(scene, thing));
    scene.canvas.text({x, top + 94, room}, Type::body, palette.ink_second,
                      scene.words(remedy_of(thing.kind)));
}

void draw_things(const Scene& scene, Rect rect, const WaitingPage& page) {
    const auto& things = page.board->things;
    if (things.empty()) {
        scene.canvas.text({rect.x, rect.y + 12, rect.width}, Type::heading, scene.palette().ink,
                          scene.words(Text::waiting_none));
        scene.canvas.paragraph({rect.x, rect.y + 84, rect.width}, Type::title, scene.palette().ink_second,
                               scene.words(Text::waiting_none_hint));
        return;
    }
    constexpr auto rows = static_cast<float>(things_on_page);
    const float most = scene.portrait() ? 270 : 172;
    const float height = std::min(most, (rect.height - (rows - 1) * gap) / rows);
    const std::size_t first = page.page * things_on_page;
    for (std::size_t i = first; i < std::min(first + things_on_page, things.size()); ++i) {
        const float y = rect.y + static_cast<float>(i - first) * (height + gap);
        draw_thing(scene, {rect.x, y, rect.width, height}, things[i], i);
    }
}

void draw_foot(const Scene& scene, Rect rect, const WaitingPage& page) {
    float right = rect.right();
    const auto key = [&](std::string_view id, Text label, ButtonKind kind, WaitingTouch what) {
        const float width = button_width(scene.canvas, scene.words(label), false);
        right -= width;
        button(scene.canvas, {right, rect.y, width, button_height},
               {id, scene.words(label), kind, std::nullopt, touch(std::move(what))});
        right -= gap;
    };
    key("print_list", Text::waiting_print, ButtonKind::primary, PrintWaiting{false});
    key("stick_list", Text::print_to_stick, ButtonKind::secondary, PrintWaiting{true});
    const std::size_t pages = (page.board->things.size() + things_on_page - 1) / things_on_page;
    if (pages < 2) return;
    float x = rect.x;
    const auto turn = [&](std::string_view id, Text label, int by) {
        const float width = button_width(scene.canvas, scene.words(label), false);
        button(scene.canvas, {x, rect.y, width, button_height},
               {id, scene.words(label), ButtonKind::secondary, std::nullopt, touch(TurnThings{by})});
        x += width + gap;
    };
    if (page.page > 0) turn("things_back", Text::page_back, -1);
    if (page.page + 1 < pages) turn("things_on", Text::page_forward, +1);
    constexpr float least = 100;
    if (right - x < least) return;
    scene.canvas.text({x, rect.y + 32, right - x}, Type::body, scene.palette().ink_second,
                      std::to_string(page.page + 1) + " / " + std::to_string(pages));
}

void draw_question(const Scene& scene, const WaitingThing& thing) {
    Canvas& canvas = scene.canvas;
    canvas.cover(canvas.whole(), with_alpha(light_palette().ink, 0.6));
    const Rect dialog{canvas.whole().center().x - 440, canvas.whole().center().y - 200, 880, 400};
    canvas.fill(dialog, scene.palette().surface, 24);
    const Rect inner = dialog.inset(40);
    canvas.paragraph({inner.x, inner.y, inner.width}, Type::heading, scene.palette().ink,
                     scene.words(Text::waiting_void_question, {spaced_name(thing.name)}));
    canvas.paragraph({inner.x, inner.y + 136, inner.width}, Type::body, scene.palette().ink_second,
                     scene.words(Text::waiting_void_hint));
    const float half = (inner.width - gap) / 2;
    const float y = inner.bottom() - button_height;
    button(canvas, {inner.x, y, half, button_height},
           {"void_leave", scene.words(Text::back), ButtonKind::secondary, std::nullopt, touch(LeaveVoid{})});
    button(canvas, {inner.x + half + gap, y, half, button_height},
           {"void_now", scene.words(Text::waiting_void), ButtonKind::primary, std::nullopt,
            touch(VoidRecord{*thing.event})});
}

}  // namespace

void draw_page(const Scene& scene, const WaitingPage& page) {
    draw_staff_strip(scene, scene.words(Text::waiting_title), StaffStrip::page);
    const Rect room = staff_room(scene, scene.canvas.layout().height);
    if (!page.board) {
        scene.canvas.text({room.center().x, room.center().y - 32, room.width, Align::center}, Type::heading,
                          scene.palette().ink_second, scene.words(Text::board_loading));
        return;
    }
    constexpr float head = 176;
    draw_unreported(scene, {room.x, room.y, room.width, head}, page.board->unreported);
    const float foot = room.bottom() - button_height;
    const float top = room.y + head + gap;
    draw_things(scene, {room.x, top, room.width, foot - gap - top}, page);
    draw_foot(scene, {room.x, foot, room.width, button_height}, page);
    if (page.voiding) draw_question(scene, *page.voiding);
}

}  // namespace baodao
