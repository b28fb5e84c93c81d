// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/ui/print_parts.hpp"

namespace baodao {
namespace {

constexpr float a4_height_to_width = 297.0f / 210.0f;
constexpr int columns_of_cards = 2;
constexpr int rows_of_cards = 4;

void draw_kind_keys(const Scene& scene, Rect rect, const PrintPage& page) {
    const float width = (rect.width - print_row_gap) / 2;
    const auto key = [&](float x, const char* id, Text words, bool cards) {
        button(scene.canvas, {x, rect.y, width, button_height_small},
               {id, scene.words(words), page.cards == cards ? ButtonKind::dark : ButtonKind::quiet,
                std::nullopt, print_touch(PickKind{cards})});
    };
    key(rect.x, "kind_form", Text::paper_form, false);
    key(rect.x + width + print_row_gap, "kind_card", Text::paper_card, true);
}

Rect place_of(Rect sheet, const PrintPage& page, std::size_t slip) {
    if (!page.cards) return sheet;
    const int cell = page.sheet->first_cell - 1 + static_cast<int>(slip);
    const float width = sheet.width / columns_of_cards;
    const float height = sheet.height / rows_of_cards;
    return {sheet.x + static_cast<float>(cell % columns_of_cards) * width,
            sheet.y + static_cast<float>(cell / columns_of_cards) * height, width, height};
}

void draw_slip(const Scene& scene, Rect place, const PrintPage& page, const SlipOnSheet& slip) {
    const Palette& palette = scene.palette();
    const bool chosen = page.is_chosen(slip.serial);
    const std::string id = "slip_" + std::to_string(slip.serial.value);
    const bool pressed =
        scene.canvas.touchable(id, slip.name + " " + slip.number, place, print_touch(TickSlip{slip.serial}),
                               chosen ? std::string_view("selected") : std::string_view());
    if (chosen || pressed) scene.canvas.outline(place.inset(4), palette.accent, 5, 12);
    if (!chosen) return;
    const Point center{place.right() - 40, place.y + 40};
    scene.canvas.disc(center, 26, palette.accent);
    draw_icon(scene.canvas, Icon::check, {center.x - 20, center.y - 20, 40, 40}, palette.on_dark);
}

}  // namespace

void draw_sheet(const Scene& scene, Rect rect, const PrintPage& page) {
    const Palette& palette = scene.palette();
    draw_kind_keys(scene, {rect.x, rect.y, rect.width, button_height_small}, page);
    const bool pages = page.sheet && page.sheet->sheets > 1;
    const float top = rect.y + button_height_small + print_row_gap;
    const float keys = pages ? button_height_small + print_row_gap : 0;
    const float width = std::min(rect.width, (rect.bottom() - top - keys) / a4_height_to_width);
    const Rect sheet{rect.center().x - width / 2, top, width, width * a4_height_to_width};
    scene.canvas.fill(sheet, rgb(0xFFFFFF));
    if (!page.sheet || !scene.sheet) {
        scene.canvas.text({sheet.center().x, sheet.center().y - 32, sheet.width - 48, Align::center},
                          Type::title, light_palette().ink_second, scene.words(Text::board_loading));
        scene.canvas.outline(sheet, palette.edge, 3);
        return;
    }
    scene.canvas.picture(sheet, *scene.sheet, 0, Corners::all);
    scene.canvas.note("image", "sheet", sheet);
    scene.canvas.outline(sheet, palette.edge, 3);
    for (std::size_t i = 0; i < page.sheet->slips.size(); ++i)
        draw_slip(scene, place_of(sheet, page, i), page, page.sheet->slips[i]);
    if (pages)
        draw_print_page_keys(scene, {rect.x, rect.bottom() - button_height_small, rect.width, 0}, "sheet",
                             TurnSheet{-1}, TurnSheet{+1});
}

}  // namespace baodao
