// SPDX-License-Identifier: MIT
// The events behind a service, as lines that its owner can read: what, when, by whom, at which terminal.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "domain/service/person.hpp"
#include "kiosk/app/answer.hpp"

namespace baodao {

// How the own terminal is called: 枫林A. Lines of other logs name no terminal.
struct OwnTerminal {
    OriginId origin;
    std::string name;
};

// An event of attendance as a line of its own.
[[nodiscard]] Result<EventLine> event_line(const Entry& entry, const PersonState& person,
                                           const OwnTerminal& own);
// Everything that the service rests on, the member's objections and their answers included, by time.
[[nodiscard]] std::vector<EventLine> event_lines(const Service& service, const PersonState& person,
                                                 std::span<const Entry> entries, const OwnTerminal& own);
// Balances of that year from before Baodao.
[[nodiscard]] std::vector<OpeningView> opening_lines(const PersonState& person, std::int32_t year,
                                                     std::span<const Entry> entries, const OwnTerminal& own);

}  // namespace baodao
