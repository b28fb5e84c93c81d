// SPDX-License-Identifier: MIT
// 代为登记: who she is, typed by the cadre; then the question about namesakes, if there are any; then what
// she takes along.
#include <algorithm>

#include "kiosk/ui/typing_parts.hpp"

namespace baodao {
namespace {

constexpr float gap = 16;
constexpr std::size_t same_names_max = 4;  // that can be chosen at once

Intent touch(WalkInTouch what) {
    return staff_touch(StaffIntent{std::move(what)});
}

void draw_field(const Scene& scene, Rect rect, const WalkInPage& page, WalkInField which, Text label,
                std::string_view id) {
    const bool active = page.field == which;
    draw_typed_field(scene, rect,
                     {id, label, page.text(which), active, active ? page.entry.letters : std::string_view(),
                      touch(FieldTouched{which})});
}

// Returns the bottom of them.
float draw_fields(const Scene& scene, const WalkInPage& page) {
    const float left = side_margin(scene);
    const float width = scene.canvas.layout().width - 2 * left;
    const float top = strip_height + 16;
    const auto field = [&](float x, float y, float wide, WalkInField which, Text label, std::string_view id) {
        draw_field(scene, {left + x, y, wide, typed_field_height}, page, which, label, id);
    };
    const float place = (width - 400 - 260 - 3 * gap) / 2;
    const bool narrow = scene.portrait();
    const float row = typed_field_height + gap;
    field(0, top, narrow ? width - 320 - gap : 400, WalkInField::name, Text::walk_in_name, "field_name");
    field(narrow ? width - 320 : width - 260, top, narrow ? 320 : 260, WalkInField::phone,
          Text::walk_in_phone, "field_phone");
    field(narrow ? 0 : 400 + gap, narrow ? top + row : top, narrow ? width : place, WalkInField::agency,
          Text::walk_in_agency, "field_agency");
    field(narrow ? 0 : 400 + gap + place + gap, narrow ? top + 2 * row : top, narrow ? width : place,
          WalkInField::branch, Text::walk_in_branch, "field_branch");
    return top + typed_field_height + (narrow ? 2 * row : 0);
}

// ---- units and branches to choose from

void draw_choices(const Scene& scene, Rect area, const WalkInPage& page) {
    const std::vector<std::string> choices = page.choices();
    const std::size_t columns = scene.portrait() ? 2 : 3;
    const float width = (area.width - static_cast<float>(columns - 1) * gap) / static_cast<float>(columns);
    const std::size_t first = page.list_page * walk_in_choices_on_page;
    const std::size_t end = std::min(choices.size(), first + walk_in_choices_on_page);
    for (std::size_t i = first; i < end; ++i) {
        const auto column = static_cast<float>((i - first) % columns);
        const auto row = static_cast<float>((i - first) / columns);
        const std::string id = "choice_" + std::to_string(i);
        button(scene.canvas,
               {area.x + column * (width + gap), area.y + row * (button_height + gap), width, button_height},
               {id, choices[i], ButtonKind::secondary, std::nullopt, touch(PlaceChosen{i})});
    }
}

void draw_choice_keys(const Scene& scene, Rect row, const WalkInPage& page) {
    const std::string_view typed = scene.words(Text::walk_in_type_it);
    const float width = button_width(scene.canvas, typed, true);
    button(scene.canvas, {row.x, row.y, width, row.height},
           {"type_it", typed, ButtonKind::secondary, Icon::keyboard, touch(PlaceTyped{})});
    if (page.choices().size() <= walk_in_choices_on_page) return;
    float right = row.right();
    const auto key = [&](std::string_view id, Text label, int by) {
        const float wide = button_width(scene.canvas, scene.words(label), false);
        button(scene.canvas, {right - wide, row.y, wide, row.height},
               {id, scene.words(label), ButtonKind::secondary, std::nullopt, touch(PlacesTurned{by})});
        right -= wide + gap;
    };
    key("page_forward", Text::page_forward, +1);
    key("page_back", Text::page_back, -1);
}

void draw_list(const Scene& scene, float top, const WalkInPage& page) {
    const float left = side_margin(scene);
    const Layout& layout = scene.canvas.layout();
    const float width = layout.width - 2 * left;
    const bool units = page.field == WalkInField::agency;
    scene.canvas.text({left, top, width}, Type::heading, scene.palette().ink,
                      scene.words(units ? Text::walk_in_choose_agency : Text::walk_in_choose_branch));
    draw_choices(scene, {left, top + 84, width, 0}, page);
    draw_choice_keys(scene, {left, layout.height - button_height - 32, width, button_height}, page);
}

// ---- the keys

Text fault_words(WalkInFault fault) {
    switch (fault) {
        case WalkInFault::no_name:
            return Text::walk_in_no_name;
        case WalkInFault::name_too_long:
            return Text::walk_in_name_long;
        case WalkInFault::no_agency:
            return Text::walk_in_no_agency;
        case WalkInFault::phone_short:
            return Text::walk_in_phone_short;
        case WalkInFault::letters_left:
            return Text::typing_choose_first;
    }
    return Text::walk_in_no_name;
}

void draw_keys(const Scene& scene, float top, const WalkInPage& page) {
    const float left = side_margin(scene);
    const auto fault = walk_in_fault(page);
    const Text label = page.sending ? Text::walk_in_sending
                       : fault      ? fault_words(*fault)
                                    : Text::walk_in_send;
    const bool ready = !page.sending && !fault;
    draw_typing(scene, page.entry,
                {"register", scene.words(label), ready ? ButtonKind::primary : ButtonKind::secondary,
                 ready ? std::optional(Icon::check) : std::nullopt, touch(WalkInSent{})});
    const Text hint = page.field == WalkInField::phone ? Text::walk_in_phone_hint : Text::walk_in_hint;
    scene.canvas.paragraph({left, top, scene.canvas.layout().width - 2 * left}, Type::body,
                           scene.palette().ink_second, scene.words(hint), 2);
}

// ---- somebody of that name is known

void draw_same_name(const Scene& scene, Rect rect, const SameName& person, std::size_t index) {
    const Palette& palette = scene.palette();
    const std::string id = "same_" + std::to_string(index);
    std::string where = person.agency;
    if (!person.branch.empty()) where += " · " + person.branch;
    const bool pressed = scene.canvas.touchable(id, where, rect, touch(WalkInListed{index}));
    scene.canvas.fill(rect, pressed ? palette.sunk : palette.surface, 16);
    scene.canvas.outline(rect, palette.edge, 3, 16);
    const Badge state{person.registered ? Tone::green : Tone::plain,
                      person.registered ? Icon::check_circle : Icon::clock,
                      scene.words(person.registered ? Text::walk_in_is_registered : Text::walk_in_is_listed),
                      BadgeSize::row};
    const float badge_wide = badge_width(scene.canvas, state);
    scene.canvas.text({rect.x + 24, rect.center().y - 24, rect.width - badge_wide - 80}, Type::title_bold,
                      palette.ink, where);
    badge_right(scene.canvas, {rect.right() - 20, rect.center().y - 28}, state);
}

void draw_same_names(const Scene& scene, const WalkInPage& page) {
    const Layout& layout = scene.canvas.layout();
    scene.canvas.cover(scene.canvas.whole(), with_alpha(light_palette().ink, 0.6));
    const std::size_t shown = std::min(page.same.size(), same_names_max);
    const float width = std::min(1200.0f, layout.width - 64);
    const float rows = static_cast<float>(shown) * (button_height + gap);
    const float height = 40 + 72 + 60 + rows + 24 + button_height + 40;
    const Rect box{(layout.width - width) / 2, (layout.height - height) / 2, width, height};
    card(scene.canvas, box);
    const Rect inner = box.inset(40);
    scene.canvas.text({inner.x, inner.y, inner.width}, Type::heading, scene.palette().ink,
                      scene.words(Text::walk_in_same, {page.text(WalkInField::name)}));
    scene.canvas.text({inner.x, inner.y + 72, inner.width}, Type::body, scene.palette().ink_second,
                      scene.words(Text::walk_in_same_hint));
    for (std::size_t i = 0; i < shown; ++i)
        draw_same_name(scene,
                       {inner.x, inner.y + 132 + static_cast<float>(i) * (button_height + gap), inner.width,
                        button_height},
                       page.same[i], i);
    const float y = inner.bottom() - button_height;
    const float half = (inner.width - gap) / 2;
    button(scene.canvas, {inner.x, y, half, button_height},
           {"change", scene.words(Text::walk_in_change), ButtonKind::secondary, Icon::pencil,
            touch(FieldTouched{WalkInField::name})});
    button(scene.canvas, {inner.x + half + gap, y, half, button_height},
           {"another", scene.words(Text::walk_in_other), ButtonKind::primary, Icon::person_plus,
            touch(WalkInOther{})});
}

// ---- done

struct DoneWords {
    Text title;
    Text hint;
};

DoneWords done_words(const WalkInDone& done) {
    switch (done.state) {
        case WalkInDone::State::before:
            return {Text::walk_in_before, Text::walk_in_before_hint};
        case WalkInDone::State::refused:
            return {Text::walk_in_refused, Text::walk_in_refused_hint};
        case WalkInDone::State::registered:
            break;
    }
    return {Text::walk_in_done, done.papers_sent ? Text::walk_in_papers : Text::walk_in_papers_wait};
}

void draw_done(const Scene& scene, const WalkInDone& done) {
    const Palette& palette = scene.palette();
    const Layout& layout = scene.canvas.layout();
    const float width = std::min(1200.0f, layout.width - 2 * side_margin(scene));
    const Rect box{(layout.width - width) / 2, strip_height + 80, width, 740};
    const bool good = done.state == WalkInDone::State::registered;
    const DoneWords words = done_words(done);
    card_with_bar(scene.canvas, box, good ? palette.green : palette.amber);
    const Rect inner = box.inset(64, 48);
    draw_icon(scene.canvas, good ? Icon::check_circle : Icon::triangle, {inner.x, inner.y + 4, 80, 80},
              good ? palette.green : palette.amber_ink);
    scene.canvas.text({inner.x + 112, inner.y, inner.width - 112}, Type::outcome, palette.ink,
                      scene.words(words.title));
    scene.canvas.text({inner.x, inner.y + 120, inner.width}, Type::heading, palette.ink, done.name);
    if (!done.number.empty())
        scene.canvas.text({inner.x, inner.y + 192, inner.width}, Type::title, palette.ink_second,
                          scene.words(Text::walk_in_number, {done.number}));
    scene.canvas.paragraph({inner.x, inner.y + 264, inner.width}, Type::title, palette.ink,
                           scene.words(words.hint), 4);
    const float half = (inner.width - gap) / 2;
    const float y = inner.bottom() - button_height;
    button(scene.canvas, {inner.x, y, half, button_height},
           {"next_walk_in", scene.words(Text::walk_in_next), ButtonKind::secondary, Icon::person_plus,
            touch(WalkInNext{})});
    button(scene.canvas, {inner.x + half + gap, y, half, button_height},
           {"to_board", scene.words(Text::walk_in_back), ButtonKind::primary, Icon::check,
            staff_touch(BackToBoard{})});
}

}  // namespace

void draw_page(const Scene& scene, const WalkInPage& page) {
    draw_staff_strip(scene, scene.words(Text::tool_walk_in), StaffStrip::page);
    if (page.done) return draw_done(scene, *page.done);
    const float below = draw_fields(scene, page) + 20;
    page.list_shown ? draw_list(scene, below, page) : draw_keys(scene, below, page);
    if (!page.same.empty()) draw_same_names(scene, page);
}

}  // namespace baodao
