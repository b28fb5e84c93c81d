// SPDX-License-Identifier: MIT
// Internal to domain/service: everything that says "she was there from … to …".
#pragma once

#include <vector>

#include "domain/service/services.hpp"

namespace baodao {

// Paired scans, back entries, and what was voided or refused (kept for the record), each with its
// facts resolved; in no particular order.
[[nodiscard]] std::vector<Stretch> stretches_of(const ServiceContext& context);

}  // namespace baodao
