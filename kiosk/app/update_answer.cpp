// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/app/staff_parts.hpp"

namespace baodao::update_parts {
namespace {

const OpenCorrection* chosen(const AnswerPage& page) {
    if (!page.list || page.chosen >= page.list->open.size()) return nullptr;
    return &page.list->open[page.chosen];
}

struct Touched {
    AnswerPage& page;
    Effects& effects;

    void operator()(const CorrectionPicked& touch) const {
        page.chosen = touch.correction;
        page.basis.reset();
        page.other_time.reset();
    }
    void operator()(const BasisChosen& touch) const { page.basis = touch.basis; }
    void operator()(const OtherTime&) const {
        const OpenCorrection* asked = chosen(page);
        if (asked == nullptr || !names_time(asked->wrong)) return;
        const auto& said = asked->wrong == Wrong::in_time ? asked->start : asked->end;
        page.other_time = said ? said : asked->service.service.started;
    }
    void operator()(const OtherTimeMoved& touch) const {
        if (page.other_time) page.other_time = *page.other_time + touch.minutes * ms_per_minute;
    }
    void operator()(const AgreeTouched&) const { send(true); }
    void operator()(const RefuseTouched&) const { send(false); }

  private:
    // Without a basis nothing is sent: it stands in the record.
    void send(bool agreed) const {
        const OpenCorrection* asked = chosen(page);
        if (asked == nullptr || !page.basis) return;
        AnswerCorrection answer{*asked, agreed, *page.basis, {}, {}};
        if (agreed) {
            answer.start = asked->start;
            answer.end = asked->end;
            auto& side = asked->wrong == Wrong::in_time ? answer.start : answer.end;
            if (page.other_time) side = page.other_time;
        }
        effects.emplace_back(StaffRequest{std::move(answer)});
    }
};

}  // namespace

void on_answer_touch(Model& model, const AnswerTouch& touch, Effects& effects) {
    if (auto* page = shown_page<AnswerPage>(model)) std::visit(Touched{*page, effects}, touch);
}

void on_corrections(Model& model, const CorrectionsAnswered& answer) {
    auto* page = shown_page<AnswerPage>(model);
    if (page == nullptr) return;
    *page = AnswerPage{};
    page->list = answer.list;
}

}  // namespace baodao::update_parts
