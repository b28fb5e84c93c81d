// SPDX-License-Identifier: MIT
// The desk's side of synchronisation: does on the log what the synchronising thread asks, folds what came
// from elsewhere into the desk's state at once, and holds this machine's clock against headquarters'. Lives
// on the desk's thread.
#pragma once

#include <filesystem>
#include <vector>

#include "kiosk/app/link_view.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "sync/worker/sync_thread.hpp"

namespace baodao {

class LinkDesk {
  public:
    explicit LinkDesk(std::filesystem::path folder) : folder_(std::move(folder)) {}

    struct Done {
        Tell told;
        std::vector<Entry> news;  // that stand in the log now
    };
    [[nodiscard]] Done carry_out(OpenedDesk& opened, const Ask& wish) const;

    void hear(OpenedDesk& opened, const SyncReport& report);
    // What the home and staff screens say.
    [[nodiscard]] NetworkState network() const;
    [[nodiscard]] LinkView view(OpenedDesk& opened) const;

  private:
    const std::filesystem::path folder_;
    SyncReport report_;
};

}  // namespace baodao
