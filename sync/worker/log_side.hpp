// SPDX-License-Identifier: MIT
// The engine's wishes done on the journal. Runs in the thread that owns the journal.
#pragma once

#include <filesystem>
#include <functional>

#include "sync/core/engine.hpp"
#include "sync/store/journal.hpp"

namespace baodao {

// Told of each record of the news that stands in the log now, new or known. Must not call the journal.
using Taken = std::function<void(const Record&)>;

// Everything but Wait and Send. The cursor lies in a small file of the kiosk's folder and is written after
// the news: news taken twice are known the second time.
[[nodiscard]] Tell do_on_log(const Ask& wish, Journal& journal, const std::filesystem::path& folder,
                             const Clock& clock, const Taken& taken = {});

// News in pieces that are taken in one after the other, the cursor with the last: so that whoever stands at
// the window waits for one of them at most. Order and repeats don't matter to the log.
[[nodiscard]] std::vector<ask::TakeNews> in_slices(ask::TakeNews news);

}  // namespace baodao
