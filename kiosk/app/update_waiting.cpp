// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/app/staff_parts.hpp"

namespace baodao::update_parts {

namespace {

std::size_t within(std::ptrdiff_t page, const WaitingBoard& board) {
    const std::size_t things = board.things.size();
    const auto last = static_cast<std::ptrdiff_t>(things == 0 ? 0 : (things - 1) / things_on_page);
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(page, 0, last));
}

struct OnTouch {
    WaitingPage& page;
    Effects& effects;

    void operator()(const KeepRecord& touch) const { effects.emplace_back(StaffRequest{touch}); }
    void operator()(const VoidRecord& touch) const {
        if (!page.voiding || page.voiding->event != touch.event) return;
        page.voiding.reset();
        effects.emplace_back(StaffRequest{touch});
    }
    void operator()(const PrintWaiting& touch) const { effects.emplace_back(StaffRequest{touch}); }
    void operator()(const AskToVoid& touch) const {
        if (!page.board) return;
        for (const WaitingThing& thing : page.board->things)
            if (thing.event == touch.event && thing.may_void) page.voiding = thing;
    }
    void operator()(const LeaveVoid&) const { page.voiding.reset(); }
    void operator()(const TurnThings& turn) const {
        if (page.board) page.page = within(static_cast<std::ptrdiff_t>(page.page) + turn.by, *page.board);
    }
};

}  // namespace

void on_waiting_touch(Model& model, const WaitingTouch& touch, Effects& effects) {
    if (auto* page = shown_page<WaitingPage>(model)) std::visit(OnTouch{*page, effects}, touch);
}

void on_waiting(Model& model, const WaitingAnswered& answer) {
    auto* page = shown_page<WaitingPage>(model);
    if (page == nullptr) return;
    page->board = answer.board;
    page->voiding.reset();
    page->page = within(static_cast<std::ptrdiff_t>(page->page), answer.board);
}

}  // namespace baodao::update_parts
