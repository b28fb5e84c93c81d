// SPDX-License-Identifier: MIT
#include "kiosk/ui/year_parts.hpp"

#include <algorithm>

namespace baodao {

void draw_fact_card(const Scene& scene, Rect rect, const Fact& fact) {
    card(scene.canvas, rect);
    draw_icon(scene.canvas, fact.icon, rect.middle_left(34, 72, 72), fact.color);
    const float x = rect.x + 131;
    const float room = rect.right() - x - 12;
    const bool fits = scene.canvas.measure(Type::title_bold, fact.title) <= room;
    scene.canvas.text({x, rect.center().y - 48, room}, fits ? Type::title_bold : Type::body_bold,
                      scene.palette().ink, fact.title);
    scene.canvas.text({x, rect.center().y + 6, room}, Type::body_bold, fact.color, fact.line);
}

void draw_year_sum(const Scene& scene, Point top_left, const YearAccount& year, bool with_demand) {
    const Palette& palette = scene.palette();
    scene.canvas.text({top_left.x, top_left.y}, Type::body, palette.ink_second,
                      scene.words(Text::year_total, {std::to_string(year.year)}));
    const HoursText look{Type::outcome, Type::title_bold, palette.ink, scene.words(Text::hours),
                         scene.words(Text::minutes)};
    const float baseline = top_left.y + 114;
    const float width = hours_text(scene.canvas, {top_left.x, baseline}, look, year.minutes);
    if (with_demand)
        scene.canvas.text_on_baseline({top_left.x + width + 25, baseline}, Type::title, palette.ink_second,
                                      scene.words(Text::year_total_of));
}

void draw_year_bar(const Scene& scene, Rect bar, std::int64_t earlier_minutes, std::int64_t session_minutes) {
    const Palette& palette = scene.palette();
    const auto share = [](std::int64_t minutes) {
        return static_cast<float>(minutes) / static_cast<float>(year_minutes_required);
    };
    const std::string before =
        scene.words(Text::legend_before, {scene.words.duration(std::max<std::int64_t>(0, earlier_minutes))});
    const std::string now = scene.words(Text::legend_now, {scene.words.duration(session_minutes)});
    progress_bar(scene.canvas, bar,
                 {.earlier = share(earlier_minutes),
                  .session = share(session_minutes) * scene.motion.filled,
                  .label = now});
    const float scale_top = bar.bottom() + 11;
    for (int hour = 0; hour <= 10; hour += 2) {
        const bool last = hour == 10;
        const float x = bar.x + bar.width * static_cast<float>(hour) / 10;
        scene.canvas.text({x, scale_top, 200,
                           hour == 0 ? Align::left
                           : last    ? Align::right
                                     : Align::center},
                          Type::body, palette.ink_second,
                          last ? std::string(scene.words(Text::ten_hours)) : std::to_string(hour));
    }
    const float legend_top = bar.bottom() + 60;
    float x = bar.x;
    scene.canvas.fill({x, legend_top + 8, 28, 28}, palette.green, 8);
    x += 40 + scene.canvas.text({x + 40, legend_top}, Type::body, palette.ink, before) + 32;
    scene.canvas.fill({x, legend_top + 8, 28, 28}, palette.blue, 8);
    scene.canvas.text({x + 40, legend_top}, Type::body, palette.ink, now);
}

void draw_rest_box(const Scene& scene, Rect rect, const YearAccount& year) {
    const Palette& palette = scene.palette();
    const bool done = year.owed_minutes <= 0;
    notice_box(scene.canvas, rect, done ? palette.green_tint : palette.blue_tint,
               done ? palette.green : palette.blue);
    draw_icon(scene.canvas, done ? Icon::check_circle : Icon::hourglass, rect.middle_left(39, 72, 72),
              done ? palette.green : palette.blue);
    const float x = rect.x + 144;
    const float room = rect.right() - x - 24;
    const std::int64_t days = days_left(scene.words.date(scene.model.wall), year.due);
    scene.canvas.text({x, rect.center().y - 58, room}, Type::heading, palette.ink,
                      done ? std::string(scene.words(Text::ten_reached))
                           : scene.words(Text::more_to_ten, {scene.words.duration(year.owed_minutes)}));
    scene.canvas.text(
        {x, rect.center().y + 9, room}, Type::title, palette.ink,
        done ? std::string(scene.words(Text::ten_reached_hint))
             : scene.words(Text::days_to_go, {scene.words.day_and_month(year.due), std::to_string(days)}));
}

}  // namespace baodao
