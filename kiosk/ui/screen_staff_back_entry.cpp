// SPDX-License-Identifier: MIT
// 补录 (19): what service, when, why, who, and the number of the signed sheet, on one page.
#include <algorithm>
#include <array>

#include "kiosk/ui/choice_parts.hpp"
#include "kiosk/ui/staff_screen.hpp"

namespace baodao {
namespace {

constexpr float gap = 12;
constexpr float key = 88;

Intent touch(BackEntryTouch what) {
    return staff_touch(StaffIntent{std::move(what)});
}

void draw_choice(const Scene& scene, Rect rect, std::string_view id, std::string_view label, bool chosen,
                 BackEntryTouch what) {
    button(scene.canvas, rect,
           {id, label, chosen ? ButtonKind::dark : ButtonKind::secondary,
            chosen ? std::optional(Icon::check) : std::nullopt, touch(std::move(what))});
}

Rect cell(Rect area, std::size_t index) {
    const float width = (area.width - gap) / 2;
    return {area.x + static_cast<float>(index % 2) * (width + gap),
            area.y + static_cast<float>(index / 2) * (key + gap), width, key};
}

void draw_kinds(const Scene& scene, Rect area, const BackEntryPage& page) {
    const auto& kinds = page.form->kinds;
    const std::size_t first = page.kinds_page * entry_kinds_on_page;
    for (std::size_t i = first; i < std::min(kinds.size(), first + entry_kinds_on_page); ++i) {
        const std::string id = "kind_" + std::to_string(i);
        draw_choice(scene, cell(area, i - first), id, kinds[i].title, page.draft.kind == i, KindChosen{i});
    }
}

struct Stepper {
    std::string_view id;
    Text label;
    std::string value;
    BackEntryTouch less;
    BackEntryTouch more;
};

void draw_stepper(const Scene& scene, Rect rect, const Stepper& stepper) {
    const Palette& palette = scene.palette();
    scene.canvas.text({rect.x, rect.center().y - 20, 90}, Type::body, palette.ink_second,
                      scene.words(stepper.label));
    const float left = rect.x + 84;
    const std::string less = std::string(stepper.id) + "_less";
    const std::string more = std::string(stepper.id) + "_more";
    button(scene.canvas, {left, rect.y, key, key},
           {less, "−", ButtonKind::secondary, std::nullopt, touch(stepper.less)});
    button(scene.canvas, {rect.right() - key, rect.y, key, key},
           {more, "+", ButtonKind::secondary, std::nullopt, touch(stepper.more)});
    const float middle = (left + key + rect.right() - key) / 2;
    scene.canvas.text({middle, rect.center().y - 32, rect.right() - key - left - key, Align::center},
                      Type::heading, palette.ink, stepper.value);
}

std::string clock_text_of(std::int64_t minutes) {
    const std::string hour = std::to_string(minutes / 60);
    const std::string rest = std::to_string(minutes % 60);
    return (hour.size() < 2 ? "0" + hour : hour) + ":" + (rest.size() < 2 ? "0" + rest : rest);
}

std::string day_text(const Scene& scene, const BackEntryPage& page) {
    const UtcMillis noon = day_start(page.draft.day, page.form->offset) + 12 * ms_per_hour;
    return scene.words(Text::entry_day, {scene.words.short_date(noon), scene.words.weekday_short(noon)});
}

void draw_times(const Scene& scene, Rect rect, const BackEntryPage& page) {
    card(scene.canvas, rect);
    const Rect inside = rect.inset(22, 16);
    const float step = (inside.height - 3 * key) / 2 + key;
    const std::array<Stepper, 3> steppers{{
        {"day", Text::label_date, day_text(scene, page), DayMoved{-1}, DayMoved{1}},
        {"from", Text::entry_from, clock_text_of(page.draft.from_minutes), FromMoved{-entry_step_minutes},
         FromMoved{entry_step_minutes}},
        {"to", Text::entry_to, clock_text_of(page.draft.to_minutes), ToMoved{-entry_step_minutes},
         ToMoved{entry_step_minutes}},
    }};
    for (std::size_t i = 0; i < steppers.size(); ++i)
        draw_stepper(scene, {inside.x, inside.y + static_cast<float>(i) * step, inside.width, key},
                     steppers[i]);
}

void draw_reasons(const Scene& scene, Rect area, const BackEntryPage& page) {
    constexpr std::array words{Text::entry_outside, Text::entry_power, Text::entry_no_device,
                               Text::entry_forgot};
    for (std::size_t i = 0; i < all_entry_reasons.size(); ++i) {
        const std::string id = "reason_" + std::string(token(all_entry_reasons[i]));
        draw_choice(scene, cell(area, i), id, scene.words(words[i]),
                    page.draft.reason == all_entry_reasons[i], ReasonChosen{all_entry_reasons[i]});
    }
}

void draw_left(const Scene& scene, Rect rect, const BackEntryPage& page) {
    const Palette& palette = scene.palette();
    float y = rect.y;
    const auto title = [&](Text words) {
        scene.canvas.text({rect.x, y, rect.width}, Type::title_bold, palette.ink, scene.words(words));
        y += 54;
    };
    if (page.form->kinds.size() > entry_kinds_on_page) {
        const std::string_view more = scene.words(Text::entry_more_kinds);
        const float width = button_width(scene.canvas, more, false, button_height_small);
        button(scene.canvas, {rect.right() - width, y, width, button_height_small},
               {"more_kinds", more, ButtonKind::quiet, std::nullopt, touch(KindsTurned{})});
        y += button_height_small - 54 + 12;
    }
    title(Text::entry_1);
    draw_kinds(scene, {rect.x, y, rect.width, 2 * key + gap}, page);
    y += 2 * key + gap + 14;
    title(Text::entry_2);
    const float times = rect.height - (y - rect.y) - 54 - 14 - 2 * key - gap;
    draw_times(scene, {rect.x, y, rect.width, times}, page);
    y += times + 14;
    title(Text::entry_3);
    draw_reasons(scene, {rect.x, y, rect.width, 2 * key + gap}, page);
}

void draw_people(const Scene& scene, Rect rect, const BackEntryPage& page, std::size_t columns) {
    const auto people = people_listed(page);
    const std::size_t first = page.people_page * entry_people_on_page;
    const float width = (rect.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    for (std::size_t i = first; i < std::min(people.size(), first + entry_people_on_page); ++i) {
        const auto column = static_cast<float>((i - first) % columns);
        const auto row = static_cast<float>((i - first) / columns);
        const Rect box{rect.x + column * (width + gap), rect.y + row * (key + gap), width, key};
        const bool ticked = is_ticked(page.draft, people[i]->serial);
        const std::string id = "person_" + std::to_string(people[i]->serial.value);
        const bool pressed =
            scene.canvas.touchable(id, people[i]->name, box, touch(EntryPersonTicked{people[i]->serial}),
                                   ticked ? std::string_view("selected") : std::string_view());
        choice_body(scene.canvas, box, ticked, pressed, 16);
        scene.canvas.text({box.x + 22, box.center().y - 24, width - 100}, Type::title_bold,
                          scene.palette().ink, people[i]->name);
        tick_box(scene.canvas, {box.right() - 66, box.center().y - 24, 48, 48}, ticked);
    }
    if (people.empty())
        scene.canvas.text({rect.x, rect.y + 20, rect.width}, Type::title, scene.palette().ink_second,
                          scene.words(page.form->people.empty() ? Text::entry_nobody : Text::entry_no_match));
}

// One of 845 in two or three touches: the keys of 没带卡, for her characters' first letters.
void draw_name_keys(const Scene& scene, Rect rect, const BackEntryPage& page) {
    constexpr float shares = initial_keys.size() + 2;  // the last key is two wide: it shows what was typed
    const float width = (rect.width - gap * static_cast<float>(initial_keys.size())) / shares;
    float x = rect.x;
    for (const std::string_view letters : initial_keys) {
        const std::string id = std::string("name_") + letters.front();
        keypad_key(scene.canvas, {x, rect.y, width, rect.height}, id, letters, Type::title_bold,
                   touch(EntryNameKey{letters.front()}));
        x += width + gap;
    }
    const Rect erase{x, rect.y, rect.right() - x, rect.height};
    const Palette& palette = scene.palette();
    const bool pressed =
        scene.canvas.touchable("name_erase", scene.words(Text::erase_one), erase, touch(EntryNameErased{}));
    scene.canvas.fill(erase, pressed ? palette.line : palette.sunk, 16);
    draw_icon(scene.canvas, Icon::backspace, {erase.right() - 62, erase.center().y - 22, 44, 44},
              palette.ink);
    scene.canvas.text({erase.x + 16, erase.center().y - 24, erase.width - 90}, Type::title_bold,
                      palette.accent, page.name_keys);
}

void draw_people_head(const Scene& scene, Rect rect, const BackEntryPage& page) {
    const Palette& palette = scene.palette();
    float right = rect.right();
    const auto key_at_right = [&](std::string_view id, std::string_view label, BackEntryTouch what) {
        const float width = button_width(scene.canvas, label, false, key);
        button(scene.canvas, {right - width, rect.y, width, key},
               {id, label, ButtonKind::secondary, std::nullopt, touch(std::move(what))});
        right -= width + gap;
    };
    if (people_listed(page).size() > entry_people_on_page) {
        key_at_right("page_forward", scene.words(Text::page_forward), PeopleTurned{1});
        key_at_right("page_back", scene.words(Text::page_back), PeopleTurned{-1});
    }
    if (page.draft.kind && !page.form->kinds[*page.draft.kind].team.empty())
        key_at_right("whole_team", scene.words(Text::entry_team), TeamTicked{});
    scene.canvas.text({rect.x, rect.y + 12, right - rect.x}, Type::heading, palette.ink,
                      scene.words(Text::entry_4, {std::to_string(page.draft.people.size())}));
}

void draw_sheet(const Scene& scene, Rect rect, const BackEntryPage& page) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    // Upright, with the keys above, there is room for one line.
    const bool two_lines = rect.height >= 110;
    scene.canvas.text({rect.x + 30, rect.center().y - (two_lines ? 46.0f : 28.0f), 400}, Type::title_bold,
                      palette.ink, scene.words(Text::entry_sheet));
    if (two_lines) {
        scene.canvas.text({rect.x + 30, rect.center().y + 4, 440}, Type::body, palette.ink_second,
                          scene.words(Text::entry_sheet_hint));
    }
    const float right = rect.right() - 24;
    const float y = rect.center().y - key / 2;
    button(scene.canvas, {right - key, y, key, key},
           {"sheet_more", "+", ButtonKind::secondary, std::nullopt, touch(SheetMoved{1})});
    button(scene.canvas, {right - key - 190 - key, y, key, key},
           {"sheet_less", "−", ButtonKind::secondary, std::nullopt, touch(SheetMoved{-1})});
    scene.canvas.text({right - key - 95, rect.center().y - 32, 190, Align::center}, Type::heading,
                      palette.ink, scene.words(Text::entry_sheet_number, {std::to_string(page.draft.sheet)}));
}

void draw_summary(const Scene& scene, Rect rect, const BackEntryPage& page) {
    const Palette& palette = scene.palette();
    scene.canvas.fill(rect, palette.blue_tint, 20);
    draw_icon(scene.canvas, Icon::pencil, rect.middle_left(30, 52, 52), palette.blue);
    const float x = rect.x + 108;
    const float room = rect.right() - x - 24;
    std::string line(scene.words(Text::entry_unfinished));
    if (page.draft.kind && page.draft.to_minutes > page.draft.from_minutes) {
        line = page.form->kinds[*page.draft.kind].title + " · " + day_text(scene, page) + " " +
               clock_text_of(page.draft.from_minutes) + "–" + clock_text_of(page.draft.to_minutes) + " · " +
               scene.words(Text::entry_each,
                           {scene.words.duration(page.draft.to_minutes - page.draft.from_minutes)});
    }
    scene.canvas.text({x, rect.center().y - 48, room}, Type::title_bold, palette.ink, line);
    scene.canvas.text({x, rect.center().y + 6, room}, Type::body, palette.ink_second,
                      scene.words(Text::entry_marks, {std::to_string(page.draft.people.size())}));
}

void draw_actions_row(const Scene& scene, Rect rect, const BackEntryPage& page) {
    const bool ready = is_complete(page);
    const std::string label = ready
                                  ? scene.words(Text::entry_send, {std::to_string(page.draft.people.size())})
                                  : std::string(scene.words(Text::entry_send_first));
    const float width = std::max(288.0f, button_width(scene.canvas, label, ready));
    button(scene.canvas, {rect.right() - width, rect.y, width, rect.height},
           {"send_entry", label, ready ? ButtonKind::primary : ButtonKind::quiet,
            ready ? std::optional(Icon::check) : std::nullopt, touch(EntrySent{})});
    const std::string_view drop = scene.words(Text::entry_drop);
    const float drop_width = button_width(scene.canvas, drop, false);
    button(scene.canvas, {rect.right() - width - 20 - drop_width, rect.y, drop_width, rect.height},
           {"drop_entry", drop, ButtonKind::secondary, std::nullopt, touch(EntryDropped{})});
    scene.canvas.text({rect.x, rect.center().y - 20, rect.width - width - drop_width - 60}, Type::body,
                      scene.palette().ink_second, scene.words(Text::entry_note));
}

// The number was used before: asked once.
void draw_sheet_question(const Scene& scene, const BackEntryPage& page) {
    const Layout& layout = scene.canvas.layout();
    scene.canvas.cover(scene.canvas.whole(), with_alpha(light_palette().ink, 0.6));
    const float width = std::min(880.0f, layout.width - 96);
    const Rect box{(layout.width - width) / 2, layout.height / 2 - 200, width, 400};
    card(scene.canvas, box);
    scene.canvas.text({box.x + 40, box.y + 40, width - 80}, Type::heading, scene.palette().ink,
                      scene.words(Text::entry_sheet_used, {std::to_string(page.draft.sheet)}));
    scene.canvas.paragraph({box.x + 40, box.y + 124, width - 80}, Type::title, scene.palette().ink,
                           scene.words(Text::entry_sheet_used_hint), 2);
    const float half = (width - 80 - 24) / 2;
    const float y = box.bottom() - 40 - button_height;
    button(scene.canvas, {box.x + 40, y, half, button_height},
           {"other_sheet", scene.words(Text::entry_other_sheet), ButtonKind::secondary, std::nullopt,
            touch(SheetMoved{1})});
    button(scene.canvas, {box.x + 40 + half + 24, y, half, button_height},
           {"same_sheet", scene.words(Text::entry_same_sheet), ButtonKind::primary, std::nullopt,
            touch(SheetAgain{})});
}

void draw_right(const Scene& scene, Rect rect, const BackEntryPage& page, std::size_t columns) {
    const auto rows = static_cast<float>(entry_people_on_page / columns);
    draw_people_head(scene, {rect.x, rect.y, rect.width, key}, page);
    float top = rect.y + key + 16;
    if (page.form->people.size() > entry_people_on_page) {
        draw_name_keys(scene, {rect.x, top, rect.width, key}, page);
        top += key + gap;
    }
    const float people = rows * (key + gap);
    draw_people(scene, {rect.x, top, rect.width, people}, page, columns);
    const float below = top + people + 8;
    const float rest = rect.bottom() - button_height - 20 - below;
    draw_sheet(scene, {rect.x, below, rect.width, std::min(128.0f, rest * 0.45f)}, page);
    const float summary = below + std::min(128.0f, rest * 0.45f) + 16;
    draw_summary(
        scene, {rect.x, summary, rect.width, std::min(170.0f, rect.bottom() - button_height - 20 - summary)},
        page);
    draw_actions_row(scene, {rect.x, rect.bottom() - button_height, rect.width, button_height}, page);
}

}  // namespace

void draw_page(const Scene& scene, const BackEntryPage& page) {
    draw_staff_strip(scene, scene.words(Text::entry_title), StaffStrip::page);
    if (!page.form) return;
    const Rect room = staff_room(scene, scene.canvas.layout().height);
    if (scene.portrait()) {
        draw_left(scene, {room.x, room.y, room.width, 930}, page);
        draw_right(scene, {room.x, room.y + 946, room.width, room.height - 946}, page, 4);
    } else {
        const float left = std::min(600.0f, room.width * 0.34f);
        draw_left(scene, {room.x, room.y, left, room.height}, page);
        draw_right(scene, {room.x + left + 32, room.y, room.width - left - 32, room.height}, page, 4);
    }
    if (page.sheet_asked) draw_sheet_question(scene, page);
}

}  // namespace baodao
