// SPDX-License-Identifier: MIT
// What the policy asks of a person in one year (R22, R23) and what is done of it. Never shows a
// debt that the policy doesn't ask (R30, decision 10).
#pragma once

#include "domain/service/person.hpp"

namespace baodao {

// `today` decides nothing about credit; it tells what of the year is still to come.
[[nodiscard]] YearAccount year_account(const PersonState& person, std::int32_t year, LocalDate today,
                                       const Rules& rules);

}  // namespace baodao
