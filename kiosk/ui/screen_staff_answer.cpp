// SPDX-License-Identifier: MIT
// 申请更正, on the staff side (18b): what was asked, what helps to judge it, the basis, the answer.
#include <algorithm>
#include <array>

#include "kiosk/ui/choice_parts.hpp"
#include "kiosk/ui/reason_words.hpp"
#include "kiosk/ui/staff_screen.hpp"

namespace baodao {
namespace {

Intent touch(AnswerTouch what) {
    return staff_touch(StaffIntent{std::move(what)});
}

std::string service_name(const Scene& scene, const ServiceView& view) {
    return view.title.empty() ? std::string(scene.words(Text::unplanned)) : view.title;
}

std::string clock_or_none(const Scene& scene, const std::optional<UtcMillis>& time) {
    return time ? scene.words.clock(*time) : std::string("–");
}

// 10-18 签退时间应为 11:20
std::string asked_line(const Scene& scene, const OpenCorrection& asked) {
    std::string line = asked.service.service.started
                           ? scene.words.short_date(*asked.service.service.started) + " "
                           : std::string();
    if (asked.wrong == Wrong::out_time && asked.end)
        return line + scene.words(Text::answer_out_should, {scene.words.clock(*asked.end)});
    if (asked.wrong == Wrong::in_time && asked.start)
        return line + scene.words(Text::answer_in_should, {scene.words.clock(*asked.start)});
    return line + reason_words(scene.words, token(asked.wrong));
}

void draw_waiting(const Scene& scene, Rect rect, const AnswerPage& page) {
    const Palette& palette = scene.palette();
    scene.canvas.text({rect.x, rect.y, rect.width}, Type::heading, palette.ink,
                      scene.words(Text::answer_waiting));
    float y = rect.y + 76;
    constexpr float height = 124;
    for (std::size_t i = 0; i < std::min(page.list->open.size(), corrections_shown); ++i) {
        const OpenCorrection& asked = page.list->open[i];
        const Rect box{rect.x, y, rect.width, height};
        const bool chosen = page.chosen == i;
        const std::string id = "correction_" + std::to_string(i);
        const bool pressed =
            scene.canvas.touchable(id, asked.name, box, touch(CorrectionPicked{i}),
                                   chosen ? std::string_view("selected") : std::string_view());
        choice_body(scene.canvas, box, chosen, pressed, 20);
        const float room = box.width - 100;
        const float name =
            scene.canvas.text({box.x + 28, box.y + 14, room}, Type::title_bold, palette.ink, asked.name);
        scene.canvas.text({box.x + 44 + name, box.y + 19, room - name - 16}, Type::body, palette.ink_second,
                          scene.words.short_date(asked.asked) + " " + scene.words.clock(asked.asked));
        scene.canvas.text({box.x + 28, box.y + 66, room}, Type::body, palette.ink, asked_line(scene, asked));
        draw_icon(scene.canvas, Icon::chevron_right, {box.right() - 60, box.center().y - 22, 44, 44},
                  palette.ink);
        y += height + 16;
    }
    if (page.list->open.empty()) {
        scene.canvas.text({rect.x, y, rect.width}, Type::title, palette.ink_second,
                          scene.words(Text::answer_none));
        y += 64;
    }
    if (page.list->answered.empty()) return;
    y += 16;
    scene.canvas.text({rect.x, y, rect.width}, Type::body_bold, palette.ink_second,
                      scene.words(Text::answer_done));
    y += 52;
    for (const AnsweredCorrection& done : page.list->answered) {
        if (y + 96 > rect.bottom()) return;
        const std::string day = done.started ? scene.words.short_date(*done.started) + " " : std::string();
        scene.canvas.text({rect.x, y, rect.width}, Type::body_bold, palette.ink,
                          done.name + "  " + day + done.title);
        scene.canvas.text({rect.x, y + 40, rect.width}, Type::body, palette.ink_second,
                          std::string(scene.words(done.agreed ? Text::event_agreed : Text::event_refused)) +
                              " · " +
                              std::string(scene.words(done.seen ? Text::answer_seen : Text::answer_unseen)));
        y += 96;
    }
}

void draw_compare_line(const Scene& scene, Rect rect, Text label, const std::string& now,
                       const std::string& then) {
    const Palette& palette = scene.palette();
    const float y = rect.center().y - 24;
    const bool differs = now != then;
    scene.canvas.text({rect.x, y + 4, 160}, Type::body, palette.ink_second, scene.words(label));
    scene.canvas.text({rect.x + 170, y, 250}, Type::title_bold, palette.ink, now);
    draw_icon(scene.canvas, Icon::chevron_right, {rect.x + rect.width * 0.42f, rect.center().y - 18, 36, 36},
              palette.ink);
    const float x = rect.x + rect.width * 0.42f + 60;
    scene.canvas.text({x, y, rect.right() - x}, Type::title_bold, differs ? palette.accent : palette.ink,
                      then);
}

// The times as they would be recorded.
std::optional<UtcMillis> then_of(const AnswerPage& page, const OpenCorrection& asked, Wrong side) {
    const bool mine = asked.wrong == side || (side == Wrong::out_time && asked.wrong != Wrong::in_time);
    if (page.other_time && mine) return page.other_time;
    const Service& service = asked.service.service;
    if (side == Wrong::in_time) return asked.start ? asked.start : service.started;
    return asked.end ? asked.end : service.ended;
}

void draw_compare(const Scene& scene, Rect rect, const AnswerPage& page, const OpenCorrection& asked) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    const float x = rect.x + 38;
    const Service& service = asked.service.service;
    const Badge state{Tone::amber, Icon::clock_question, scene.words(Text::answer_open), BadgeSize::row};
    badge_right(scene.canvas, {rect.right() - 38, rect.y + 22}, state);
    const std::string day = service.started ? " " + scene.words.medium_date(*service.started) : std::string();
    scene.canvas.text({x, rect.y + 18, rect.width - 100 - badge_width(scene.canvas, state)}, Type::heading,
                      palette.ink, service_name(scene, asked.service) + day);
    const float height = (rect.height - 96 - 12) / 3;
    const auto line = [&](int row) {
        const float y = rect.y + 96 + static_cast<float>(row) * height;
        scene.canvas.fill({x, y, rect.width - 76, 2}, palette.line);
        return Rect{x, y, rect.width - 76, height};
    };
    draw_compare_line(scene, line(0), Text::event_in, clock_or_none(scene, service.started),
                      clock_or_none(scene, then_of(page, asked, Wrong::in_time)));
    draw_compare_line(scene, line(1), Text::event_out, clock_or_none(scene, service.ended),
                      clock_or_none(scene, then_of(page, asked, Wrong::out_time)));
    const std::string now = service.has(Mark::voided) ? std::string(scene.words(Text::service_not_counted))
                                                      : scene.words.duration(service.minutes);
    const std::string then = asked.wrong == Wrong::person
                                 ? std::string(scene.words(Text::service_not_counted))
                             : page.other_time    ? std::string(scene.words(Text::answer_by_time))
                             : asked.minutes_then ? scene.words.duration(*asked.minutes_then)
                                                  : now;
    draw_compare_line(scene, line(2), Text::label_minutes, now, then);
}

void draw_hints(const Scene& scene, Rect rect, const OpenCorrection& asked) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    scene.canvas.text({rect.x + 38, rect.y + 16, rect.width - 76}, Type::title_bold, palette.ink,
                      scene.words(Text::answer_hints));
    float y = rect.y + 70;
    const auto say = [&](Icon icon, Color color, const std::string& words) {
        draw_icon(scene.canvas, icon, {rect.x + 38, y + 2, 36, 36}, color);
        scene.canvas.text({rect.x + 90, y, rect.width - 130}, Type::body, palette.ink, words);
        y += 48;
    };
    if (asked.team.out)
        say(Icon::people, palette.green,
            scene.words(Text::answer_team, {scene.words.clock(*asked.team.out)}));
    if (asked.service.planned_start && asked.service.planned_end)
        say(Icon::calendar, palette.green,
            scene.words(Text::answer_plan,
                        {scene.words.span(*asked.service.planned_start, *asked.service.planned_end)}));
    if (asked.confirmed_short && asked.service.service.ended)
        say(Icon::qr_code, palette.amber_ink,
            scene.words(Text::answer_short, {scene.words.clock(*asked.service.service.ended)}));
    if (y < rect.y + 80) say(Icon::bulb, palette.ink_second, std::string(scene.words(Text::answer_no_hint)));
}

