// SPDX-License-Identifier: MIT
// Which event this window's screen stands at, over a restart: at the site a plug is pulled sooner or later,
// and nobody there knows the PIN. One machine's own business, so a file in its folder and no event.
#pragma once

#include <filesystem>
#include <optional>

#include "domain/service/community_state.hpp"

namespace baodao {

// On the disk when this returns well; nothing: it stands at none any more.
[[nodiscard]] Status keep_event(const std::filesystem::path& folder, std::optional<ActivityId> activity);

// The one that was kept, while people still come or leave: not cancelled, not closed by staff, and of today
// or running past midnight; whatever the day when nobody knows it (`now` is nothing): a clock without a
// battery says 1970 after the power cut. A file that cannot be read keeps none.
[[nodiscard]] std::optional<ActivityId> kept_event(const std::filesystem::path& folder,
                                                   const CommunityState& community,
                                                   std::optional<UtcMillis> now);

}  // namespace baodao
