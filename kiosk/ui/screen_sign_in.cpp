// SPDX-License-Identifier: MIT
// Screen 03: signed in; when the activity ends and that one more scan is needed.
#include <algorithm>

#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/news_card.hpp"
#include "kiosk/ui/outcome.hpp"

namespace baodao {
namespace {

void draw_clock(const Scene& scene, Rect values, Color ink) {
    const ScanAnswer& answer = scene.model.visit->answer;
    const UtcMillis at =
        answer.service && answer.service->service.started ? *answer.service->service.started : answer.at;
    const float top = scene.portrait() ? values.y - 20 : values.y + 124;
    scene.canvas.text_on_baseline({values.x, top + 136}, Type::giant, ink, scene.words.clock(at));
    scene.canvas.text({values.x, top + 150, values.width}, Type::title, ink, scene.words.long_date(at));
    scene.canvas.text({values.x, top + 212, values.width}, Type::body, ink, scene.words(Text::stored_here));
}

void draw_greeting(const Scene& scene, Rect content) {
    const ScanAnswer& answer = scene.model.visit->answer;
    const std::string name = shown_name(scene.model);
    const std::string who =
        name.empty() ? std::string(scene.words(Text::comrade_alone)) : scene.words.comrade(name);
    const char* comma = scene.words.language() == Language::chinese ? "，" : ", ";
    const float room = content.width - (scene.portrait() ? 0 : 170);
    scene.canvas.text({content.x, content.y + 17, room}, Type::heading, scene.palette().ink,
                      who + comma + scene.words.greeting(scene.model.wall));
    scene.canvas.text({content.x, content.y + 81, room}, Type::title, scene.palette().ink_second,
                      answer.branch);
}

void draw_activity(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    const auto& service = scene.model.visit->answer.service;
    const auto& running = scene.model.visit->answer.running;
    const bool planned = service && !service->title.empty();
    draw_icon(scene.canvas, Icon::leaf, rect.middle_left(42, 72, 72), palette.green);
    std::string detail;
    if (planned) detail = service->post;
    if (planned && running) {
        if (!detail.empty()) detail += " · ";
        detail += scene.words.span(running->starts, running->ends);
    }
    if (!planned) detail = scene.words(Text::unplanned_hint);

    float text_right = rect.right() - 42;
    if (planned && !service->place.empty()) {
        const float width = std::min(360.0f, scene.canvas.measure(Type::title_bold, service->place));
        scene.canvas.text({text_right, rect.y + 42, 300, Align::right}, Type::body, palette.ink_second,
                          scene.words(Text::label_meeting));
        scene.canvas.text({text_right, rect.y + 82, 360, Align::right}, Type::title_bold, palette.ink,
                          service->place);
        text_right -= width + 24;
    }
    const float x = rect.x + 146;
    scene.canvas.text({x, rect.y + 31, text_right - x}, Type::heading, palette.ink,
                      planned ? service->title : std::string(scene.words(Text::unplanned)));
    scene.canvas.text({x, rect.y + 94, text_right - x}, Type::title, palette.ink_second, detail);
}

struct Reminder {
    std::string first;
    std::string second;
    std::string hint;
};

Reminder reminder(const Scene& scene) {
    const ScanAnswer& answer = scene.model.visit->answer;
    if (answer.forgotten && answer.forgotten->service.started)
        return {
            scene.words(Text::forgotten_line,
                        {scene.words.day_and_month(scene.words.date(*answer.forgotten->service.started))}),
            std::string(scene.words(Text::forgotten_line_2)), std::string(scene.words(Text::forgotten_hint))};
    Reminder said{{},
                  std::string(scene.words(Text::scan_before_leaving)),
                  std::string(scene.words(Text::forgetting_is_fine))};
    if (answer.running) said.first = scene.words(Text::ends_at, {scene.words.clock(answer.running->ends)});
    return said;
}

void draw_reminder(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    notice_box(scene.canvas, rect, palette.amber_tint, palette.amber);
    const Reminder said = reminder(scene);
    draw_icon(scene.canvas, scene.model.visit->answer.forgotten ? Icon::clock_question : Icon::door_out,
              rect.middle_left(43, 128, 128), palette.amber_ink);
    const float x = rect.x + 211;
    const float room = rect.right() - x - 24;
    const float lines = said.first.empty() ? 1 : 2;
    float y = rect.center().y - (lines * 88 + 60) / 2 - 2;
    if (!said.first.empty()) {
        scene.canvas.text({x, y, room}, Type::outcome, palette.ink, said.first);
        y += 88;
    }
    scene.canvas.text({x, y, room}, Type::outcome, palette.ink, said.second);
    scene.canvas.text({x, y + 103, room}, Type::title, palette.ink, said.hint);
}

void draw_year(const Scene& scene, Rect rect) {
    const auto& year = scene.model.visit->answer.year;
    if (!year) return;
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    const float left = rect.x + 42;
    const float right = rect.right() - 42;
    const std::string sum = scene.words.duration(year->minutes);
    scene.canvas.text({left, rect.center().y - 44}, Type::body, palette.ink_second,
                      scene.words(Text::year_so_far));
    const float sum_width =
        scene.canvas.text({left, rect.center().y - 4}, Type::title_bold, palette.ink, sum);
    if (year->hours == Duty::not_asked) {
        scene.canvas.text({right, rect.center().y - 24, 500, Align::right}, Type::title_bold, palette.green,
                          scene.words(Text::no_demand));
        return;
    }
    scene.canvas.text({right, rect.center().y - 44, 300, Align::right}, Type::body, palette.ink_second,
                      scene.words(Text::year_at_least));
    scene.canvas.text({right, rect.center().y - 4, 300, Align::right}, Type::title_bold, palette.ink,
                      scene.words(Text::ten_hours));
    const float bar_left = left + std::max(sum_width, 196.0f) + 34;
    const float share = static_cast<float>(year->minutes) / static_cast<float>(year_minutes_required);
    progress_bar(scene.canvas, {bar_left, rect.center().y - 16, right - 172 - bar_left, 32},
                 {.earlier = share, .session = 0, .label = sum});
}

}  // namespace

void draw_sign_in(const Scene& scene) {
    if (!scene.model.visit) return;
    OutcomeLook look = green_look(scene);
    look.tag = scene.words(Text::sign_in_tag);
    look.word = scene.words(Text::sign_in_word);
    const OutcomePlaces places = draw_outcome(scene, look);
    draw_clock(scene, places.values, look.ink);
    draw_outcome_ring(scene, look, RingSize::large);
    draw_greeting(scene, places.content);
    const Rect c = places.content;
    const float top = scene.portrait() ? c.y + 150 : 208;
    const float box_height = scene.portrait() ? 360 : 334;
    draw_activity(scene, {c.x, top, c.width, 172});
    draw_reminder(scene, {c.x, top + 201, c.width, box_height});
    const Rect last{c.x, top + 201 + box_height + 30, c.width, 138};
    if (scene.model.visit->answer.news.empty()) {
        draw_year(scene, last);
    } else {
        draw_news(scene, last);
    }

    const std::vector<Button> buttons{
        command_button("wrong_activity", scene.words(Text::wrong_activity), ButtonKind::secondary,
                       Command::wrong_activity, Icon::refresh),
        understood_button(scene)};
    draw_actions(scene, places.actions,
                 {.buttons = buttons,
                  .remark = scene.words(Text::returns_in_next, {std::to_string(seconds_left(scene.model))})});
}

}  // namespace baodao
