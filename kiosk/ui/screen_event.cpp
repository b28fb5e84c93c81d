// SPDX-License-Identifier: MIT
// Screen 17: a service event at its place. The viewfinder, a live masked list, the last answer; a leader's
// card turns the list into ticks for a minute.
#include <algorithm>
#include <array>

#include "domain/base/text.hpp"
#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/choice_parts.hpp"
#include "kiosk/ui/viewfinder.hpp"

namespace baodao {
namespace {

struct NoticeLook {
    Text word;
    Icon icon;
    Color panel;
};

NoticeLook look_of(const Scene& scene, Outcome outcome) {
    const Palette& palette = scene.palette();
    switch (outcome) {
        case Outcome::registered:
            return {Text::registered_word, Icon::badge, palette.accent};
        case Outcome::signed_out:
            return {Text::sign_out_word, Icon::door_out, palette.blue};
        case Outcome::already_in:
            return {Text::repeat_in_word, Icon::door_in, palette.green};
        case Outcome::already_out:
            return {Text::repeat_out_word, Icon::door_out, palette.blue};
        default:
            return {Text::sign_in_word, Icon::door_in, palette.green};
    }
}

std::string notice_line(const Scene& scene, const EventNotice& notice) {
    const std::string clock = scene.words.clock(notice.at);
    switch (notice.outcome) {
        case Outcome::registered:
            return std::string(scene.words(Text::event_registered_line));
        case Outcome::signed_out:
            return scene.words(Text::event_out_line, {clock, scene.words.duration(notice.minutes)});
        case Outcome::already_out:
            return scene.words(Text::repeat_out, {clock});
        case Outcome::already_in:
            return scene.words(Text::repeat_in, {clock});
        default:
            return scene.words(Text::event_in_line, {clock});
    }
}

// The last answer, or what to do. The same place and size, so that the line of people keeps moving.
void draw_answer(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const auto& notice = scene.model.event->notice;
    if (!notice) {
        scene.canvas.fill(rect, palette.sunk, 24);
        draw_icon(scene.canvas, Icon::qr_code, rect.middle_left(32, 64, 64), palette.ink);
        const float x = rect.x + 124;
        const float room = rect.right() - x - 20;
        scene.canvas.text({x, rect.center().y - 50, room}, Type::title_bold, palette.ink,
                          scene.words(Text::event_sentence));
        scene.canvas.text({x, rect.center().y + 4, room}, Type::body, palette.ink_second,
                          scene.words(Text::event_hint));
        return;
    }
    const NoticeLook look = look_of(scene, notice->outcome);
    scene.canvas.fill(rect, look.panel, 24);
    draw_icon(scene.canvas, look.icon, rect.middle_left(32, 88, 88), palette.on_dark);
    const float x = rect.x + 148;
    const float room = rect.right() - x - 20;
    const std::string name = notice->name.empty() ? std::string() : " " + notice->name;
    scene.canvas.text({x, rect.center().y - 70, room}, Type::heading, palette.on_dark,
                      std::string(scene.words(look.word)) + name);
    scene.canvas.text({x, rect.center().y + 8, room}, Type::title, palette.on_dark,
                      notice_line(scene, *notice));
    scene.canvas.note("status", scene.words(look.word), rect);
}

void draw_facts(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const EventView& view = scene.model.event->view;
    card(scene.canvas, rect);
    const float x = rect.x + 30;
    const float room = rect.width - 60;
    scene.canvas.text({x, rect.y + 22, room}, Type::title_bold, palette.ink, view.activity.title);
    scene.canvas.text({x, rect.y + 76, room}, Type::body, palette.ink_second,
                      scene.words.span(view.activity.starts, view.activity.ends) + " · " +
                          std::string(scene.words(Text::activity_open)));
    scene.canvas.fill({x, rect.y + 130, room, 2}, palette.line);
    const float height = scene.canvas.paragraph({x, rect.y + 146, room}, Type::body, palette.ink,
                                                scene.words(Text::event_late_note), 3);
    if (rect.height > 330)
        scene.canvas.paragraph({x, rect.y + 160 + height, room}, Type::body, palette.ink_second,
                               scene.words(Text::event_leader_note), 3);
}

void draw_person(const Scene& scene, Rect rect, const EventPerson& person) {
    const Palette& palette = scene.palette();
    const EventState& event = *scene.model.event;
    const bool ticks = event.team.has_value();
    const bool ticked =
        std::find(event.ticked.begin(), event.ticked.end(), person.serial) != event.ticked.end();
    const bool came = person.in.has_value();
    if (ticks) {
        const std::string id = "person_" + std::to_string(person.serial.value);
        const bool pressed =
            scene.canvas.touchable(id, person.name, rect, EventTouch{PersonTicked{person.serial}},
                                   ticked ? std::string_view("selected") : std::string_view());
        choice_body(scene.canvas, rect, ticked, pressed, 20);
        tick_box(scene.canvas, {rect.right() - 76, rect.center().y - 28, 56, 56}, ticked);
    } else {
        scene.canvas.fill(rect, person.present() ? palette.green_tint : palette.blue_tint, 20);
    }
    const Color color = !came ? palette.ink_second : person.present() ? palette.green : palette.blue;
    float x = rect.x + 24;
    if (came) {
        draw_icon(scene.canvas, person.present() ? Icon::door_in : Icon::door_out,
                  rect.middle_left(22, 46, 46), color);
        x = rect.x + 84;
    }
    const float room = rect.right() - x - (ticks ? 92.0f : 16.0f);
    scene.canvas.text({x, rect.center().y - 46, room}, Type::title_bold, palette.ink, person.name);
    const std::string line =
        !came              ? std::string(scene.words(ticked ? Text::event_ticked : Text::event_not_here))
        : person.present() ? scene.words(Text::event_since, {scene.words.clock(*person.in)})
                           : scene.words(Text::event_gone, {scene.words.clock(*person.out)});
    scene.canvas.text({x, rect.center().y + 2, room}, Type::body_bold, color, line);
}

void draw_people(const Scene& scene, Rect rect, std::size_t columns) {
    const EventState& event = *scene.model.event;
    const auto& people = people_shown(event);
    if (people.empty()) {
        card(scene.canvas, rect);
        scene.canvas.text({rect.center().x, rect.center().y - 32, rect.width - 60, Align::center},
                          Type::heading, scene.palette().ink_second, scene.words(Text::event_nobody));
        return;
    }
    constexpr float gap = 16;
    const auto rows = static_cast<float>(event_people_on_page / columns);
    const float width = (rect.width - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = std::min(140.0f, (rect.height - gap * (rows - 1)) / rows);
    const std::size_t first = event.page * event_people_on_page;
    for (std::size_t i = first; i < std::min(people.size(), first + event_people_on_page); ++i) {
        const auto column = static_cast<float>((i - first) % columns);
        const auto row = static_cast<float>((i - first) / columns);
        draw_person(scene, {rect.x + column * (width + gap), rect.y + row * (height + gap), width, height},
                    people[i]);
    }
}

Button touch_button(std::string_view id, std::string_view label, ButtonKind kind, EventTouch touch,
                    std::optional<Icon> icon = std::nullopt) {
    return {id, label, kind, icon, Intent{touch}};
}

// Whether everybody who is ticked is here: then they leave together.
bool ticked_are_here(const EventState& event) {
    return std::all_of(event.ticked.begin(), event.ticked.end(), [&](SlipSerial serial) {
        const auto& people = people_shown(event);
        return std::any_of(people.begin(), people.end(), [&](const EventPerson& person) {
            return person.serial == serial && person.present();
        });
    });
}

void draw_row(const Scene& scene, Rect rect) {
    const EventState& event = *scene.model.event;
    std::vector<Button> buttons;
    const std::string count = std::to_string(event.ticked.size());
    std::string label;
    if (event_pages(event) > 1) {
        buttons.push_back(touch_button("page_back", scene.words(Text::page_back), ButtonKind::secondary,
                                       EventPageTurned{-1}));
        buttons.push_back(touch_button("page_forward", scene.words(Text::page_forward), ButtonKind::secondary,
                                       EventPageTurned{1}));
    }
    if (event.team) {
        buttons.push_back(
            touch_button("team_close", scene.words(Text::team_close), ButtonKind::secondary, TeamClosed{}));
        const bool out = !event.ticked.empty() && ticked_are_here(event);
        label = event.ticked.empty() ? std::string(scene.words(Text::team_tick_first))
                                     : scene.words(out ? Text::team_sign_out : Text::team_sign_in, {count});
        buttons.push_back(touch_button("team_confirm", label,
                                       event.ticked.empty() ? ButtonKind::quiet : ButtonKind::primary,
                                       TeamConfirmed{out ? TeamWay::out : TeamWay::in}, Icon::check));
    }
    float right = rect.right();
    for (auto button_ = buttons.rbegin(); button_ != buttons.rend(); ++button_) {
        const float width = button_width(scene.canvas, button_->label, button_->icon.has_value());
        button(scene.canvas, {right - width, rect.y, width, rect.height}, *button_);
        right -= width + 20;
    }
    const std::string note(scene.words(event.team ? Text::team_note : Text::event_mask_note));
    const Color ink = scene.palette().ink_second;
    if (scene.portrait()) {
        scene.canvas.text({rect.x, rect.bottom() + 4, rect.width}, Type::body, ink, note);
    } else {
        scene.canvas.paragraph({rect.x, rect.center().y - 40, right - rect.x - 12}, Type::body, ink, note, 2);
    }
}

void draw_strip(const Scene& scene) {
    const std::string& place = scene.model.event->view.activity.place;
    draw_work_strip(scene,
                    scene.words(Text::event_title, {place.empty() ? scene.model.home.community : place}), {});
}

void draw_head(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const EventState& event = *scene.model.event;
    float room = rect.width;
    if (event.team) {
        const std::string leader = scene.words(Text::team_leader_here, {event.team->leader_name});
        const Badge mark{Tone::red, Icon::person, leader, BadgeSize::regular};
        badge_right(scene.canvas, {rect.right(), rect.y + 10}, mark);
        room -= badge_width(scene.canvas, mark) + 16;
    }
    const std::string count = std::to_string(event.view.people.size());
    scene.canvas.text({rect.x, rect.y, room}, Type::heading, palette.ink,
                      event.view.activity.title + "　" + scene.words(Text::present_only, {count}));
    std::string line;
    if (event.view.activity.planned_people > 0)
        line = scene.words(Text::event_planned, {std::to_string(event.view.activity.planned_people)}) + " · ";
    line += scene.words(Text::ends_at, {scene.words.clock(event.view.activity.ends)}) + " · " +
            scene.words(Text::event_counts_from, {scene.words.clock(event.view.counted_from)});
    scene.canvas.text({rect.x, rect.y + 64, rect.width}, Type::body, palette.ink_second, line);
}

}  // namespace

void draw_event(const Scene& scene) {
    if (!scene.model.event) return;
    const Layout& layout = scene.canvas.layout();
    const float left = side_margin(scene);
    const float width = layout.width - 2 * left;
    draw_strip(scene);
    const ViewfinderWords band{scene.words(Text::event_sentence), scene.words(Text::event_hint)};
    if (scene.portrait()) {
        draw_viewfinder(scene, {left, 128, width, 520}, band);
        draw_answer(scene, {left, 668, width, 190});
        draw_head(scene, {left, 880, width, 110});
        draw_people(scene, {left, 1000, width, 720}, 3);
        draw_row(scene, {left, 1752, width, 120});
        return;
    }
    const float column = layout.width > 1500 ? 640 : 500;
    draw_viewfinder(scene, {left, 128, column, 452}, band);
    draw_answer(scene, {left, 604, column, 190});
    draw_facts(scene, {left, 814, column, layout.height - 814 - 24});
    const float x = left + column + 32;
    const float room = left + width - x;
    draw_head(scene, {x, 124, room, 110});
    draw_people(scene, {x, 244, room, 676}, 3);
    draw_row(scene, {x, layout.height - 24 - button_height, room, button_height});
}

}  // namespace baodao