void draw_basis(const Scene& scene, Rect rect, const AnswerPage& page) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    scene.canvas.text({rect.x + 38, rect.y + 16, rect.width - 76}, Type::title_bold, palette.ink,
                      scene.words(Text::answer_basis));
    constexpr std::array words{Text::basis_teammates, Text::basis_present, Text::basis_sheet,
                               Text::basis_none};
    const float gap = 16;
    const float width = (rect.width - 76 - 3 * gap) / 4;
    for (std::size_t i = 0; i < all_bases.size(); ++i) {
        const bool chosen = page.basis == all_bases[i];
        const std::string id = "basis_" + std::string(token(all_bases[i]));
        button(scene.canvas, {rect.x + 38 + static_cast<float>(i) * (width + gap), rect.y + 76, width, 88},
               {id, scene.words(words[i]), chosen ? ButtonKind::dark : ButtonKind::secondary,
                chosen && width > 220 ? std::optional(Icon::check) : std::nullopt,
                touch(BasisChosen{all_bases[i]})});
    }
}

std::string agree_label(const Scene& scene, const AnswerPage& page, const OpenCorrection& asked) {
    if (!page.basis) return std::string(scene.words(Text::answer_basis_first));
    if (asked.wrong == Wrong::in_time) {
        if (const auto time = then_of(page, asked, Wrong::in_time))
            return scene.words(Text::answer_agree_in, {scene.words.clock(*time)});
    }
    if (asked.wrong == Wrong::out_time) {
        if (const auto time = then_of(page, asked, Wrong::out_time))
            return scene.words(Text::answer_agree_out, {scene.words.clock(*time)});
    }
    return std::string(
        scene.words(asked.wrong == Wrong::person ? Text::answer_agree_void : Text::answer_agree));
}

