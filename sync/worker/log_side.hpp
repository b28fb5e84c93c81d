// SPDX-License-Identifier: MIT
// The engine's wishes done on the journal. Runs in the thread that owns the journal.
#pragma once

#include <filesystem>

#include "sync/core/engine.hpp"
#include "sync/store/journal.hpp"

namespace baodao {

// Everything but Wait and Send. The cursor lies in a small file of the kiosk's folder and is written after
// the news: news taken twice are known the second time.
[[nodiscard]] Tell do_on_log(const Ask& wish, Journal& journal, const std::filesystem::path& folder,
                             const Clock& clock);

}  // namespace baodao
