// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/app/staff_parts.hpp"

namespace baodao {

std::size_t task_count(const Board& board) {
    return board.calls.size() + board.missing_ends.size() + board.held.size();
}

namespace update_parts {

namespace {

std::size_t last_task_page(const Board& board) {
    const std::size_t tasks = task_count(board);
    return tasks == 0 ? 0 : (tasks - 1) / tasks_on_page;
}

// An end lies after the start, and not in the future.
UtcMillis within(UtcMillis end, const MissingEnd& service, UtcMillis now) {
    const UtcMillis first = service.since + ms_per_minute;
    return std::clamp(end, std::min(first, now), std::max(first, now));
}

struct OnTouch {
    Model& model;
    BoardPage& page;
    Effects& effects;

    void operator()(const ConfirmEnd& touch) const {
        page.choosing.reset();
        effects.emplace_back(StaffRequest{touch});
    }
    void operator()(const AnswerCall& touch) const { effects.emplace_back(StaffRequest{touch}); }
    void operator()(const SettleEvent& touch) const { effects.emplace_back(StaffRequest{touch}); }
    void operator()(const AdjustEnd& touch) const {
        if (!page.board) return;
        const auto& ends = page.board->missing_ends;
        const auto found = std::find_if(ends.begin(), ends.end(),
                                        [&](const MissingEnd& end) { return end.event == touch.event; });
        if (found == ends.end()) return;
        const UtcMillis guess = found->proposed.value_or(found->since + ms_per_hour);
        page.choosing = EndChoice{*found, within(guess, *found, model.wall)};
    }
    void operator()(const StepEnd& step) const {
        if (!page.choosing) return;
        EndChoice& choice = *page.choosing;
        choice.end = within(choice.end + step.minutes * ms_per_minute, choice.service, model.wall);
    }
    void operator()(const LeaveEnd&) const { page.choosing.reset(); }
    void operator()(const TurnTasks& turn) const {
        if (!page.board) return;
        const auto wanted = static_cast<std::ptrdiff_t>(page.task_page) + turn.by;
        const auto last = static_cast<std::ptrdiff_t>(last_task_page(*page.board));
        page.task_page = static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(wanted, 0, last));
    }
};

}  // namespace

void on_board_touch(Model& model, const BoardTouch& touch, Effects& effects) {
    if (BoardPage* page = shown_page<BoardPage>(model)) std::visit(OnTouch{model, *page, effects}, touch);
}

void on_board(Model& model, const BoardAnswered& answer) {
    if (model.staff) model.staff->held = static_cast<std::int64_t>(task_count(answer.board));
    BoardPage* page = shown_page<BoardPage>(model);
    if (page == nullptr) return;
    page->board = answer.board;
    page->task_page = std::min(page->task_page, last_task_page(answer.board));
}

}  // namespace update_parts
}  // namespace baodao
