// SPDX-License-Identifier: MIT
// Screen 10, 打印单据: choose a batch, look at the sheet, print; and what did not come out.
#include <algorithm>

#include "kiosk/ui/choice_parts.hpp"
#include "kiosk/ui/print_parts.hpp"

namespace baodao {

void draw_print_page_keys(const Scene& scene, Rect rect, const std::string& id, PrintTouch back,
                          PrintTouch forward) {
    const float width = (rect.width - print_row_gap) / 2;
    button(scene.canvas, {rect.x, rect.y, width, button_height_small},
           {id + "_back", scene.words(Text::page_back), ButtonKind::secondary, std::nullopt,
            print_touch(std::move(back))});
    button(scene.canvas, {rect.x + width + print_row_gap, rect.y, width, button_height_small},
           {id + "_forward", scene.words(Text::page_forward), ButtonKind::secondary, std::nullopt,
            print_touch(std::move(forward))});
}

namespace {

constexpr int cards_on_page = 8;
constexpr float title_height = 64;

void draw_title(const Scene& scene, Rect rect, Text words) {
    scene.canvas.text({rect.x, rect.y, rect.width}, Type::title_bold, scene.palette().ink,
                      scene.words(words));
}

// ---- 1: what is to be printed

void draw_choice_row(const Scene& scene, Rect rect, std::string_view id, bool chosen,
                     const std::string& title, const std::string& line, PrintTouch touched) {
    const bool pressed = scene.canvas.touchable(id, title, rect, print_touch(std::move(touched)),
                                                chosen ? std::string_view("selected") : std::string_view());
    choice_body(scene.canvas, rect, chosen, pressed, 20);
    scene.canvas.text({rect.x + 28, rect.y + 12, rect.width - 56}, Type::title_bold, scene.palette().ink,
                      title);
    scene.canvas.text({rect.x + 28, rect.y + 62, rect.width - 56}, Type::body, scene.palette().ink_second,
                      line);
}

void draw_batch(const Scene& scene, Rect rect, const PrintPage& page, std::size_t index) {
    const BatchLine& line = page.board->batches[index];
    const std::string title = scene.words(
        Text::print_batch, {line.agency_name, std::to_string(line.year), std::to_string(line.batch.value)});
    const std::string people = scene.words(
        Text::print_batch_people, {std::to_string(line.people), std::to_string(printed_before(page, line))});
    draw_choice_row(scene, rect, "batch_" + std::to_string(index),
                    !page.waiting_shown && page.picked == index, title, people, PickBatch{index});
}

void draw_start(const Scene& scene, Rect rect, int cell) {
    card(scene.canvas, rect);
    const float y = rect.center().y - button_height_small / 2;
    const float right = rect.right() - 20;
    button(scene.canvas, {right - 88, y, 88, button_height_small},
           {"cell_plus", scene.words(Text::print_plus), ButtonKind::secondary, std::nullopt,
            print_touch(StepCell{+1})});
    button(scene.canvas, {right - 192, y, 88, button_height_small},
           {"cell_minus", scene.words(Text::print_minus), ButtonKind::secondary, std::nullopt,
            print_touch(StepCell{-1})});
    scene.canvas.text({rect.x + 28, rect.center().y - 24, rect.width - 248}, Type::title_bold,
                      scene.palette().ink, scene.words(Text::print_start, {std::to_string(cell)}));
}

void draw_choices(const Scene& scene, Rect rect, const PrintPage& page) {
    const PrintBoard& board = *page.board;
    draw_title(scene, rect, Text::print_batches);
    float y = rect.y + title_height;
    constexpr float row = 112;
    constexpr float step = row + print_row_gap;
    if (!board.waiting.empty() || page.waiting_shown) {
        draw_choice_row(scene, {rect.x, y, rect.width, row}, "waiting", page.waiting_shown,
                        scene.words(Text::print_waiting, {std::to_string(board.waiting.size())}),
                        std::string(scene.words(Text::print_waiting_hint)), ShowWaiting{});
        y += step;
    }
    if (board.batches.empty()) {
        scene.canvas.text({rect.x, y + 24, rect.width}, Type::title_bold, scene.palette().ink_second,
                          scene.words(Text::print_batches_none));
        scene.canvas.paragraph({rect.x, y + 84, rect.width}, Type::body, scene.palette().ink_second,
                               scene.words(Text::print_batches_none_hint));
        return;
    }
    const std::size_t first = page.batch_page * batches_on_page;
    for (std::size_t i = first; i < std::min(first + batches_on_page, board.batches.size()); ++i) {
        draw_batch(scene, {rect.x, y, rect.width, row}, page, i);
        y += step;
    }
    if (board.batches.size() > batches_on_page) {
        draw_print_page_keys(scene, {rect.x, y, rect.width, 0}, "batches", TurnBatches{-1}, TurnBatches{+1});
        y += button_height_small + print_row_gap;
    }
    if (page.cards && !page.waiting_shown) draw_start(scene, {rect.x, y, rect.width, 120}, page.start_cell);
}

// ---- 3: the printer, and go

struct Fact {
    Icon icon;
    Text name;
    std::string value;
    bool good = false;
};

void draw_fact(const Scene& scene, Rect rect, const Fact& fact) {
    const Palette& palette = scene.palette();
    draw_icon(scene.canvas, fact.icon, rect.middle_left(0, 36, 36), palette.ink);
    const float y = rect.center().y - 24;
    const float half = rect.width / 2;
    scene.canvas.text({rect.x + 52, y, half - 52}, Type::title, palette.ink, scene.words(fact.name));
    scene.canvas.text({rect.right(), y, half, Align::right}, Type::title_bold,
                      fact.good ? palette.green : palette.amber_ink, fact.value);
}

// Returns the height.
float draw_printer(const Scene& scene, Rect room, const PrintPage& page) {
    const PrinterView& printer = scene.model.printer;
    const bool answers = printer.presence == PrinterPresence::answers;
    const Text state = answers                                     ? Text::printer_ready
                       : printer.presence == PrinterPresence::away ? Text::printer_away
                                                                   : Text::printer_none;
    const Text supply = printer.supply == PaperSupply::present ? Text::supply_present
                        : printer.supply == PaperSupply::out   ? Text::supply_out
                                                               : Text::supply_unclear;
    std::vector<Fact> facts{{Icon::printer, Text::print_printer, std::string(scene.words(state)), answers},
                            {Icon::file_plus, Text::print_supply, std::string(scene.words(supply)),
                             answers && printer.supply == PaperSupply::present}};
    if (page.sheet && !page.waiting_shown)
        facts.push_back({Icon::qr_code, Text::print_codes,
                         page.sheet->codes_read
                             ? scene.words(Text::print_codes_read, {std::to_string(page.sheet->slips.size())})
                             : std::string(scene.words(Text::print_codes_bad)),
                         page.sheet->codes_read});
    const Rect rect{room.x, room.y, room.width, 32 + 64 * static_cast<float>(facts.size())};
    card(scene.canvas, rect);
    for (std::size_t i = 0; i < facts.size(); ++i)
        draw_fact(scene, {rect.x + 28, rect.y + 16 + 64 * static_cast<float>(i), rect.width - 56, 64},
                  facts[i]);
    return rect.height;
}

std::string chosen_names(const PrintPage& page) {
    std::string names;
    for (const SlipOnSheet& slip : page.chosen) names += (names.empty() ? "" : "、") + slip.name;
    return names;
}

// 没印清、卡纸 or 丢失, for what was chosen on the sheet.
void draw_remedies(const Scene& scene, Rect box, const PrintPage& page) {
    const float width = (box.width - 48 - print_row_gap) / 2;
    const float y = box.bottom() - 20 - button_height_small;
    button(
        scene.canvas, {box.x + 24, y, width, button_height_small},
        {"remedy_again", scene.words(Text::print_same_code),
         page.lost ? ButtonKind::secondary : ButtonKind::dark, std::nullopt, print_touch(PickRemedy{false})});
    const Rect lost{box.x + 24 + width + print_row_gap, y, width, button_height_small};
    if (page.chosen.size() == 1) {
        button(scene.canvas, lost,
               {"remedy_lost", scene.words(Text::print_lost),
                page.lost ? ButtonKind::dark : ButtonKind::secondary, std::nullopt,
                print_touch(PickRemedy{true})});
    } else {
        disabled_box(scene.canvas, lost, scene.words(Text::print_lost_one));
    }
}

void draw_word(const Scene& scene, Rect box, const PrintPage& page, std::int64_t before) {
    const Palette& palette = scene.palette();
    const bool chosen = !page.chosen.empty();
    notice_box(scene.canvas, box, palette.amber_tint, palette.amber);
    draw_icon(scene.canvas, Icon::triangle, {box.x + 24, box.y + 20, 40, 40}, palette.amber_ink);
    const std::string title =
        chosen ? scene.words(Text::print_chosen, {std::to_string(page.chosen.size()), chosen_names(page)})
               : scene.words(Text::print_before, {std::to_string(before)});
    scene.canvas.text({box.x + 80, box.y + 16, box.width - 104}, Type::title_bold, palette.amber_ink, title);
    const float keys = chosen ? button_height_small + 20 : 0;
    const int lines = static_cast<int>((box.height - 76 - keys - 12) / 40);
    scene.canvas.paragraph({box.x + 24, box.y + 76, box.width - 48}, Type::body, palette.ink,
                           scene.words(page.lost ? Text::print_lost_hint : Text::print_before_hint),
                           std::max(1, lines));
    if (chosen) draw_remedies(scene, box, page);
}

std::int64_t sheets_for(const PrintPage& page, std::int64_t slips) {
    return page.cards ? (slips + page.start_cell - 1 + cards_on_page - 1) / cards_on_page : slips;
}

void draw_go(const Scene& scene, Rect rect, const PrintPage& page) {
    float y = rect.y + draw_printer(scene, rect, page) + print_row_gap;
    const auto to_printer = page.wanted(false);
    const auto to_stick = page.wanted(true);
    if (!to_printer || !to_stick) return;
    const BatchLine& line = page.board->batches[page.picked];
    const std::int64_t before = printed_before(page, line);
    const float keys_top = rect.bottom() - 2 * button_height - print_row_gap;
    if (before > 0 || !page.chosen.empty()) {
        draw_word(scene, {rect.x, y, rect.width, std::min(360.0f, keys_top - print_row_gap - y)}, page,
                  before);
    } else {
        scene.canvas.paragraph({rect.x, y, rect.width}, Type::body, scene.palette().ink_second,
                               scene.words(Text::print_touch_hint), 3);
    }
    const std::int64_t rest = line.people - before;
    const bool offer_rest = page.chosen.empty() && before > 0 && rest > 0;
    const float half = offer_rest ? (rect.width - print_row_gap) / 2 : rect.width;
    if (offer_rest) {
        PrintBatch unprinted = *to_printer;
        unprinted.scope = SlipScope::unprinted;
        button(scene.canvas, {rect.x, keys_top, half, button_height},
               {"batch_rest", scene.words(Text::print_rest, {std::to_string(rest)}), ButtonKind::secondary,
                std::nullopt, print_touch(std::move(unprinted))});
    }
    button(scene.canvas, {rect.right() - half, keys_top, half, button_height},
           {"batch_stick", scene.words(Text::print_to_stick), ButtonKind::secondary, Icon::save,
            print_touch(*to_stick)});
    const std::int64_t slips =
        page.chosen.empty() ? line.people : static_cast<std::int64_t>(page.chosen.size());
    const std::string label =
        page.lost
            ? std::string(scene.words(Text::print_new_code))
            : scene.words(Text::print_now, {std::to_string(sheets_for(page, slips)), std::to_string(slips)});
    button(scene.canvas, {rect.x, keys_top + button_height + print_row_gap, rect.width, button_height},
           {"batch_print", label, ButtonKind::primary, Icon::printer, print_touch(*to_printer)});
}

void draw_columns(const Scene& scene, Rect room, const PrintPage& page) {
    const float left = room.width * 0.30f;
    draw_choices(scene, {room.x, room.y, left, room.height}, page);
    const Rect rest{room.x + left + print_gap, room.y, room.width - left - print_gap, room.height};
    const float middle = rest.width * (page.waiting_shown ? 0.64f : 0.49f);
    const Rect center{rest.x, rest.y, middle, rest.height};
    const Rect right{rest.x + middle + print_gap, rest.y, rest.width - middle - print_gap, rest.height};
    if (page.waiting_shown) {
        draw_waiting_papers(scene, center, page);
        (void)draw_printer(scene, right, page);
        return;
    }
    if (!page.board->batches.empty()) draw_sheet(scene, center, page);
    draw_go(scene, right, page);
}

void draw_rows(const Scene& scene, Rect room, const PrintPage& page) {
    const float half = (room.width - print_gap) / 2;
    const float top = 868;
    draw_choices(scene, {room.x, room.y, half, top}, page);
    const Rect right{room.x + half + print_gap, room.y, half, top};
    const Rect below{room.x, room.y + top + print_gap, room.width, room.height - top - print_gap};
    if (page.waiting_shown) {
        (void)draw_printer(scene, right, page);
        draw_waiting_papers(scene, below, page);
        return;
    }
    draw_go(scene, right, page);
    if (!page.board->batches.empty()) draw_sheet(scene, below, page);
}

}  // namespace

void draw_page(const Scene& scene, const PrintPage& page) {
    draw_staff_strip(scene, scene.words(Text::print_title), StaffStrip::page);
    const Rect room = staff_room(scene, scene.canvas.layout().height);
    if (!page.board) {
        scene.canvas.text({room.center().x, room.center().y - 32, room.width, Align::center}, Type::heading,
                          scene.palette().ink_second, scene.words(Text::board_loading));
    } else if (scene.portrait()) {
        draw_rows(scene, room, page);
    } else {
        draw_columns(scene, room, page);
    }
}

}  // namespace baodao
