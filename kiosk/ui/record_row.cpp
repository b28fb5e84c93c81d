// SPDX-License-Identifier: MIT
#include "kiosk/ui/record_row.hpp"

#include <algorithm>

#include "kiosk/app/record_lines.hpp"
#include "kiosk/ui/bars.hpp"

namespace baodao {
namespace {

struct State {
    Tone tone;
    Icon icon;
    Text words;
};

// The most telling one; every mark has its reason on the printed record.
State state_of(const ServiceView& view) {
    const Service& service = view.service;
    if (service.has(Mark::voided)) return {Tone::plain, Icon::close, Text::badge_voided};
    if (service.has(Mark::forgotten)) return {Tone::amber, Icon::clock_question, Text::badge_forgotten};
    if (service.has(Mark::open)) return {Tone::green, Icon::door_in, Text::badge_running};
    if (service.has(Mark::parked)) return {Tone::amber, Icon::triangle, Text::badge_parked};
    if (service.has(Mark::disputed)) return {Tone::amber, Icon::pencil, Text::badge_disputed};
    if (service.has(Mark::pending_review)) return {Tone::amber, Icon::clock_question, Text::badge_review};
    if (service.has(Mark::amended)) return {Tone::plain, Icon::pencil, Text::badge_amended};
    if (service.has(Mark::back_entry)) return {Tone::plain, Icon::pencil, Text::badge_back_entry};
    if (service.has(Mark::confirmed)) return {Tone::plain, Icon::pencil, Text::badge_confirmed};
    if (!view.reported) return {Tone::blue, Icon::save, Text::badge_unreported};
    return {Tone::green, Icon::cloud_check, Text::badge_reported};
}

std::string time_text(const Scene& scene, const ServiceView& view) {
    const Service& service = view.service;
    if (service.has(Mark::voided)) return std::string(scene.words(Text::service_not_counted));
    if (service.has(Mark::forgotten)) return std::string(scene.words(Text::service_waits));
    if (service.has(Mark::open))
        return scene.words(Text::service_running_for,
                           {scene.words.duration(running_minutes(view, scene.model.wall))});
    return scene.words.duration(service.minutes);
}

std::string span_text(const Scene& scene, const Service& service) {
    if (!service.started) return {};
    if (!service.ended) return scene.words(Text::since, {scene.words.clock(*service.started)});
    return scene.words.span(*service.started, *service.ended);
}

// 申请更正, or why there is none. Returns its place.
Rect draw_key(const Scene& scene, Rect row, const ServiceView& view, std::size_t index) {
    const std::string_view label = scene.words(Text::ask_correction);
    const float width = button_width(scene.canvas, label, true, button_height_small);
    const Rect key{row.right() - width, row.center().y - 44, width, button_height_small};
    const std::string number = std::to_string(index);
    const Rect rest{row.x - 16, row.y + 4, row.width - width, row.height - 10};
    if (scene.canvas.touchable("service_" + number, scene.words(Text::open_service), rest,
                               RecordTouch{ServiceOpened{index}}))
        scene.canvas.fill(rest, scene.palette().sunk, 16);
    if (view.objection_over || view.service.has(Mark::disputed)) {
        scene.canvas.text({key.right(), key.center().y - 20, width, Align::right}, Type::body,
                          scene.palette().ink_second,
                          scene.words(view.objection_over ? Text::correction_over : Text::correction_waits));
        return key;
    }
    const std::string id = "correct_" + number;
    button(scene.canvas, key,
           {id, label, ButtonKind::secondary, Icon::pencil, RecordTouch{CorrectionBegun{index}}});
    return key;
}

void draw_row(const Scene& scene, Rect rect, const ServiceView& view, std::size_t index) {
    const Palette& palette = scene.palette();
    const Service& service = view.service;
    const bool portrait = scene.portrait();
    const float top = rect.center().y - 43;
    const float low = rect.center().y + 3;
    if (service.started)
        scene.canvas.text({rect.x, rect.center().y - 20}, Type::body_bold, palette.ink,
                          scene.words.short_date(*service.started));

    const Rect key = draw_key(scene, rect, view, index);

    const float title_x = rect.x + 104;
    const State state = state_of(view);
    Badge mark{state.tone, state.icon, scene.words(state.words), portrait ? BadgeSize::tag : BadgeSize::row};
    const float badge_place = rect.x + (portrait ? 360.0f : 640.0f);
    const float badge_end = key.x - 24;
    if (badge_place + badge_width(scene.canvas, mark) > badge_end) mark.size = BadgeSize::tag;
    const float badge_x = std::min(badge_place, badge_end - badge_width(scene.canvas, mark));
    const float span_room = scene.canvas.measure(Type::body, span_text(scene, service)) + 12;
    const float time_x = portrait ? rect.x + 360 : std::min(rect.x + 405, badge_x - 12 - span_room);
    const float title_room = time_x - title_x - 12;
    scene.canvas.text({title_x, top, title_room}, Type::title_bold, palette.ink,
                      view.title.empty() ? std::string(scene.words(Text::unplanned)) : view.title);
    scene.canvas.text({title_x, low, title_room}, Type::body, palette.ink_second, view.post);
    const float time_room = (portrait ? key.x : badge_x) - time_x - 12;
    const float lift = portrait ? 30 : 0;
    scene.canvas.text({time_x, top - lift, time_room}, Type::title_bold, palette.ink, time_text(scene, view));
    scene.canvas.text({time_x, low - lift, time_room}, Type::body, palette.ink_second,
                      span_text(scene, service));
    badge(scene.canvas,
          {badge_x, portrait ? low + 16 : rect.center().y - (mark.size == BadgeSize::tag ? 24.0f : 28.0f)},
          mark);
}

void draw_page_keys(const Scene& scene, Rect header, std::size_t pages) {
    const std::size_t page = scene.model.visit->record_page;
    const float right = header.right();
    const std::string_view back = scene.words(Text::page_back);
    const std::string_view forward = scene.words(Text::page_forward);
    constexpr float width = 160;
    button(scene.canvas, {right - width, header.y + 6, width, button_height_small},
           command_button("page_forward", forward, ButtonKind::secondary, Command::page_forward));
    button(scene.canvas, {right - 2 * width - 12, header.y + 6, width, button_height_small},
           command_button("page_back", back, ButtonKind::secondary, Command::page_back));
    scene.canvas.text({right - 2 * width - 28, header.y + 30, 100, Align::right}, Type::body,
                      scene.palette().ink_second, std::to_string(page + 1) + " / " + std::to_string(pages));
}

void draw_header(const Scene& scene, Rect header, std::size_t pages) {
    const Palette& palette = scene.palette();
    const bool many = pages > 1;
    if (many) {
        draw_page_keys(scene, header, pages);
    } else if (!scene.portrait()) {
        scene.canvas.text({header.right(), header.y + 38, 300, Align::right}, Type::body, palette.ink_second,
                          scene.words(Text::record_touch_row));
    }
    const float room = header.width - (many ? 450 : scene.portrait() ? 0 : 310);
    const std::string_view sentence = scene.words(Text::record_sentence);
    const bool fits = scene.canvas.measure(Type::heading, sentence) <= room;
    scene.canvas.text({header.x, header.y + (fits ? 26.0f : 32.0f), room},
                      fits ? Type::heading : Type::title_bold, palette.ink, sentence);
}

}  // namespace

void draw_record_list(const Scene& scene, Rect rect, const RecordView& record) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    const Rect inside = rect.inset(34, 0);
    const std::size_t rows = record.services.size();
    const std::size_t pages = std::max<std::size_t>(1, (rows + record_rows - 1) / record_rows);
    constexpr float header_height = 99;
    draw_header(scene, {inside.x, rect.y, inside.width, header_height}, pages);
    scene.canvas.fill({inside.x, rect.y + header_height - 2, inside.width, 2}, palette.line);
    if (rows == 0) {
        scene.canvas.text({rect.center().x, rect.center().y - 60, inside.width, Align::center}, Type::heading,
                          palette.ink, scene.words(Text::record_empty));
        scene.canvas.text({rect.center().x, rect.center().y + 12, inside.width, Align::center}, Type::body,
                          palette.ink_second, scene.words(Text::record_empty_hint));
        return;
    }
    const float row_height = (rect.height - header_height - 8) / static_cast<float>(record_rows);
    const std::size_t first = scene.model.visit->record_page * record_rows;
    for (std::size_t i = first; i < std::min(rows, first + record_rows); ++i) {
        const float y = rect.y + header_height + static_cast<float>(i - first) * row_height;
        if (i > first) scene.canvas.fill({inside.x, y - 1, inside.width, 2}, palette.line);
        draw_row(scene, {inside.x, y, inside.width, row_height}, record.services[i], i);
    }
}

}  // namespace baodao
