// SPDX-License-Identifier: MIT
#include "kiosk/ui/find_parts.hpp"

#include <algorithm>
#include <array>

#include "kiosk/ui/widgets.hpp"

namespace baodao {
namespace {

constexpr float gap = 12;

std::string seconds_to_wait(const Scene& scene) {
    const std::int64_t left = scene.model.find_guard.paused_until - scene.model.now;
    return std::to_string((left + ms_per_second - 1) / ms_per_second);
}

std::optional<std::string> notice_of(const Scene& scene) {
    if (find_paused(scene.model)) return scene.words(Text::find_paused, {seconds_to_wait(scene)});
    const FindState& find = *scene.model.find;
    if (find.told_no) return with_cadre(scene, Text::find_no_match);
    if (find.answer.verdict == FindVerdict::several) return with_cadre(scene, Text::find_several);
    return std::nullopt;
}

void draw_notice(const Scene& scene, Rect rect, const std::string& words) {
    const Palette& palette = scene.palette();
    const Rect box{rect.x, rect.y, rect.width, rect.height - button_height_small - gap};
    notice_box(scene.canvas, box, palette.amber_tint, palette.amber, 16);
    draw_icon(scene.canvas, Icon::triangle, {box.x + 16, box.y + 16, 40, 40}, palette.amber_ink);
    scene.canvas.paragraph({box.x + 68, box.y + 14, box.width - 84}, Type::body, palette.ink, words, 5);
    button(scene.canvas, {rect.x, rect.bottom() - button_height_small, rect.width, button_height_small},
           command_button("call_staff", scene.words(Text::call_staff_short), ButtonKind::secondary,
                          Command::call_staff, Icon::bell));
}

void draw_shield(const Scene& scene, Rect rect) {
    draw_icon(scene.canvas, Icon::shield_check, {rect.x, rect.y + 4, 40, 40}, scene.palette().ink_second);
    scene.canvas.paragraph({rect.x + 52, rect.y, rect.width - 52}, Type::body, scene.palette().ink_second,
                           scene.words(Text::find_shield), 3);
}

// Returns the y below them.
float draw_names(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const PeopleAnswered& answer = scene.model.find->answer;
    if (answer.people == 0) {
        const bool typed = !scene.model.find->name.empty();
        return rect.y + scene.canvas.paragraph({rect.x, rect.y, rect.width}, Type::body, palette.ink_second,
                                               scene.words(typed ? Text::find_go_on : Text::find_begin), 3);
    }
    scene.canvas.text({rect.x, rect.y, rect.width}, Type::body, palette.ink_second,
                      scene.words(Text::find_narrowed));
    scene.canvas.text({rect.x, rect.y + 38, rect.width}, Type::heading, palette.ink,
                      scene.words(Text::find_people, {std::to_string(answer.people)}));
    float y = rect.y + 116;
    constexpr float row = 72;
    for (const std::string& name : answer.masked) {
        if (y + row > rect.bottom()) return y;
        scene.canvas.fill({rect.x, y - 8, rect.width, 2}, palette.line);
        scene.canvas.text({rect.x, y + 6, rect.width}, Type::title_bold, palette.ink, name);
        y += row;
    }
    const std::size_t more = answer.people - answer.masked.size();
    if (more == 0 || y + row > rect.bottom()) return y;
    scene.canvas.fill({rect.x, y - 8, rect.width, 2}, palette.line);
    scene.canvas.text({rect.x, y + 6, rect.width}, Type::body, palette.ink_second,
                      scene.words(Text::find_more, {std::to_string(more)}));
    return y + row;
}

// In two columns, for a card that is wider than high.
void draw_names_beside(const Scene& scene, Rect rect) {
    const Palette& palette = scene.palette();
    const PeopleAnswered& answer = scene.model.find->answer;
    if (answer.people == 0) {
        (void)draw_names(scene, rect);
        return;
    }
    scene.canvas.text({rect.x, rect.y, rect.width}, Type::body, palette.ink_second,
                      std::string(scene.words(Text::find_narrowed)) + " " +
                          scene.words(Text::find_people, {std::to_string(answer.people)}));
    const float column = rect.width / 2;
    for (std::size_t i = 0; i < answer.masked.size(); ++i)
        scene.canvas.text({rect.x + static_cast<float>(i % 2) * column,
                           rect.y + 56 + static_cast<float>(i / 2) * 60, column - 16},
                          Type::title_bold, palette.ink, answer.masked[i]);
}

}  // namespace

std::string with_cadre(const Scene& scene, Text text) {
    const ContactView& contact = scene.model.home.contact;
    // A number is not to be broken at its spaces.
    std::string phone;
    for (const char character : contact.phone)
        phone += character == ' ' ? "\u00A0" : std::string(1, character);
    return scene.words(text, {contact.name, phone});
}

void draw_find_list(const Scene& scene, Rect rect) {
    card(scene.canvas, rect);
    const Rect inner = rect.inset(28, 24);
    const auto notice = notice_of(scene);
    if (rect.width > rect.height) {
        if (notice) return draw_notice(scene, inner, *notice);
        const bool beside = inner.width > 800;
        const float half = beside ? inner.width / 2 - 12 : inner.width;
        const float shield_y = beside ? inner.y : inner.bottom() - 84;
        draw_names_beside(scene, {inner.x, inner.y, half, inner.height});
        draw_shield(scene, {beside ? inner.x + half + 24 : inner.x, shield_y, half, 84});
        return;
    }
    const float below = notice ? 380 : 100;
    const Rect bottom{inner.x, inner.bottom() - below, inner.width, below};
    draw_names(scene, {inner.x, inner.y, inner.width, inner.height - below - 16});
    notice ? draw_notice(scene, bottom, *notice) : draw_shield(scene, bottom);
}

void draw_proof_boxes(const Scene& scene, Rect rect) {
    const FindState& find = *scene.model.find;
    const Palette& palette = scene.palette();
    const float width = (rect.width - gap * (proof_length - 1)) / proof_length;
    for (std::size_t i = 0; i < proof_length; ++i) {
        const Rect box{rect.x + static_cast<float>(i) * (width + gap), rect.y, width, rect.height};
        const bool next = i == find.typed.size();
        scene.canvas.fill(box, palette.surface, 16);
        scene.canvas.outline(box, next ? palette.accent : palette.edge, 4, 16);
        if (i < find.typed.size()) {
            if (find.proof == FindProof::phone)
                scene.canvas.disc(box.center(), 18, palette.ink);
            else
                scene.canvas.text({box.center().x, box.center().y - 32, width, Align::center}, Type::heading,
                                  palette.ink, find.typed.substr(i, 1));
        } else if (next) {
            scene.canvas.fill({box.center().x - 2, box.center().y - 32, 4, 64}, palette.accent);
        }
    }
    scene.canvas.note("field", std::to_string(find.typed.size()) + "/" + std::to_string(proof_length), rect);
}

void find_key(const Scene& scene, Rect rect, FindKey key, Type type, std::string_view label) {
    const Palette& palette = scene.palette();
    const std::string id = "key_" + std::to_string(static_cast<int>(key.field)) + key.key;
    if (find_paused(scene.model)) {
        scene.canvas.fill(rect, palette.sunk, 16);
        scene.canvas.text(
            {rect.center().x, rect.center().y - type_size(type).line / 2, rect.width - 8, Align::center},
            type, palette.ink_second, label);
        return;
    }
    keypad_key(scene.canvas, rect, id, label, type, FindTouch{key});
}

void draw_proof_keys(const Scene& scene, Rect rect) {
    const bool digits = scene.model.find->proof == FindProof::phone;
    const std::string_view keys = digits ? "1234567890" : short_code_keys;
    const bool wide = rect.width > 900;
    const std::size_t columns = digits ? 3 : wide ? 8 : 6;
    const std::size_t rows =
        digits ? 4 : (keys.size() + 4 + columns - 1) / columns;  // four places for two words
    const float between = digits ? gap : 8;
    const float width =
        (rect.width - between * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const float height = (rect.height - between * static_cast<float>(rows - 1)) / static_cast<float>(rows);
    const auto place = [&](std::size_t row, std::size_t column, std::size_t keys_wide = 1) {
        return Rect{rect.x + static_cast<float>(column) * (width + between),
                    rect.y + static_cast<float>(row) * (height + between),
                    width * static_cast<float>(keys_wide) + between * static_cast<float>(keys_wide - 1),
                    height};
    };
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const bool zero = digits && i == 9;
        find_key(scene, zero ? place(3, 1) : place(i / columns, i % columns), {FindField::proof, keys[i]},
                 digits ? Type::outcome : Type::heading, keys.substr(i, 1));
    }
    button(scene.canvas, digits ? place(3, 0) : place(rows - 1, columns - 4, 2),
           {"proof_clear", scene.words(Text::clear_all), ButtonKind::quiet, std::nullopt,
            FindTouch{FindCleared{FindField::proof}}});
    button(scene.canvas, digits ? place(3, 2) : place(rows - 1, columns - 2, 2),
           {"proof_erase", scene.words(Text::erase_one), ButtonKind::quiet, Icon::backspace,
            FindTouch{FindErased{FindField::proof}}});
}

void draw_find_tabs(const Scene& scene, Rect rect) {
    struct Tab {
        FindTab tab;
        std::string_view id;
        Text label;
        Icon icon;
    };
    constexpr std::array<Tab, 3> tabs{
        {{FindTab::initials, "tab_initials", Text::find_tab_initials, Icon::person_search},
         {FindTab::pinyin, "tab_pinyin", Text::find_tab_pinyin, Icon::keyboard},
         {FindTab::code, "tab_code", Text::find_tab_code, Icon::badge}}};
    const float width = (rect.width - 2 * gap) / tabs.size();
    for (std::size_t i = 0; i < tabs.size(); ++i) {
        const bool current = tabs[i].tab == scene.model.find->tab;
        button(scene.canvas, {rect.x + static_cast<float>(i) * (width + gap), rect.y, width, rect.height},
               {tabs[i].id, scene.words(tabs[i].label), current ? ButtonKind::dark : ButtonKind::quiet,
                tabs[i].icon, FindTouch{FindTabTouched{tabs[i].tab}}});
    }
}

}  // namespace baodao
