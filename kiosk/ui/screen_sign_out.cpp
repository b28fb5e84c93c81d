// SPDX-License-Identifier: MIT
// Screens 04 and 04c: signed out; what this service was, what the year holds, and
// what would complete it. Help before judging; where nothing is asked, it says so.
#include <algorithm>
#include <array>

#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/news_card.hpp"
#include "kiosk/ui/outcome.hpp"
#include "kiosk/ui/year_parts.hpp"

namespace baodao {
namespace {

void draw_session(const Scene& scene, Rect values, Color ink) {
    const ScanAnswer& answer = scene.model.visit->answer;
    if (!answer.service) return;
    const Service& service = answer.service->service;
    const std::string name = shown_name(scene.model);
    const bool portrait = scene.portrait();
    const float top = portrait ? values.y + 18 : values.y + 116;
    scene.canvas.text({values.x, top, values.width}, portrait ? Type::heading : Type::title_bold, ink,
                      name.empty() ? std::string(scene.words(Text::this_service_alone))
                                   : scene.words(Text::this_service, {scene.words.comrade(name)}));
    const HoursText look{Type::giant, Type::heading, ink, scene.words(Text::hours),
                         scene.words(Text::minutes)};
    hours_text(scene.canvas, {values.x, top + (portrait ? 187.0f : 170.0f)}, look, service.minutes);

    std::string line =
        answer.service->title.empty() ? std::string(scene.words(Text::unplanned)) : answer.service->title;
    if (service.started && service.ended) line += " " + scene.words.span(*service.started, *service.ended);
    if (portrait) line += " · " + std::string(scene.words(Text::stored_here_short));
    scene.canvas.text({values.x, top + (portrait ? 200.0f : 183.0f), values.width}, Type::title, ink, line);
    if (!portrait)
        scene.canvas.text({values.x, top + 243, values.width}, Type::body, ink,
                          scene.words(Text::stored_here));
}

void draw_half_card(const Scene& scene, Rect rect, const HalfAccount& half) {
    const bool first = half.half.half == 1;
    if (half.duty == Duty::not_asked) {
        draw_fact_card(
            scene, rect,
            {Icon::check_circle, std::string(scene.words(first ? Text::first_half : Text::second_half)),
             half.count > 0 ? scene.words(Text::had_times, {std::to_string(half.count)})
                            : std::string(scene.words(Text::duty_none)),
             scene.palette().green});
        return;
    }
    const bool done = half.duty == Duty::done;
    draw_fact_card(scene, rect,
                   {done ? Icon::check_circle : Icon::calendar,
                    std::string(scene.words(first ? Text::first_half_duty : Text::second_half_duty)),
                    done ? scene.words(Text::duty_done, {std::to_string(half.count)})
                         : scene.words(Text::duty_open, {scene.words.day_and_month(last_day(half.half))}),
                    done ? scene.palette().green : scene.palette().blue});
}

void draw_next(const Scene& scene, Rect rect) {
    const ScanAnswer& answer = scene.model.visit->answer;
    if (!answer.next || !answer.serial) return;
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    draw_icon(scene.canvas, Icon::calendar, rect.middle_left(36, 68, 68), palette.accent);
    const std::int64_t minutes = (answer.next->ends - answer.next->starts) / ms_per_minute;
    const bool completes =
        answer.year && answer.year->owed_minutes > 0 && minutes >= answer.year->owed_minutes;
    const bool joined = scene.model.visit->joined_next;
    const std::string_view label = scene.words(joined ? Text::joined : Text::join);
    const float width = button_width(scene.canvas, label, false, button_height_small);
    const float x = rect.x + 131;
    const float room = rect.right() - 34 - width - 16 - x;
    scene.canvas.text({x, rect.center().y - 43, room}, Type::body, palette.ink_second,
                      scene.words(completes ? Text::next_completes : Text::next_activity));
    scene.canvas.text({x, rect.center().y - 2, room}, Type::title_bold, palette.ink,
                      scene.words.date_with_weekday(answer.next->starts) + answer.next->title + " " +
                          scene.words.duration(minutes));
    const Rect place{rect.right() - 34 - width, rect.center().y - 44, width, button_height_small};
    if (joined)
        badge_right(scene.canvas, {place.right(), rect.center().y - 28}, {Tone::green, Icon::check, label});
    else
        button(scene.canvas, place, command_button("join", label, ButtonKind::secondary, Command::join_next));
}

// 04: figures of the year, the bar, the half-years, what is left.
float draw_duties(const Scene& scene, Rect c, float y, const YearAccount& year) {
    const ScanAnswer& answer = scene.model.visit->answer;
    const std::int64_t session = answer.service ? std::min(answer.service->service.minutes, year.minutes) : 0;
    const bool portrait = scene.portrait();
    const float bar_height = portrait ? 56 : 48;
    draw_year_bar(scene, {c.x, y, c.width, bar_height}, year.minutes - session, session);
    y += bar_height + (portrait ? 132 : 126);
    const float half = (c.width - 24) / 2;
    const float half_height = portrait ? 136 : 134;
    draw_half_card(scene, {c.x, y, half, half_height}, year.halves[0]);
    draw_half_card(scene, {c.x + half + 24, y, half, half_height}, year.halves[1]);
    y += half_height + (portrait ? 29 : 26);
    const float rest_height = portrait ? 180 : 157;
    draw_rest_box(scene, {c.x, y, c.width, rest_height}, year);
    return y + rest_height + (portrait ? 29 : 25);
}

// The half of today when nothing is asked in it, else the other one.
const HalfAccount& half_not_asked(const YearAccount& year, LocalDate today) {
    const std::size_t now = half_of(today).half == 2 ? 1 : 0;
    return year.halves[year.halves[now].not_asked != NotAsked::no ? now : 1 - now];
}

// A pro-rata figure is a hint, so it is told in whole hours.
std::int64_t whole_hours(std::int64_t minutes) {
    return std::max<std::int64_t>(1, (minutes + 30) / 60) * 60;
}

std::string no_demand_reason(const Scene& scene, const HalfAccount& half) {
    const auto& since = scene.model.visit->answer.on_roll_since;
    switch (half.not_asked) {
        case NotAsked::excused:
            return std::string(scene.words(Text::no_demand_excused));
        case NotAsked::left:
            return std::string(scene.words(Text::no_demand_left));
        default:
            break;
    }
    if (!since) return std::string(scene.words(Text::no_demand_hint_1));
    return scene.words(Text::no_demand_since,
                       {scene.words.day_and_month(*since), scene.words.day_and_month(last_day(half.half))});
}

// 04c: nothing is asked in this period.
float draw_no_demand(const Scene& scene, Rect c, float y, const YearAccount& year) {
    const Palette& palette = scene.palette();
    const Rect box{c.x, y + 7, c.width, 383};
    notice_box(scene.canvas, box, palette.green_tint, palette.green);
    draw_icon(scene.canvas, Icon::check_circle, box.middle_left(43, 128, 128), palette.green);
    const float x = box.x + 204;
    const float room = box.right() - x - 24;
    scene.canvas.text({x, box.center().y - 104, room}, Type::outcome, palette.ink,
                      scene.words(Text::no_demand));
    const HalfAccount& period = half_not_asked(year, scene.words.date(scene.model.wall));
    scene.canvas.text({x, box.center().y - 3, room}, Type::title, palette.ink,
                      no_demand_reason(scene, period));
    scene.canvas.text(
        {x, box.center().y + 57, room}, Type::title, palette.ink,
        scene.words(period.not_asked == NotAsked::left ? Text::no_demand_counts : Text::no_demand_hint_2));
    y = box.bottom() + 29;
    const float half = (c.width - 24) / 2;
    draw_half_card(scene, {c.x, y, half, 135}, period);
    const bool over = year.minutes >= year.hint_minutes;
    draw_fact_card(
        scene, {c.x + half + 24, y, half, 135},
        {Icon::check_circle,
         scene.words(Text::pro_rata, {scene.words.duration(whole_hours(year.hint_minutes))}),
         std::string(scene.words(over ? Text::pro_rata_over : Text::pro_rata_hint)), palette.green});
    return y + 135 + 29;
}

}  // namespace

void draw_sign_out(const Scene& scene) {
    if (!scene.model.visit) return;
    const ScanAnswer& answer = scene.model.visit->answer;
    OutcomeLook look = blue_look(scene);
    look.tag = scene.words(Text::sign_out_tag, {scene.words.clock(answer.at)});
    look.word = scene.words(Text::sign_out_word);
    const OutcomePlaces places = draw_outcome(scene, look);
    draw_session(scene, places.values, look.ink);
    draw_outcome_ring(scene, look, RingSize::small);
    if (answer.year) {
        const bool demanded = answer.year->hours != Duty::not_asked;
        const Rect c = places.content;
        draw_year_sum(scene, {c.x, c.y}, *answer.year, demanded);
        const float top = scene.portrait() ? c.y + 155 : 193;
        const float after =
            demanded ? draw_duties(scene, c, top, *answer.year) : draw_no_demand(scene, c, top, *answer.year);
        const float next_height = scene.portrait() ? 148 : 916 - after;
        const Rect place{c.x, after, c.width, std::min(next_height, 208.0f)};
        if (answer.news.empty()) {
            draw_next(scene, place);
        } else {
            draw_news(scene, place);
        }
    }
    const std::vector<Button> buttons{
        command_button("wrong_time", scene.words(Text::wrong_time), ButtonKind::secondary,
                       Command::wrong_time, Icon::pencil),
        understood_button(scene)};
    draw_actions(scene, places.actions,
                 {.buttons = buttons,
                  .remark = scene.words(Text::returns_in, {std::to_string(seconds_left(scene.model))})});
}

}  // namespace baodao
