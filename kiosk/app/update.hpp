// SPDX-License-Identifier: MIT
// The whole behaviour of the screen as one pure function: no clock, no file, no
// window. Times are monotonic, so that nobody who sets the wall clock can end or
// lengthen a person's turn.
#pragma once

#include <vector>

#include "kiosk/app/effect.hpp"
#include "kiosk/app/intent.hpp"
#include "kiosk/app/model.hpp"

namespace baodao {

// Takes one intent at `now`, which never goes backwards. What is to be done outside comes back in order.
[[nodiscard]] std::vector<Effect> update(Model& model, const Intent& intent, MonoMillis now);

}  // namespace baodao
