// SPDX-License-Identifier: MIT
// An event without its body: for whoever takes in many and needs to know only whether they are such.
#pragma once

#include "domain/event/event.hpp"

namespace baodao {

// Refuses what event_from_bytes refuses, with the same error, and gives the same but for `body`, which
// stays {}.
[[nodiscard]] Result<Event> event_outline(std::string_view bytes);

}  // namespace baodao
