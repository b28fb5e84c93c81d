// SPDX-License-Identifier: MIT
// 代班人: who stands in for the cadre, on which days, with which PIN.
#include <algorithm>

#include "kiosk/ui/typing_parts.hpp"

namespace baodao {
namespace {

constexpr float gap = 16;
constexpr float key = 88;
constexpr float phone_width = 320;
constexpr float pin_width = 250;

Intent touch(DeputyTouch what) {
    return staff_touch(StaffIntent{std::move(what)});
}

std::string day_text(const Scene& scene, LocalDate day) {
    return scene.words.day_and_month(day);
}

std::string dots(std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "●";
    return text;
}

void draw_field(const Scene& scene, Rect rect, const DeputyPage& page, DeputyField which, Text label,
                std::string_view id) {
    const bool active = page.field == which;
    const std::string text = which == DeputyField::pin ? dots(page.text(which).size()) : page.text(which);
    draw_typed_field(scene, rect,
                     {id, label, text, active, active ? page.entry.letters : std::string_view(),
                      touch(DeputyFieldTouched{which})});
}

template <class Moved>
void draw_day(const Scene& scene, Rect rect, Text label, LocalDate day, const std::string& id, Moved) {
    const Palette& palette = scene.palette();
    scene.canvas.text({rect.x, rect.y, rect.width}, Type::body, palette.ink_second, scene.words(label));
    const float y = rect.bottom() - key;
    button(scene.canvas, {rect.x, y, key, key},
           {id + "_less", "−", ButtonKind::secondary, std::nullopt, touch(Moved{-1})});
    button(scene.canvas, {rect.right() - key, y, key, key},
           {id + "_more", "+", ButtonKind::secondary, std::nullopt, touch(Moved{+1})});
    scene.canvas.text({rect.center().x, y + 20, rect.width - 2 * key - 16, Align::center}, Type::title_bold,
                      palette.ink, day_text(scene, day));
}

// Returns the bottom of them.
float draw_fields(const Scene& scene, const DeputyPage& page) {
    const float left = side_margin(scene);
    const float width = scene.canvas.layout().width - 2 * left;
    const float top = strip_height + 16;
    const bool narrow = scene.portrait();
    const float second = top + typed_field_height + gap;
    const float day_width = narrow ? (width - gap) / 2 : 380;
    const float name_width = narrow ? width - phone_width - pin_width - 2 * gap
                                    : width - phone_width - pin_width - 2 * day_width - 4 * gap;
    float x = left;
    const auto field = [&](float wide, DeputyField which, Text label, std::string_view id) {
        draw_field(scene, {x, top, wide, typed_field_height}, page, which, label, id);
        x += wide + gap;
    };
    field(name_width, DeputyField::name, Text::deputy_name, "field_name");
    field(phone_width, DeputyField::phone, Text::deputy_phone, "field_phone");
    field(pin_width, DeputyField::pin, Text::deputy_pin, "field_pin");
    if (narrow) x = left;
    const float y = narrow ? second : top;
    draw_day(scene, {x, y, day_width, typed_field_height}, Text::deputy_first, page.first, "first",
             DeputyFirstMoved{});
    draw_day(scene, {x + day_width + gap, y, day_width, typed_field_height}, Text::deputy_last, page.last,
             "last", DeputyLastMoved{});
    return y + typed_field_height;
}

std::string named_words(const Scene& scene, const DeputyPage& page) {
    const DeputyView& named = *page.board->named;
    return scene.words(named.may_enter ? Text::deputy_now : Text::deputy_now_no_pin,
                       {named.name, day_text(scene, named.first), day_text(scene, named.last)});
}

Text notice_words(DeputyNotice notice) {
    switch (notice) {
        case DeputyNotice::easy_pin:
            return Text::deputy_easy_pin;
        case DeputyNotice::same_pin:
            return Text::deputy_same_pin;
        case DeputyNotice::cadre_only:
            return Text::deputy_cadre_only;
        case DeputyNotice::none:
            break;
    }
    return Text::deputy_hint;
}

// Who it is now, and what to do; or why it was not taken.
void draw_state(const Scene& scene, Rect rect, const DeputyPage& page) {
    const Palette& palette = scene.palette();
    if (page.notice != DeputyNotice::none) {
        notice_box(scene.canvas, {rect.x, rect.y, rect.width, key}, palette.amber_tint, palette.amber, 16);
        draw_icon(scene.canvas, Icon::triangle, {rect.x + 20, rect.y + 24, 40, 40}, palette.amber_ink);
        scene.canvas.text({rect.x + 80, rect.y + 24, rect.width - 100}, Type::body, palette.ink,
                          scene.words(notice_words(page.notice)));
        return;
    }
    float right = rect.right();
    if (page.board->named) {
        const std::string_view label = scene.words(Text::deputy_end);
        const float width = button_width(scene.canvas, label, false, key);
        button(scene.canvas, {right - width, rect.y, width, key},
               {"end_deputy", label, ButtonKind::secondary, std::nullopt, touch(DeputyEnded{})});
        right -= width + gap;
    }
    const std::string words =
        page.board->named ? named_words(scene, page) : std::string(scene.words(Text::deputy_hint));
    scene.canvas.paragraph({rect.x, rect.y + 4, right - rect.x}, Type::body, palette.ink, words, 2);
}

Text fault_words(DeputyFault fault) {
    switch (fault) {
        case DeputyFault::letters_left:
            return Text::typing_choose_first;
        case DeputyFault::no_name:
            return Text::deputy_no_name;
        case DeputyFault::no_phone:
            return Text::deputy_no_phone;
        case DeputyFault::no_pin:
            return Text::deputy_no_pin;
    }
    return Text::deputy_no_name;
}

}  // namespace

void draw_page(const Scene& scene, const DeputyPage& page) {
    draw_staff_strip(scene, scene.words(Text::tool_deputy), StaffStrip::page);
    if (!page.board) return;
    const float below = draw_fields(scene, page) + 20;
    const float left = side_margin(scene);
    draw_state(scene, {left, below, scene.canvas.layout().width - 2 * left, key}, page);
    const auto fault = deputy_fault(page);
    const bool ready = !fault && !page.sending;
    draw_typing(scene, page.entry,
                {"name_deputy", scene.words(fault ? fault_words(*fault) : Text::deputy_send),
                 ready ? ButtonKind::primary : ButtonKind::secondary,
                 ready ? std::optional(Icon::check) : std::nullopt, touch(DeputySent{})});
}

}  // namespace baodao
