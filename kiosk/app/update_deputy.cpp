// SPDX-License-Identifier: MIT
// 代班人: who stands in, from when to when.
#include <algorithm>

#include "kiosk/app/staff_parts.hpp"

namespace baodao::update_parts {
namespace {

EntryLimits limits_of(DeputyField field) {
    if (field == DeputyField::phone) return {EntryTakes::digits, deputy_phone_digits_max};
    if (field == DeputyField::pin) return {EntryTakes::digits, deputy_pin_digits};
    return {};
}

struct Touched {
    DeputyPage& page;
    Effects& effects;

    void operator()(const DeputyFieldTouched& touch) const {
        page.field = touch.field;
        page.entry = TextEntry{{}, {}, 0, page.entry.latin, page.entry.no_dictionary};
    }
    void operator()(const DeputyFirstMoved& touch) const {
        if (!page.board) return;
        page.first.days = std::max(page.board->today.days, page.first.days + touch.days);
        keep_in_order();
    }
    void operator()(const DeputyLastMoved& touch) const {
        page.last.days += touch.days;
        keep_in_order();
    }
    void operator()(const DeputySent&) const {
        if (page.sending || deputy_fault(page)) return;
        page.sending = true;
        effects.emplace_back(
            StaffRequest{NameDeputy{page.text(DeputyField::name), page.text(DeputyField::phone),
                                    page.text(DeputyField::pin), page.first, page.last}});
    }
    void operator()(const DeputyEnded&) const {
        if (page.sending || !page.board || !page.board->named) return;
        page.sending = true;
        effects.emplace_back(StaffRequest{EndDeputy{}});
    }

  private:
    void keep_in_order() const {
        page.last.days = std::clamp(page.last.days, page.first.days, page.first.days + deputy_days_max - 1);
    }
};

}  // namespace

void on_deputy_touch(Model& model, const DeputyTouch& touch, Effects& effects) {
    auto* page = shown_page<DeputyPage>(model);
    if (page == nullptr) return;
    page->notice = DeputyNotice::none;
    std::visit(Touched{*page, effects}, touch);
}

void type_deputy(DeputyPage& page, const TextTouch& touch, Effects& effects) {
    page.notice = DeputyNotice::none;
    std::string& text = page.text(page.field);
    if (type_on(page.entry, text, limits_of(page.field), touch))
        effects.emplace_back(StaffRequest{AskWords{page.entry.letters, text, 0}});
}

void on_deputy(Model& model, const DeputyAnswered& answer) {
    auto* page = shown_page<DeputyPage>(model);
    if (page == nullptr) return;
    if (answer.changed) {
        say(model, Text::toast_deputy_changed);
        *page = DeputyPage{};
    }
    page->sending = false;
    page->board = answer.board;
    page->first = page->last = answer.board.today;
}

void on_deputy_refused(Model& model, const DeputyRefused& refused) {
    auto* page = shown_page<DeputyPage>(model);
    if (page == nullptr) return;
    page->sending = false;
    page->notice = refused.notice;
    page->field = DeputyField::pin;
    page->text(DeputyField::pin).clear();
}

}  // namespace baodao::update_parts