void draw_answers(const Scene& scene, Rect rect, const AnswerPage& page, const OpenCorrection& asked) {
    const std::string agree = agree_label(scene, page, asked);
    const std::string_view refuse = scene.words(Text::answer_refuse);
    const std::string_view other = scene.words(Text::answer_other_time);
    const float refuse_width = button_width(scene.canvas, refuse, false);
    const float time_width = !names_time(asked.wrong) ? 0
                             : page.other_time        ? 2 * 150 + 2 * 16
                                                      : button_width(scene.canvas, other, true) + 20;
    const float wide = std::min(button_width(scene.canvas, agree, page.basis && !scene.portrait()),
                                rect.width - refuse_width - time_width - 20);
    button(
        scene.canvas, {rect.right() - wide, rect.y, wide, rect.height},
        {"agree", agree, page.basis ? ButtonKind::primary : ButtonKind::quiet,
         page.basis && !scene.portrait() ? std::optional(Icon::check) : std::nullopt, touch(AgreeTouched{})});
    float right = rect.right() - wide - 20;
    if (names_time(asked.wrong)) {
        if (page.other_time) {
            for (const int minutes : {5, -5}) {
                const std::string label =
                    scene.words(minutes < 0 ? Text::step_back : Text::step_forward, {"5"});
                button(scene.canvas, {right - 150, rect.y, 150, rect.height},
                       {minutes < 0 ? "other_less" : "other_more", label, ButtonKind::secondary, std::nullopt,
                        touch(OtherTimeMoved{minutes})});
                right -= 166;
            }
        } else {
            const float width = time_width - 20;
            button(scene.canvas, {right - width, rect.y, width, rect.height},
                   {"other_time", other, ButtonKind::secondary, Icon::pencil, touch(OtherTime{})});
            right -= time_width;
        }
    }
    button(scene.canvas, {right - refuse_width, rect.y, refuse_width, rect.height},
           {"refuse", refuse, ButtonKind::secondary, std::nullopt, touch(RefuseTouched{})});
}

void draw_note(const Scene& scene, Rect rect, bool day_final) {
    scene.canvas.fill(rect, scene.palette().blue_tint, 20);
    draw_icon(scene.canvas, Icon::people, rect.middle_left(24, 56, 56), scene.palette().blue);
    scene.canvas.paragraph({rect.x + 104, rect.center().y - 60, rect.width - 128}, Type::body,
                           scene.palette().ink,
                           scene.words(day_final ? Text::answer_note_final : Text::answer_note), 3);
}

void draw_detail(const Scene& scene, Rect rect, const AnswerPage& page, const OpenCorrection& asked) {
    const float actions = button_height;
    const float gap = 18;
    const float free = rect.height - actions - 3 * gap - 184;
    const float compare = free * 0.6f;
    draw_compare(scene, {rect.x, rect.y, rect.width, compare}, page, asked);
    draw_hints(scene, {rect.x, rect.y + compare + gap, rect.width, free - compare}, asked);
    draw_basis(scene, {rect.x, rect.y + free + 2 * gap, rect.width, 184}, page);
    draw_answers(scene, {rect.x, rect.bottom() - actions, rect.width, actions}, page, asked);
}

}  // namespace

void draw_page(const Scene& scene, const AnswerPage& page) {
    const std::size_t open = page.list ? page.list->open.size() : 0;
    draw_staff_strip(scene, scene.words(Text::answer_title, {std::to_string(open)}), StaffStrip::page);
    if (!page.list) return;
    const Rect room = staff_room(scene, scene.canvas.layout().height);
    const OpenCorrection* asked = page.chosen < open ? &page.list->open[page.chosen] : nullptr;
    if (scene.portrait()) {
        draw_waiting(scene, {room.x, room.y, room.width, 700}, page);
        if (asked != nullptr)
            draw_detail(scene, {room.x, room.y + 720, room.width, room.height - 720}, page, *asked);
        return;
    }
    const float left = std::min(568.0f, room.width * 0.32f);
    draw_waiting(scene, {room.x, room.y, left, room.height - 190}, page);
    draw_note(scene, {room.x, room.bottom() - 164, left, 164}, asked != nullptr && asked->day_final);
    if (asked != nullptr)
        draw_detail(scene, {room.x + left + 32, room.y, room.width - left - 32, room.height}, page, *asked);
}

}  // namespace baodao
