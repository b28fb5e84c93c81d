// SPDX-License-Identifier: MIT
// Screen 18a: what is wrong with one service. The record stays as it is; the cadre answers.
#include <algorithm>
#include <array>

#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/choice_parts.hpp"

namespace baodao {
namespace {

struct Choice {
    Wrong wrong;
    Text words;
    Icon icon;
};
constexpr std::array choices{
    Choice{Wrong::out_time, Text::wrong_out_time, Icon::door_out},
    Choice{Wrong::in_time, Text::wrong_in_time, Icon::door_in},
    Choice{Wrong::missing, Text::wrong_missing, Icon::history},
    Choice{Wrong::activity, Text::wrong_activity_choice, Icon::refresh},
    Choice{Wrong::person, Text::wrong_person, Icon::person_question},
    Choice{Wrong::other, Text::wrong_other, Icon::chats},
};

const CorrectState& state(const Scene& scene) {
    return *scene.model.visit->correct;
}

std::string minutes_text(const Scene& scene, const Service& service) {
    if (service.has(Mark::voided)) return std::string(scene.words(Text::correct_not_counted));
    if (service.has(Mark::forgotten)) return std::string(scene.words(Text::service_waits));
    if (service.has(Mark::open)) return std::string(scene.words(Text::service_running));
    return scene.words.duration(service.minutes);
}

void draw_recorded(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const ServiceView& view = state(scene).service;
    const Service& service = view.service;
    card(scene.canvas, rect);
    const float x = rect.x + 38;
    const float room = rect.width - 76;
    scene.canvas.text({x, rect.y + 30, room}, Type::body_bold, palette.ink_second,
                      scene.words(Text::correct_now));
    scene.canvas.text({x, rect.y + 76, room}, Type::heading, palette.ink,
                      view.title.empty() ? std::string(scene.words(Text::unplanned)) : view.title);
    scene.canvas.fill({x, rect.y + 152, room, 2}, palette.line);
    const std::string none = "–";
    const std::array<std::pair<Text, std::string>, 4> rows{{
        {Text::label_date, service.started ? scene.words.medium_date(*service.started) : none},
        {Text::event_in, service.started ? scene.words.clock(*service.started) : none},
        {Text::event_out, service.ended ? scene.words.clock(*service.ended) : none},
        {Text::label_minutes, minutes_text(scene, service)},
    }};
    float y = rect.y + 174;
    for (const auto& [label, value] : rows) {
        scene.canvas.text({x, y + 4, 140}, Type::body, palette.ink_second, scene.words(label));
        scene.canvas.text({x + 148, y, room - 148}, Type::title_bold, palette.ink, value);
        y += 60;
    }
}

void draw_answer_note(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    notice_box(scene.canvas, rect, palette.blue_tint, palette.blue);
    draw_icon(scene.canvas, Icon::clock_question, rect.middle_left(32, 72, 72), palette.blue);
    const float x = rect.x + 132;
    const float room = rect.right() - x - 28;
    const float top = rect.center().y - (rect.height > 320 ? 120 : 84);
    scene.canvas.text({x, top, room}, Type::title_bold, palette.ink, scene.words(Text::correct_answered));
    scene.canvas.paragraph({x, top + 56, room}, Type::body, palette.ink,
                           scene.words(Text::correct_answered_hint), rect.height > 320 ? 5 : 3);
}

void draw_choices(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    constexpr float gap = 16;
    const float width = (rect.width - gap) / 2;
    const float height = (rect.height - 2 * gap) / 3;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Choice& choice = choices[i];
        const Rect box{rect.x + static_cast<float>(i % 2) * (width + gap),
                       rect.y + static_cast<float>(i / 2) * (height + gap), width, height};
        const bool chosen = state(scene).wrong == choice.wrong;
        const std::string id = "wrong_" + std::string(token(choice.wrong));
        const bool pressed =
            scene.canvas.touchable(id, scene.words(choice.words), box, RecordTouch{WrongChosen{choice.wrong}},
                                   chosen ? std::string_view("selected") : std::string_view());
        choice_body(scene.canvas, box, chosen, pressed, 16);
        draw_icon(scene.canvas, choice.icon, box.middle_left(32, 46, 46), palette.ink);
        scene.canvas.text({box.x + 96, box.center().y - 24, box.width - 190}, Type::title_bold, palette.ink,
                          scene.words(choice.words));
        const Point center{box.right() - 60, box.center().y};
        scene.canvas.disc(center, 28, chosen ? palette.accent : palette.edge);
        if (!chosen) scene.canvas.disc(center, 25, palette.surface);
        if (chosen)
            draw_icon(scene.canvas, Icon::check, {center.x - 22, center.y - 22, 44, 44}, palette.on_dark);
    }
}

void draw_step(const Scene& scene, Rect rect, std::int64_t minutes) {
    const std::string label =
        scene.words(minutes < 0 ? Text::step_back : Text::step_forward, {std::to_string(std::abs(minutes))});
    const std::string id = "step_" + std::to_string(minutes);
    button(scene.canvas, rect, {id, label, ButtonKind::secondary, {}, RecordTouch{TimeMoved{minutes}}});
}

void draw_suggestion(const Scene& scene, Rect rect, std::string_view id, Text words, UtcMillis time) {
    const std::string label = scene.words(words, {scene.words.clock(time)});
    button(scene.canvas, rect, {id, label, ButtonKind::quiet, {}, RecordTouch{TimeTaken{time}}});
}

void draw_time(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const CorrectState& correct = state(scene);
    card(scene.canvas, rect);
    if (!correct.wrong || !names_time(*correct.wrong)) {
        scene.canvas.paragraph(
            {rect.x + 38, rect.center().y - 48, rect.width - 76}, Type::title, palette.ink_second,
            scene.words(correct.wrong ? Text::correct_in_person : Text::correct_choose_first), 3);
        return;
    }
    const bool out = *correct.wrong == Wrong::out_time;
    const bool portrait = scene.portrait();
    const float middle = portrait ? rect.y + 110 : rect.center().y;
    scene.canvas.text({rect.x + 38, middle - 88, 460}, Type::body, palette.ink_second,
                      scene.words(out ? Text::remembered_out : Text::remembered_in));
    scene.canvas.text({rect.x + 38, middle - 56}, Type::giant, palette.ink, scene.words.clock(correct.time));
    const auto& team = out ? correct.team_out : correct.team_in;
    const auto& plan = out ? correct.service.planned_end : correct.service.planned_start;
    const float hints = team || plan ? 342 + 24 : 0;
    const float steps = portrait ? rect.x + 480 : rect.right() - 38 - hints - 2 * 148 - 12;
    draw_step(scene, {steps, middle - 94, 148, 88}, -30);
    draw_step(scene, {steps + 160, middle - 94, 148, 88}, 30);
    draw_step(scene, {steps, middle + 6, 148, 88}, -5);
    draw_step(scene, {steps + 160, middle + 6, 148, 88}, 5);
    float x = portrait ? rect.x + 38 : rect.right() - 38 - 342;
    float y = portrait ? middle + 124 : middle - 94;
    const auto next = [&] { portrait ? x += 366 : y += 100; };
    if (team) {
        draw_suggestion(scene, {x, y, 342, 88}, "as_team", Text::as_team, *team);
        next();
    }
    if (plan)
        draw_suggestion(scene, {x, y, 342, 88}, "as_planned",
                        out ? Text::as_planned_end : Text::as_planned_start, *plan);
}

void draw_send(const Scene& scene, Rect rect, std::string remark) {
    const bool ready = state(scene).wrong.has_value();
    const std::array<Button, 2> buttons{
        command_button("not_now", scene.words(Text::correct_not_now), ButtonKind::secondary, Command::back),
        command_button("send_correction", scene.words(ready ? Text::correct_send : Text::correct_send_first),
                       ready ? ButtonKind::primary : ButtonKind::quiet, Command::send_correction,
                       ready ? std::optional(Icon::check) : std::nullopt)};
    const float send = std::max(288.0f, button_width(scene.canvas, buttons[1].label, ready));
    const float not_now = button_width(scene.canvas, buttons[0].label, false);
    button(scene.canvas, {rect.right() - send, rect.y, send, rect.height}, buttons[1]);
    button(scene.canvas, {rect.right() - send - 24 - not_now, rect.y, not_now, rect.height}, buttons[0]);
    const float room = rect.width - send - not_now - 64;
    const float top = rect.center().y - (scene.canvas.measure(Type::body, remark) <= room ? 20.0f : 40.0f);
    scene.canvas.paragraph({rect.x, top, room}, Type::body, scene.palette().ink_second, remark, 3);
}

}  // namespace

