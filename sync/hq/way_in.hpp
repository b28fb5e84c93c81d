// SPDX-License-Identifier: MIT
// The way from this machine's command line into its headquarters: the one that runs on the folder, else its
// records themselves.
#pragma once

#include <filesystem>

#include "sync/hq/courier.hpp"

namespace baodao::hq {

// What it asks is let in without a kiosk's session. Error: there is no headquarters in that folder, or its
// records cannot be opened.
[[nodiscard]] Result<AskHq> open_way_in(const std::filesystem::path& folder);

}  // namespace baodao::hq
