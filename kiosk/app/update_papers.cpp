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

struct OnTouch {
    PrintPage& page;
    Effects& effects;

    void operator()(const PrintAgain& touch) const { effects.emplace_back(StaffRequest{touch}); }
    void operator()(const PrintBatch& touch) const { effects.emplace_back(StaffRequest{touch}); }
    void operator()(const AskPapers& touch) const { effects.emplace_back(StaffRequest{touch}); }
    void operator()(const PickBatch& touch) const { page.picked = touch.index; }
    void operator()(const PickKind& touch) const { page.cards = touch.cards; }
    void operator()(const StepCell& touch) const {
        page.start_cell = std::clamp(page.start_cell + touch.by, 1, last_cell);
    }
    void operator()(const TurnWaiting& turn) const {
        if (page.board)
            page.waiting_page =
                turned(page.waiting_page, turn.by, page.board->waiting.size(), waiting_on_page);
    }
    void operator()(const TurnBatches& turn) const {
        if (!page.board) return;
        page.batch_page = turned(page.batch_page, turn.by, page.board->batches.size(), batches_on_page);
        page.picked = page.batch_page * batches_on_page;
    }
};

}  // namespace

void on_print_touch(Model& model, const PrintTouch& touch, Effects& effects) {
    if (auto* page = shown_page<PrintPage>(model)) std::visit(OnTouch{*page, effects}, touch);
}

void on_papers(Model& model, const PapersAnswered& answer) {
    auto* page = shown_page<PrintPage>(model);
    if (page == nullptr) return;
    page->board = answer.board;
    page->waiting_page = turned(page->waiting_page, 0, answer.board.waiting.size(), waiting_on_page);
    page->batch_page = turned(page->batch_page, 0, answer.board.batches.size(), batches_on_page);
    if (answer.asked == PaperAsked::sent) say(model, Text::toast_print_sent);
    if (answer.asked == PaperAsked::waits) say(model, Text::toast_print_waits);
}

}  // namespace baodao::update_parts
