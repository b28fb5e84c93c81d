// SPDX-License-Identifier: MIT
// 打印单据: what did not come out, and slips batch by batch.
#include <algorithm>

#include "kiosk/ui/board_cards.hpp"
#include "kiosk/ui/choice_parts.hpp"
#include "kiosk/ui/home_parts.hpp"
#include "kiosk/ui/staff_screen.hpp"

namespace baodao {
namespace {

constexpr float gap = 24;
constexpr float row_gap = 16;
constexpr int cards_on_page = 8;

Text kind_words(PaperKind kind) {
    switch (kind) {
        case PaperKind::receipt:
            return Text::paper_receipt;
        case PaperKind::record:
            return Text::paper_record;
        case PaperKind::card:
            return Text::paper_card;
        case PaperKind::form:
            return Text::paper_form;
    }
    return Text::paper_receipt;
}

Text trouble_words(const std::string& why) {
    if (why.empty()) return Text::trouble_stopped;
    switch (print_trouble(why)) {
        case PrintTrouble::no_printer:
            return Text::trouble_no_printer;
        case PrintTrouble::away:
            return Text::trouble_away;
        case PrintTrouble::refuses_pdf:
            return Text::trouble_refuses_pdf;
        case PrintTrouble::refused:
            return Text::trouble_refused;
        case PrintTrouble::no_paper:
            return Text::trouble_no_paper;
        case PrintTrouble::jam:
            return Text::trouble_jam;
        case PrintTrouble::aborted:
            return Text::trouble_aborted;
        case PrintTrouble::lost:
            return Text::trouble_lost;
        case PrintTrouble::too_slow:
            return Text::trouble_too_slow;
        case PrintTrouble::not_drawn:
            return Text::trouble_not_drawn;
        case PrintTrouble::too_many:
            return Text::trouble_too_many;
        case PrintTrouble::stick_absent:
            return Text::trouble_stick_absent;
        case PrintTrouble::stick_full:
            return Text::trouble_stick_full;
        case PrintTrouble::stick_read_only:
            return Text::trouble_stick_read_only;
        case PrintTrouble::stick_gone:
            return Text::trouble_stick_gone;
    }
    return Text::trouble_aborted;
}

void draw_nothing(const Scene& scene, Rect rect, Text title, Text hint) {
    scene.canvas.text({rect.center().x, rect.center().y - 52, rect.width - 48, Align::center},
                      Type::title_bold, scene.palette().ink_second, scene.words(title));
    scene.canvas.text({rect.center().x, rect.center().y + 8, rect.width - 48, Align::center}, Type::body,
                      scene.palette().ink_second, scene.words(hint));
}

void draw_page_keys(const Scene& scene, Rect rect, const std::string& id, Intent back, Intent forward) {
    const float width = (rect.width - row_gap) / 2;
    button(
        scene.canvas, {rect.x, rect.y, width, button_height_small},
        {id + "_back", scene.words(Text::page_back), ButtonKind::secondary, std::nullopt, std::move(back)});
    button(scene.canvas, {rect.x + width + row_gap, rect.y, width, button_height_small},
           {id + "_forward", scene.words(Text::page_forward), ButtonKind::secondary, std::nullopt,
            std::move(forward)});
}

Intent touch(PrintTouch touched) {
    return staff_touch(StaffIntent{std::move(touched)});
}

// ---- what did not come out

void draw_waiting_row(const Scene& scene, Rect rect, const WaitingPaper& paper) {
    const Palette& palette = scene.palette();
    card(scene.canvas, rect);
    const std::string job = std::to_string(paper.job);
    constexpr float again_width = 120;
    constexpr float stick_width = 184;
    const float key_y = rect.center().y - button_height_small / 2;
    float right = rect.right() - 20;
    if (!paper.on_its_way) {
        right -= stick_width;
        button(scene.canvas, {right, key_y, stick_width, button_height_small},
               {"stick_" + job, scene.words(Text::print_to_stick), ButtonKind::secondary, std::nullopt,
                touch(PrintAgain{paper.job, true})});
        right -= again_width + 12;
        button(scene.canvas, {right, key_y, again_width, button_height_small},
               {"again_" + job, scene.words(Text::print_again), ButtonKind::dark, std::nullopt,
                touch(PrintAgain{paper.job, false})});
    }
    const float x = rect.x + 28;
    const float room = right - 20 - x;
    const std::string kind(scene.words(kind_words(paper.kind)));
    const std::string title = kind + "  " + spaced_name(paper.name);
    scene.canvas.text({x, rect.y + 14, room}, Type::title_bold, palette.ink, title);
    const Text state = paper.on_its_way ? Text::print_on_its_way : trouble_words(paper.why);
    // What is wrong is said in full; number and time where there is room for them.
    std::string line(scene.words(state));
    for (const std::string& more : {paper.number, when_text(scene, paper.asked)}) {
        const std::string longer = line + " · " + more;
        if (scene.canvas.measure(Type::body, longer) <= room) line = longer;
    }
    scene.canvas.text({x, rect.y + 68, room}, Type::body, palette.ink_second, line);
}

void draw_waiting(const Scene& scene, Rect rect, const PrintPage& page) {
    const auto& waiting = page.board->waiting;
    const std::string title = waiting.empty()
                                  ? std::string(scene.words(Text::print_waiting_none))
                                  : scene.words(Text::print_waiting, {std::to_string(waiting.size())});
    scene.canvas.text({rect.x, rect.y, rect.width}, Type::title_bold, scene.palette().ink, title);
    const Rect room{rect.x, rect.y + 64, rect.width, rect.height - 64};
    if (waiting.empty()) {
        scene.canvas.paragraph({room.x, room.y, room.width}, Type::body, scene.palette().ink_second,
                               scene.words(Text::print_waiting_none_hint));
        return;
    }
    const bool pages = waiting.size() > waiting_on_page;
    const float keys = pages ? button_height_small + row_gap : 0;
    constexpr auto rows = static_cast<float>(waiting_on_page);
    const float height = std::min(124.0f, (room.height - keys - (rows - 1) * row_gap) / rows);
    const std::size_t first = page.waiting_page * waiting_on_page;
    for (std::size_t i = first; i < std::min(first + waiting_on_page, waiting.size()); ++i) {
        const float y = room.y + static_cast<float>(i - first) * (height + row_gap);
        draw_waiting_row(scene, {room.x, y, room.width, height}, waiting[i]);
    }
    if (pages)
        draw_page_keys(scene, {room.x, room.bottom() - button_height_small, room.width, 0}, "waiting",
                       touch(TurnWaiting{-1}), touch(TurnWaiting{+1}));
}

// ---- batches

void draw_batch(const Scene& scene, Rect rect, const PrintPage& page, std::size_t index) {
    const BatchLine& line = page.board->batches[index];
    const Palette& palette = scene.palette();
    const bool chosen = page.picked == index;
    const std::string title = scene.words(
        Text::print_batch, {line.agency_name, std::to_string(line.year), std::to_string(line.batch.value)});
    const bool pressed =
        scene.canvas.touchable("batch_" + std::to_string(index), title, rect, touch(PickBatch{index}),
                               chosen ? std::string_view("selected") : std::string_view());
    choice_body(scene.canvas, rect, chosen, pressed, 20);
    const std::int64_t printed = page.cards ? line.cards_printed : line.forms_printed;
    scene.canvas.text({rect.x + 28, rect.y + 12, rect.width - 56}, Type::title_bold, palette.ink, title);
    scene.canvas.text(
        {rect.x + 28, rect.y + 62, rect.width - 56}, Type::body, palette.ink_second,
        scene.words(Text::print_batch_people, {std::to_string(line.people), std::to_string(printed)}));
}

void draw_kind_keys(const Scene& scene, Rect rect, const PrintPage& page) {
    const float width = (rect.width - row_gap) / 2;
    const auto key = [&](float x, const char* id, Text words, bool cards) {
        button(scene.canvas, {x, rect.y, width, button_height_small},
               {id, scene.words(words), page.cards == cards ? ButtonKind::dark : ButtonKind::quiet,
                std::nullopt, touch(PickKind{cards})});
    };
    key(rect.x, "kind_form", Text::paper_form, false);
    key(rect.x + width + row_gap, "kind_card", Text::paper_card, true);
}

void draw_batches(const Scene& scene, Rect rect, const PrintPage& page) {
    const auto& batches = page.board->batches;
    scene.canvas.text({rect.x, rect.y, rect.width}, Type::title_bold, scene.palette().ink,
                      scene.words(Text::print_batches));
    if (batches.empty()) {
        draw_nothing(scene, {rect.x, rect.y + 64, rect.width, rect.height - 64}, Text::print_batches_none,
                     Text::print_batches_none_hint);
        return;
    }
    draw_kind_keys(scene, {rect.x, rect.y + 64, rect.width, button_height_small}, page);
    const bool pages = batches.size() > batches_on_page;
    const Rect room{rect.x, rect.y + 64 + button_height_small + row_gap, rect.width,
                    rect.height - 64 - button_height_small - row_gap};
    const float keys = pages ? button_height_small + row_gap : 0;
    constexpr auto rows = static_cast<float>(batches_on_page);
    const float height = std::min(116.0f, (room.height - keys - (rows - 1) * row_gap) / rows);
    const std::size_t first = page.batch_page * batches_on_page;
    for (std::size_t i = first; i < std::min(first + batches_on_page, batches.size()); ++i) {
        const float y = room.y + static_cast<float>(i - first) * (height + row_gap);
        draw_batch(scene, {room.x, y, room.width, height}, page, i);
    }
    if (pages)
        draw_page_keys(scene, {room.x, room.bottom() - button_height_small, room.width, 0}, "batches",
                       touch(TurnBatches{-1}), touch(TurnBatches{+1}));
}

// ---- the printer, and go

void draw_fact(const Scene& scene, Rect rect, Icon icon, Text name, Text value, bool good) {
    const Palette& palette = scene.palette();
    draw_icon(scene.canvas, icon, rect.middle_left(0, 36, 36), palette.ink);
    const float y = rect.center().y - 24;
    scene.canvas.text({rect.x + 52, y, rect.width / 2 - 52}, Type::title, palette.ink, scene.words(name));
    scene.canvas.text({rect.right(), y, rect.width / 2, Align::right}, Type::title_bold,
                      good ? palette.green : palette.amber_ink, scene.words(value));
}

void draw_printer(const Scene& scene, Rect rect) {
    card(scene.canvas, rect);
    const PrinterView& printer = scene.model.printer;
    const bool answers = printer.presence == PrinterPresence::answers;
    const Text state = answers                                     ? Text::printer_ready
                       : printer.presence == PrinterPresence::away ? Text::printer_away
                                                                   : Text::printer_none;
    const Text supply = printer.supply == PaperSupply::present ? Text::supply_present
                        : printer.supply == PaperSupply::out   ? Text::supply_out
                                                               : Text::supply_unclear;
    const Rect inside = rect.inset(28, 16);
    draw_fact(scene, {inside.x, inside.y, inside.width, 64}, Icon::printer, Text::print_printer, state,
              answers);
    draw_fact(scene, {inside.x, inside.y + 68, inside.width, 64}, Icon::file_plus, Text::print_supply, supply,
              answers && printer.supply == PaperSupply::present);
}

void draw_start(const Scene& scene, Rect rect, int cell) {
    card(scene.canvas, rect);
    const float y = rect.center().y - button_height_small / 2;
    const float right = rect.right() - 20;
    button(scene.canvas, {right - 88, y, 88, button_height_small},
           {"cell_plus", scene.words(Text::print_plus), ButtonKind::secondary, std::nullopt,
            touch(StepCell{+1})});
    button(scene.canvas, {right - 192, y, 88, button_height_small},
           {"cell_minus", scene.words(Text::print_minus), ButtonKind::secondary, std::nullopt,
            touch(StepCell{-1})});
    scene.canvas.text({rect.x + 28, rect.center().y - 24, rect.width - 248}, Type::title_bold,
                      scene.palette().ink, scene.words(Text::print_start, {std::to_string(cell)}));
}

void draw_go(const Scene& scene, Rect rect, const PrintPage& page) {
    draw_printer(scene, {rect.x, rect.y, rect.width, 164});
    const auto to_printer = page.wanted(false);
    const auto to_stick = page.wanted(true);
    if (!to_printer || !to_stick) return;
    const BatchLine& line = page.board->batches[page.picked];
    const Palette& palette = scene.palette();
    float y = rect.y + 164 + row_gap;
    if (page.cards) {
        draw_start(scene, {rect.x, y, rect.width, 120}, page.start_cell);
        y += 120 + row_gap;
    }
    const std::int64_t before = page.cards ? line.cards_printed : line.forms_printed;
    const float keys_top = rect.bottom() - 2 * button_height - row_gap;
    if (before > 0) {
        const Rect box{rect.x, y, rect.width, std::min(224.0f, keys_top - row_gap - y)};
        notice_box(scene.canvas, box, palette.amber_tint, palette.amber);
        draw_icon(scene.canvas, Icon::triangle, {box.x + 24, box.y + 20, 40, 40}, palette.amber_ink);
        scene.canvas.text({box.x + 80, box.y + 16, box.width - 104}, Type::title_bold, palette.amber_ink,
                          scene.words(Text::print_before, {std::to_string(before)}));
        scene.canvas.paragraph({box.x + 24, box.y + 76, box.width - 48}, Type::body, palette.ink,
                               scene.words(Text::print_before_hint), 3);
    }
    const std::int64_t sheets =
        page.cards ? (line.people + page.start_cell - 1 + cards_on_page - 1) / cards_on_page : line.people;
    button(scene.canvas, {rect.x, keys_top, rect.width, button_height},
           {"batch_stick", scene.words(Text::print_to_stick), ButtonKind::secondary, Icon::save,
            touch(PrintTouch{*to_stick})});
    const std::string label =
        scene.words(Text::print_now, {std::to_string(sheets), std::to_string(line.people)});
    button(scene.canvas, {rect.x, keys_top + button_height + row_gap, rect.width, button_height},
           {"batch_print", label, ButtonKind::primary, Icon::printer, touch(PrintTouch{*to_printer})});
}

}  // namespace

void draw_page(const Scene& scene, const PrintPage& page) {
    draw_staff_strip(scene, scene.words(Text::print_title), StaffStrip::page);
    const Rect room = staff_room(scene, scene.canvas.layout().height);
    if (!page.board) {
        scene.canvas.text({room.center().x, room.center().y - 32, room.width, Align::center}, Type::heading,
                          scene.palette().ink_second, scene.words(Text::board_loading));
        return;
    }
    if (scene.portrait()) {
        const float half = (room.width - gap) / 2;
        const float top = room.height * 0.48f;
        draw_batches(scene, {room.x, room.y, half, top}, page);
        draw_go(scene, {room.x + half + gap, room.y, half, top}, page);
        draw_waiting(scene, {room.x, room.y + top + gap, room.width, room.height - top - gap}, page);
        return;
    }
    const float waiting = room.width * 0.44f;
    const float batches = room.width * 0.28f;
    draw_waiting(scene, {room.x, room.y, waiting, room.height}, page);
    draw_batches(scene, {room.x + waiting + gap, room.y, batches - gap, room.height}, page);
    const float x = room.x + waiting + batches + gap;
    draw_go(scene, {x, room.y, room.right() - x, room.height}, page);
}

}  // namespace baodao
