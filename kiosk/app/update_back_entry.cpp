// SPDX-License-Identifier: MIT
#include <algorithm>

#include "kiosk/app/staff_parts.hpp"

namespace baodao::update_parts {
namespace {

constexpr std::int64_t day_minutes = 24 * 60;

std::size_t turned(std::size_t page, int by, std::size_t rows, std::size_t on_page) {
    const std::size_t pages = std::max<std::size_t>(1, (rows + on_page - 1) / on_page);
    const auto wanted = static_cast<std::ptrdiff_t>(page) + by;
    return static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(wanted, 0, static_cast<std::ptrdiff_t>(pages) - 1));
}

struct Touched {
    Model& model;
    BackEntryPage& page;
    Effects& effects;

    void operator()(const KindChosen& touch) const { draft().kind = touch.kind; }
    void operator()(const DayMoved& touch) const {
        if (!page.form) return;
        draft().day.days = std::min(page.form->today.days, draft().day.days + touch.days);
    }
    void operator()(const FromMoved& touch) const { move(draft().from_minutes, touch.minutes); }
    void operator()(const ToMoved& touch) const { move(draft().to_minutes, touch.minutes); }
    void operator()(const ReasonChosen& touch) const { draft().reason = touch.reason; }
    void operator()(const EntryPersonTicked& touch) const {
        if (is_ticked(draft(), touch.serial)) {
            std::erase(draft().people, touch.serial);
        } else if (draft().people.size() < entry_people_max) {
            draft().people.push_back(touch.serial);
        }
        narrow({});
    }
    void operator()(const EntryNameKey& touch) const {
        if (page.name_keys.size() < whole_name_syllables) narrow(page.name_keys + touch.key);
    }
    void operator()(const EntryNameErased&) const {
        narrow(page.name_keys.substr(
            0, page.name_keys.size() - std::min<std::size_t>(1, page.name_keys.size())));
    }
    void operator()(const TeamTicked&) const {
        if (!page.form || !draft().kind) return;
        const auto& team = page.form->kinds[*draft().kind].team;
        const auto here = [&](SlipSerial serial) { return is_ticked(draft(), serial); };
        const bool all = std::all_of(team.begin(), team.end(), here);
        for (const SlipSerial serial : team) {
            if (all) std::erase(draft().people, serial);
            if (!all && !here(serial)) draft().people.push_back(serial);
        }
    }
    void operator()(const SheetMoved& touch) const {
        draft().sheet = std::clamp<std::int64_t>(draft().sheet + touch.by, 1, 9'999);
        page.sheet_asked = false;
    }
    void operator()(const PeopleTurned& touch) const {
        const std::size_t rows = page.form ? people_listed(page).size() : 0;
        page.people_page = turned(page.people_page, touch.by, rows, entry_people_on_page);
    }
    void operator()(const KindsTurned&) const {
        const std::size_t rows = page.form ? page.form->kinds.size() : 0;
        const std::size_t next = turned(page.kinds_page, 1, rows, entry_kinds_on_page);
        page.kinds_page = next == page.kinds_page ? 0 : next;
    }
    void operator()(const EntrySent&) const {
        if (!is_complete(page)) return;
        if (sheet_was_used(page)) {
            page.sheet_asked = true;
            return;
        }
        send();
    }
    void operator()(const SheetAgain&) const {
        if (is_complete(page)) send();
    }
    void operator()(const EntryDropped&) const {
        model.back_entry.reset();
        on_staff_intent(model, BackToBoard{}, effects);
    }

  private:
    [[nodiscard]] BackEntryDraft& draft() const { return page.draft; }
    static void move(std::int64_t& minutes, std::int64_t by) {
        minutes = std::clamp<std::int64_t>(minutes + by, 0, day_minutes);
    }
    // A list that was narrowed begins on its first page; an untouched one stays where it was turned to.
    void narrow(std::string keys) const {
        if (keys == page.name_keys) return;
        page.name_keys = std::move(keys);
        page.people_page = 0;
    }
    void send() const {
        page.sheet_asked = false;
        effects.emplace_back(StaffRequest{entry_of(page)});
    }
};

}  // namespace

void on_back_entry_touch(Model& model, const BackEntryTouch& touch, Effects& effects) {
    auto* page = shown_page<BackEntryPage>(model);
    if (page == nullptr) return;
    std::visit(Touched{model, *page, effects}, touch);
    // What was filled in outlives the lock of the staff side.
    if (auto* still = shown_page<BackEntryPage>(model)) model.back_entry = still->draft;
}

void on_back_entry(Model& model, const BackEntryAnswered& answer) {
    auto* page = shown_page<BackEntryPage>(model);
    if (page == nullptr) return;
    page->form = answer.form;
    if (model.back_entry) {
        page->draft = *model.back_entry;
        return;
    }
    page->draft.day = LocalDate{answer.form.today.days - 1};
    for (const std::int64_t sheet : answer.form.sheets)
        page->draft.sheet = std::max(page->draft.sheet, sheet + 1);
}

void on_entry_recorded(Model& model, const EntryRecorded&, Effects& effects) {
    model.back_entry.reset();
    say(model, Text::toast_entry_recorded);
    if (shown_page<BackEntryPage>(model) != nullptr) on_staff_intent(model, BackToBoard{}, effects);
}

}  // namespace baodao::update_parts
