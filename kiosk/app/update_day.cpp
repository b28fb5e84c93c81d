// SPDX-License-Identifier: MIT
#include "kiosk/app/staff_parts.hpp"

namespace baodao::update_parts {

void on_day_touch(Model& model, const DayTouch& touch, Effects& effects) {
    const auto* page = shown_page<DayPage>(model);
    if (page != nullptr && page->board) effects.emplace_back(StaffRequest{std::get<CloseDay>(touch)});
}

void on_day(Model& model, const DayAnswered& answer) {
    if (auto* page = shown_page<DayPage>(model)) page->board = answer.board;
}

}  // namespace baodao::update_parts
