// SPDX-License-Identifier: MIT
#include "kiosk/app/printer_view.hpp"

#include <array>
#include <utility>

namespace baodao {

namespace {

constexpr std::array<std::pair<PrintTrouble, std::string_view>, 15> words{{
    {PrintTrouble::no_printer, "no_printer"},
    {PrintTrouble::away, "away"},
    {PrintTrouble::refuses_pdf, "refuses_pdf"},
    {PrintTrouble::refused, "refused"},
    {PrintTrouble::no_paper, "no_paper"},
    {PrintTrouble::jam, "jam"},
    {PrintTrouble::aborted, "aborted"},
    {PrintTrouble::lost, "lost"},
    {PrintTrouble::too_slow, "too_slow"},
    {PrintTrouble::not_drawn, "not_drawn"},
    {PrintTrouble::too_many, "too_many"},
    {PrintTrouble::stick_absent, "stick_absent"},
    {PrintTrouble::stick_full, "stick_full"},
    {PrintTrouble::stick_read_only, "stick_read_only"},
    {PrintTrouble::stick_gone, "stick_gone"},
}};

}  // namespace

std::string_view token(PrintTrouble trouble) {
    for (const auto& [known, word] : words) {
        if (known == trouble) return word;
    }
    return "aborted";
}

PrintTrouble print_trouble(std::string_view token) {
    for (const auto& [trouble, word] : words) {
        if (word == token) return trouble;
    }
    return PrintTrouble::aborted;
}

}  // namespace baodao
