// SPDX-License-Identifier: MIT
#include "kiosk/ui/typing_parts.hpp"

#include <algorithm>

#include "kiosk/ui/key_rows.hpp"

namespace baodao {
namespace {

constexpr float label_height = 48;
constexpr float offers_height = 96;
constexpr float offer_height = 88;
constexpr float offer_gap = 8;

Intent touch(TextTouch what) {
    return staff_touch(StaffIntent{std::move(what)});
}

void draw_offer(const Scene& scene, Rect rect, const PinyinWord& word, std::size_t number, bool first) {
    const Palette& palette = scene.palette();
    const std::string id = "word_" + std::to_string(number);
    const bool pressed = scene.canvas.touchable(id, word.text, rect, touch(EntryChosen{number}));
    if (pressed || first) scene.canvas.fill(rect, pressed ? palette.sunk : palette.accent_tint, 16);
    if (first) scene.canvas.outline(rect, palette.accent, 3, 16);
    scene.canvas.text({rect.center().x, rect.center().y - 32, rect.width - 12, Align::center}, Type::heading,
                      palette.ink, word.text);
}

// The words of the page, in their slots; on a narrow screen in two rows.
void draw_offers(const Scene& scene, Rect rect, const TextEntry& entry) {
    const std::size_t rows = scene.portrait() ? 2 : 1;
    const std::size_t in_row = entry_slots / rows;
    const float width = (rect.width + offer_gap) / static_cast<float>(in_row) - offer_gap;
    const std::vector<std::size_t> pages = word_pages(entry.words);
    const std::size_t page = std::min(entry.page, pages.size() - 1);
    const std::size_t end = page + 1 < pages.size() ? pages[page + 1] : entry.words.size();
    std::size_t slot = 0;
    for (std::size_t i = pages[page]; i < end; ++i) {
        const std::size_t slots = slots_of(entry.words[i]);
        // A word of two slots does not go round the corner.
        if (slot % in_row + slots > in_row) slot += in_row - slot % in_row;
        if (slot + slots > entry_slots) break;
        const float x = rect.x + static_cast<float>(slot % in_row) * (width + offer_gap);
        const float y = rect.y + static_cast<float>(slot / in_row) * offers_height;
        const float wide = static_cast<float>(slots) * (width + offer_gap) - offer_gap;
        draw_offer(scene, {x, y, wide, offer_height}, entry.words[i], i, i == 0);
        slot += slots;
    }
}

void draw_turns(const Scene& scene, Rect rect, const TextEntry& entry) {
    if (word_pages(entry.words).size() < 2) return;
    const float width = (rect.width - offer_gap) / 2;
    button(scene.canvas, {rect.x, rect.y, width, offer_height},
           {"words_back", "‹", ButtonKind::quiet, std::nullopt, touch(EntryTurned{-1})});
    button(scene.canvas, {rect.x + width + offer_gap, rect.y, width, offer_height},
           {"words_forward", "›", ButtonKind::quiet, std::nullopt, touch(EntryTurned{+1})});
}

// What to do where no words are offered.
Text hint_of(const TextEntry& entry) {
    if (entry.no_dictionary) return Text::typing_no_dictionary;
    if (entry.latin) return Text::typing_latin;
    return entry.letters.empty() ? Text::typing_begin : Text::typing_no_word;
}

void draw_offer_bar(const Scene& scene, Rect bar, const TextEntry& entry) {
    const Palette& palette = scene.palette();
    scene.canvas.fill(bar, palette.surface);
    scene.canvas.fill({bar.x, bar.y, bar.width, 2}, palette.line);
    const Rect inner = bar.inset(side_margin(scene), 4);
    constexpr float turns = 2 * 92 + offer_gap;
    if (entry.words.empty()) {
        scene.canvas.text({inner.x, inner.y + 20, inner.width}, Type::title, palette.ink_second,
                          scene.words(hint_of(entry)));
        return;
    }
    const bool narrow = scene.portrait();
    const float letters = narrow ? turns : 190;
    scene.canvas.text({inner.x, inner.y + 20, letters}, Type::title_bold, palette.accent, entry.letters);
    const float offers = inner.x + letters + 12;
    const float right = narrow ? inner.right() : inner.right() - turns - 12;
    draw_offers(scene, {offers, inner.y, right - offers, inner.height}, entry);
    const Rect turn{narrow ? inner.x : inner.right() - turns, narrow ? inner.y + offers_height : inner.y,
                    turns, offer_height};
    draw_turns(scene, turn, entry);
}

void draw_last_row(const Scene& scene, const KeyRows& rows, const TextEntry& entry, const Button& send) {
    const Rect row = rows.last;
    const float unit = (row.width - 9 * rows.gap) / 10;
    float x = row.x;
    const auto next = [&](float units) {
        const float width = units * (unit + rows.gap) - rows.gap;
        const Rect rect{x, row.y, width, row.height};
        x += width + rows.gap;
        return rect;
    };
    const auto key = [&](float units, std::string_view id, std::string_view label, TextTouch what) {
        button(scene.canvas, next(units),
               {id, label, ButtonKind::secondary, std::nullopt, touch(std::move(what))});
    };
    key(1.5f, "script", scene.words(entry.latin ? Text::typing_to_chinese : Text::typing_to_latin),
        EntryScript{});
    key(1, "middle_dot", "·", EntryMiddleDot{});
    key(1.5f, "clear", scene.words(Text::clear_all), EntryCleared{});
    key(2.5f, "space", scene.words(entry.latin ? Text::typing_space : Text::typing_first), EntrySpace{});
    button(scene.canvas, {x, row.y, row.right() - x, row.height}, send);
}

}  // namespace

void draw_typed_field(const Scene& scene, Rect rect, const TypedField& field) {
    const Palette& palette = scene.palette();
    const std::string_view label = scene.words(field.label);
    scene.canvas.text({rect.x, rect.y, rect.width}, Type::body, palette.ink_second, label);
    const Rect box{rect.x, rect.y + label_height, rect.width, rect.height - label_height};
    const bool pressed = scene.canvas.touchable(field.id, label, box, field.touched);
    scene.canvas.fill(box, pressed ? palette.sunk : palette.surface, 16);
    scene.canvas.outline(box, field.active ? palette.accent : palette.edge, field.active ? 4 : 3, 16);
    const float y = box.center().y - 24;
    float x = box.x + 20;
    const float right = box.right() - 20;
    if (!field.text.empty())
        x += scene.canvas.text({x, y, right - x}, Type::title_bold, palette.ink, field.text) + 6;
    scene.canvas.note("field", field.text, box);
    if (!field.active) return;
    if (!field.letters.empty() && right - x > 40) {
        const float drawn = scene.canvas.text({x, y, right - x}, Type::title, palette.accent, field.letters);
        scene.canvas.fill({x, y + 48, drawn, 3}, palette.accent);
        x += drawn + 6;
    }
    scene.canvas.fill({std::min(x, right), box.center().y - 26, 4, 52}, palette.accent);
}

float draw_typing(const Scene& scene, const TextEntry& entry, const Button& send) {
    const Layout& layout = scene.canvas.layout();
    const float bar = scene.portrait() ? 2 * offers_height : offers_height;
    const float tray = scene.portrait() ? 580 : 576;
    const float top = layout.height - tray - bar;
    draw_offer_bar(scene, {0, top, layout.width, bar}, entry);
    const KeyRows rows = draw_key_rows(scene, {0, top + bar, layout.width, tray}, [&](Rect rect, char key) {
        keypad_key(scene.canvas, rect, std::string("key_") + key, {&key, 1}, Type::heading,
                   touch(EntryKey{key}));
    });
    button(scene.canvas, rows.erase,
           {"erase", scene.words(Text::erase_one), ButtonKind::secondary, Icon::backspace,
            touch(EntryErased{})});
    draw_last_row(scene, rows, entry, send);
    return top;
}

}  // namespace baodao
