// SPDX-License-Identifier: MIT
// Behind a figure of 我的记录: the services and opening balances that add up to it; behind a service: its
// events, who made them, where and why.
#include <algorithm>

#include "kiosk/app/record_lines.hpp"
#include "kiosk/ui/bars.hpp"
#include "kiosk/ui/reason_words.hpp"

namespace baodao {
namespace {

std::string_view what_words(const Scene& scene, EventWhat what) {
    switch (what) {
        case EventWhat::signed_in:
            return scene.words(Text::event_in);
        case EventWhat::signed_out:
            return scene.words(Text::event_out);
        case EventWhat::recorded:
            return scene.words(Text::event_recorded);
        case EventWhat::confirmed:
            return scene.words(Text::event_confirmed);
        case EventWhat::amended:
            return scene.words(Text::event_amended);
        case EventWhat::voided:
            return scene.words(Text::event_voided);
        case EventWhat::disputed:
            return scene.words(Text::event_disputed);
        case EventWhat::agreed:
            return scene.words(Text::event_agreed);
        case EventWhat::refused:
            return scene.words(Text::event_refused);
        case EventWhat::reviewed:
            return scene.words(Text::event_reviewed);
        case EventWhat::opening:
            return scene.words(Text::event_opening);
    }
    return {};
}

std::string_view by_words(const Scene& scene, EventBy by) {
    switch (by) {
        case EventBy::member:
            return scene.words(Text::by_member);
        case EventBy::leader:
            return scene.words(Text::by_leader);
        case EventBy::cadre:
            return scene.words(Text::by_cadre);
        case EventBy::town:
            return scene.words(Text::by_town);
        case EventBy::machine:
            return scene.words(Text::by_machine);
    }
    return {};
}

struct Row {
    std::string when;
    std::string title;
    std::string detail;
    std::string value;
    std::optional<std::size_t> opens;  // a service
};

void add(std::string& text, std::string_view more) {
    if (more.empty()) return;
    if (!text.empty()) text += " · ";
    text += more;
}

Row event_row(const Scene& scene, const EventLine& event) {
    Row row;
    row.when = scene.words.short_date(event.at) + " " + scene.words.clock(event.at);
    row.title = what_words(scene, event.what);
    add(row.detail, by_words(scene, event.by));
    add(row.detail, event.terminal.empty() ? std::string(scene.words(Text::terminal_other))
                                           : scene.words(Text::terminal_named, {event.terminal}));
    if (!event.reason.empty()) add(row.detail, reason_words(scene.words, event.reason));
    if (!event.sheet.empty()) add(row.detail, scene.words(Text::sheet_number, {event.sheet}));
    if (event.doubtful_clock) add(row.detail, scene.words(Text::clock_doubtful));
    if (event.start && event.end) {
        row.value = scene.words.span(*event.start, *event.end);
    } else if (event.end) {
        row.value = scene.words(Text::value_out, {scene.words.clock(*event.end)});
    } else if (event.start) {
        row.value = scene.words(Text::value_in, {scene.words.clock(*event.start)});
    }
    return row;
}

Row service_row(const Scene& scene, const RecordLine& line) {
    const ServiceView& view = *line.service;
    Row row;
    if (view.service.started) row.when = scene.words.short_date(*view.service.started);
    row.title = view.title.empty() ? std::string(scene.words(Text::unplanned)) : view.title;
    add(row.detail, view.post);
    if (view.service.started && view.service.ended)
        add(row.detail, scene.words.span(*view.service.started, *view.service.ended));
    if (view.service.has(Mark::overlapping)) add(row.detail, scene.words(Text::mark_overlapping));
    row.value = scene.words.duration(minutes_in_year(view, scene.model.visit->record->year.year));
    row.opens = line.service_index;
    return row;
}

Row opening_row(const Scene& scene, const OpeningView& opening) {
    Row row = event_row(scene, opening.line);
    row.when = scene.words.short_date(opening.line.at);
    row.detail = scene.words(Text::opening_source, {opening.line.reason}) + " · " + row.detail;
    row.value = scene.words.duration(opening.minutes);
    add(row.value,
        scene.words(Text::record_times, {std::to_string(opening.first_half + opening.second_half)}));
    return row;
}

Row row_of(const Scene& scene, const RecordLine& line) {
    if (line.event != nullptr) return event_row(scene, *line.event);
    if (line.opening != nullptr) return opening_row(scene, *line.opening);
    return service_row(scene, line);
}

void draw_row(const Scene& scene, Rect rect, const Row& row, std::size_t index) {
    const Palette& palette = scene.palette();
    if (row.opens) {
        const std::string id = "line_" + std::to_string(index);
        if (scene.canvas.touchable(id, row.title, rect, RecordTouch{ServiceOpened{*row.opens}}))
            scene.canvas.fill(rect.inset(-12, 4), palette.sunk, 16);
        draw_icon(scene.canvas, Icon::chevron_right, {rect.right() - 40, rect.center().y - 20, 40, 40},
                  palette.ink);
    }
    const float right = rect.right() - (row.opens ? 56 : 0);
    scene.canvas.text({rect.x, rect.center().y - 20, 210}, Type::body_bold, palette.ink, row.when);
    const float value = scene.canvas.text({right, rect.center().y - 24, 420, Align::right}, Type::title_bold,
                                          palette.ink, row.value);
    const float x = rect.x + 224;
    const float room = right - value - 20 - x;
    const bool fits = scene.canvas.measure(Type::body, row.detail) <= room;
    const float top = rect.center().y - (fits ? 46.0f : 66.0f);
    scene.canvas.text({x, top, room}, Type::title_bold, palette.ink, row.title);
    scene.canvas.paragraph({x, top + 50, room}, Type::body, palette.ink_second, row.detail, 2);
}

std::string title_of(const Scene& scene, const RecordOpened& opened) {
    const RecordView& record = *scene.model.visit->record;
    if (const auto* figure = std::get_if<FigureOpened>(&opened.what)) {
        switch (figure->figure) {
            case Figure::year:
                return scene.words(Text::lines_year, {std::to_string(record.year.year),
                                                      scene.words.duration(record.year.minutes)});
            case Figure::first_half:
                return scene.words(Text::lines_half, {scene.words(Text::first_half),
                                                      std::to_string(record.year.halves[0].count)});
            case Figure::second_half:
                return scene.words(Text::lines_half, {scene.words(Text::second_half),
                                                      std::to_string(record.year.halves[1].count)});
        }
    }
    const std::size_t index = std::get<ServiceOpened>(opened.what).service;
    if (index >= record.services.size()) return {};
    const ServiceView& view = record.services[index];
    const std::string day =
        view.service.started ? scene.words.short_date(*view.service.started) + " " : std::string();
    return day + (view.title.empty() ? std::string(scene.words(Text::unplanned)) : view.title);
}

}  // namespace

void draw_record_lines(const Scene& scene) {
    const auto& visit = scene.model.visit;
    if (!visit || !visit->record || !visit->opened) return;
    const Layout& layout = scene.canvas.layout();
    const Palette& palette = scene.palette();
    draw_work_strip(scene, scene.words(Text::lines_title), shown_name(scene.model));
    const float left = side_margin(scene);
    const float width = layout.width - 2 * left;
    const float bottom = layout.height - (scene.portrait() ? 216 : 152);
    scene.canvas.text({left, 128, width}, Type::heading, palette.ink, title_of(scene, *visit->opened));
    const Rect list{left, 212, width, bottom - 212};
    card(scene.canvas, list);

    const auto lines = record_lines(*visit->record, *visit->opened);
    const std::size_t pages =
        std::max<std::size_t>(1, (lines.size() + record_lines_shown - 1) / record_lines_shown);
    const float height = std::min(150.0f, (list.height - 24) / static_cast<float>(record_lines_shown));
    const std::size_t first = visit->opened->page * record_lines_shown;
    for (std::size_t i = first; i < std::min(lines.size(), first + record_lines_shown); ++i) {
        const float y = list.y + 12 + static_cast<float>(i - first) * height;
        if (i > first) scene.canvas.fill({list.x + 34, y - 1, list.width - 68, 2}, palette.line);
        draw_row(scene, {list.x + 34, y, list.width - 68, height}, row_of(scene, lines[i]), i);
    }
    if (lines.empty())
        scene.canvas.text({list.center().x, list.center().y - 32, list.width - 68, Align::center},
                          Type::title_bold, palette.ink_second, scene.words(Text::lines_none));

    const float y = bottom + 24;
    const float right = left + width;
    const Button done = command_button("back_to_record", scene.words(Text::lines_back), ButtonKind::dark,
                                       Command::back, Icon::check);
    const float done_width = std::max(240.0f, button_width(scene.canvas, done.label, true));
    button(scene.canvas, {right - done_width, y, done_width, button_height}, done);
    float end = right - done_width - 24;
    if (pages > 1) {
        const std::string_view forward = scene.words(Text::page_forward);
        const float key = button_width(scene.canvas, forward, false);
        button(scene.canvas, {end - key, y, key, button_height},
               command_button("page_forward", forward, ButtonKind::secondary, Command::page_forward));
        button(scene.canvas, {end - 2 * key - 12, y, key, button_height},
               command_button("page_back", scene.words(Text::page_back), ButtonKind::secondary,
                              Command::page_back));
        end -= 2 * key + 36;
    }
    scene.canvas.text({left, y + 32, end - left}, Type::body, palette.ink_second,
                      scene.words(Text::record_note_1));
}

}  // namespace baodao
