// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/app/staff_parts.hpp"

namespace baodao::update_parts {

namespace {

constexpr int last_cell = 8;  // of a sheet of cards

std::size_t turned(std::size_t page, int by, std::size_t things, std::size_t on_page) {
    const auto last = static_cast<std::ptrdiff_t>(things == 0 ? 0 : (things - 1) / on_page);
    return static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(page) + by, 0, last));
}

// Another sheet is wanted: what is shown goes, so that nobody prints what he does not see.
void look(PrintPage& page, Effects& effects) {
    page.sheet.reset();
    if (const auto wanted = page.looked_at()) effects.emplace_back(StaffRequest{*wanted});
}

void choose_nothing(PrintPage& page) {
    page.chosen.clear();
    page.lost = false;
    page.sheet_at = 0;
}

struct OnTouch {
    PrintPage& page;
    Effects& effects;

    void operator()(const PrintAgain& touch) const { effects.emplace_back(StaffRequest{touch}); }
    void operator()(const PrintBatch& touch) const { effects.emplace_back(StaffRequest{touch}); }
    void operator()(const AskPapers& touch) const { effects.emplace_back(StaffRequest{touch}); }
    void operator()(const LookAtSheet& touch) const { effects.emplace_back(StaffRequest{touch}); }
    void operator()(const PickBatch& touch) const {
        page.picked = touch.index;
        page.waiting_shown = false;
        choose_nothing(page);
        look(page, effects);
    }
    void operator()(const PickKind& touch) const {
        if (page.cards == touch.cards) return;
        page.cards = touch.cards;
        choose_nothing(page);
        look(page, effects);
    }
    void operator()(const StepCell& touch) const {
        page.start_cell = std::clamp(page.start_cell + touch.by, 1, last_cell);
        page.sheet_at = 0;
        look(page, effects);
    }
    void operator()(const ShowWaiting&) const {
        page.waiting_shown = true;
        choose_nothing(page);
        page.sheet.reset();
    }
    void operator()(const TurnSheet& turn) const {
        if (!page.sheet) return;
        page.sheet_at = turned(page.sheet_at, turn.by, page.sheet->sheets, 1);
        look(page, effects);
    }
    void operator()(const TickSlip& touch) const {
        if (!page.sheet) return;
        const auto is_it = [&](const SlipOnSheet& slip) { return slip.serial == touch.serial; };
        page.lost = false;
        if (std::erase_if(page.chosen, is_it) > 0) return;
        const auto& slips = page.sheet->slips;
        const auto slip = std::find_if(slips.begin(), slips.end(), is_it);
        if (slip != slips.end()) page.chosen.push_back(*slip);
    }
    // Lost is said of one person at a time: the old code stops at once.
    void operator()(const PickRemedy& touch) const { page.lost = touch.lost && page.chosen.size() == 1; }
    void operator()(const TurnWaiting& turn) const {
        if (page.board)
            page.waiting_page =
                turned(page.waiting_page, turn.by, page.board->waiting.size(), waiting_on_page);
    }
    void operator()(const TurnBatches& turn) const {
        if (!page.board) return;
        page.batch_page = turned(page.batch_page, turn.by, page.board->batches.size(), batches_on_page);
        (*this)(PickBatch{page.batch_page * batches_on_page});
    }
};

}  // namespace

void on_print_touch(Model& model, const PrintTouch& touch, Effects& effects) {
    if (auto* page = shown_page<PrintPage>(model)) std::visit(OnTouch{*page, effects}, touch);
}

void on_papers(Model& model, const PapersAnswered& answer, Effects& effects) {
    auto* page = shown_page<PrintPage>(model);
    if (page == nullptr) return;
    const bool first = !page->board;
    page->board = answer.board;
    // What did not come out comes first, where there is any.
    if (first) page->waiting_shown = !answer.board.waiting.empty();
    if (answer.asked) choose_nothing(*page);
    if (first || answer.asked) look(*page, effects);
    page->waiting_page = turned(page->waiting_page, 0, answer.board.waiting.size(), waiting_on_page);
    page->batch_page = turned(page->batch_page, 0, answer.board.batches.size(), batches_on_page);
    if (answer.asked == PaperAsked::sent) say(model, Text::toast_print_sent);
    if (answer.asked == PaperAsked::waits) say(model, Text::toast_print_waits);
}

void on_sheet(Model& model, const SheetLooked& answer) {
    auto* page = shown_page<PrintPage>(model);
    // A late answer to an earlier question is nobody's.
    if (page == nullptr || page->looked_at() != answer.asked) return;
    page->sheet = answer.view;
}

}  // namespace baodao::update_parts
