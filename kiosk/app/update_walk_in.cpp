// SPDX-License-Identifier: MIT
// 代为登记: what is filled in, and what becomes of it.
#include <algorithm>

#include "kiosk/app/staff_parts.hpp"

namespace baodao::update_parts {
namespace {

EntryLimits limits_of(WalkInField field) {
    if (field == WalkInField::phone) return {EntryTakes::digits, walk_in_phone_digits};
    return {};
}

void go_to(WalkInPage& page, WalkInField field) {
    page.field = field;
    page.same.clear();
    page.entry = TextEntry{{}, {}, 0, page.entry.latin, page.entry.no_dictionary};
    page.list_page = 0;
    page.list_shown = !page.choices().empty();
}

// The next one that is to be filled in; a phone may stay empty.
void go_on(WalkInPage& page) {
    const bool branch_open = page.text(WalkInField::branch).empty() && page.field == WalkInField::agency;
    go_to(page, branch_open ? WalkInField::branch : WalkInField::phone);
}

void send(WalkInPage& page, bool another, Effects& effects) {
    page.sending = true;
    page.same.clear();
    effects.emplace_back(
        StaffRequest{RegisterWalkIn{page.text(WalkInField::name), page.text(WalkInField::agency),
                                    page.text(WalkInField::branch), page.text(WalkInField::phone), another}});
}

struct Touched {
    Model& model;
    WalkInPage& page;
    Effects& effects;

    void operator()(const FieldTouched& touch) const { go_to(page, touch.field); }
    void operator()(const PlaceChosen& touch) const {
        const std::vector<std::string> choices = page.choices();
        if (touch.index >= choices.size()) return;
        std::string& text = page.text(page.field);
        if (page.field == WalkInField::agency && text != choices[touch.index]) {
            const auto& branches = page.form->branches[choices[touch.index]];
            page.text(WalkInField::branch) = branches.size() == 1 ? branches.front() : std::string();
        }
        text = choices[touch.index];
        go_on(page);
    }
    void operator()(const PlaceTyped&) const {
        page.text(page.field).clear();
        page.list_shown = false;
    }
    void operator()(const PlacesTurned& touch) const {
        const std::size_t pages = std::max<std::size_t>(
            1, (page.choices().size() + walk_in_choices_on_page - 1) / walk_in_choices_on_page);
        const auto wanted = static_cast<std::ptrdiff_t>(page.list_page) + touch.by;
        page.list_page = static_cast<std::size_t>(
            std::clamp<std::ptrdiff_t>(wanted, 0, static_cast<std::ptrdiff_t>(pages) - 1));
    }
    void operator()(const WalkInSent&) const {
        if (!page.sending && !walk_in_fault(page)) send(page, false, effects);
    }
    void operator()(const WalkInOther&) const {
        if (!page.sending && !page.same.empty()) send(page, true, effects);
    }
    void operator()(const WalkInListed& touch) const {
        if (page.sending || touch.index >= page.same.size()) return;
        page.sending = true;
        effects.emplace_back(StaffRequest{RegisterListed{page.same[touch.index].serial}});
        page.same.clear();
    }
    void operator()(const WalkInNext&) const { on_staff_intent(model, PageOpened{WalkInPage{}}, effects); }
};

}  // namespace

void on_walk_in_touch(Model& model, const WalkInTouch& touch, Effects& effects) {
    if (auto* page = shown_page<WalkInPage>(model)) std::visit(Touched{model, *page, effects}, touch);
}

void type_walk_in(WalkInPage& page, const TextTouch& touch, Effects& effects) {
    std::string& text = page.text(page.field);
    if (type_on(page.entry, text, limits_of(page.field), touch))
        effects.emplace_back(
            StaffRequest{AskWords{page.entry.letters, text, static_cast<std::size_t>(page.field)}});
}

void on_walk_in(Model& model, const WalkInAnswered& answer) {
    if (auto* page = shown_page<WalkInPage>(model)) page->form = answer.form;
}

void on_same_names(Model& model, const SameNamesFound& found) {
    auto* page = shown_page<WalkInPage>(model);
    if (page == nullptr) return;
    page->sending = false;
    page->same = found.people;
}

void on_walk_in_registered(Model& model, const WalkInRegistered& registered, Effects& effects) {
    auto* page = shown_page<WalkInPage>(model);
    if (page == nullptr) return;
    if (registered.done.state == WalkInDone::State::registered)
        effects.emplace_back(PlaySound{Sound::registered});
    *page = WalkInPage{};
    page->done = registered.done;
}

}  // namespace baodao::update_parts