void draw_correct(const Scene& scene) {
    if (!scene.model.visit || !scene.model.visit->correct) return;
    const Layout& layout = scene.canvas.layout();
    draw_work_strip(scene, scene.words(Text::correct_title), shown_name(scene.model));
    const float left = side_margin(scene);
    const float width = layout.width - 2 * left;
    const std::string remark = scene.words(Text::correct_remark, {scene.model.home.contact.name});
    if (scene.portrait()) {
        draw_recorded(scene, {left, 136, width, 430});
        draw_answer_note(scene, {left, 590, width, 240});
        scene.canvas.text({left, 862, width}, Type::heading, scene.palette().ink,
                          scene.words(Text::correct_sentence));
        draw_choices(scene, {left, 940, width, 360});
        draw_time(scene, {left, 1324, width, 360});
        draw_send(scene, {left, 1752, width, 120}, remark);
        return;
    }
    const float column = layout.width > 1500 ? 560 : 460;
    draw_recorded(scene, {left, 136, column, 437});
    draw_answer_note(scene, {left, 598, column, 457});
    const float x = left + column + 32;
    const float room = left + width - x;
    scene.canvas.text({x, 136, room}, Type::heading, scene.palette().ink,
                      scene.words(Text::correct_sentence));
    draw_choices(scene, {x, 216, room, 344});
    draw_time(scene, {x, 576, room, 360});
    draw_send(scene, {x, 952, room, button_height}, remark);
}

}  // namespace baodao
