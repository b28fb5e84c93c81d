// SPDX-License-Identifier: MIT
// The desk's side of synchronisation: does on the log what the synchronising thread asks, folds what came
// from elsewhere into the desk's state at once, and holds this machine's clock against headquarters'. Also
// what staff do about headquarters: joining one, and the courier's files. Lives on the desk's thread.
#pragma once

#include <filesystem>
#include <vector>

#include "kiosk/app/link_page.hpp"
#include "kiosk/app/link_view.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "sync/worker/sync_thread.hpp"

namespace baodao {

// Takes an order to the stick's thread; false: not taken.
using SendStick = std::function<bool(StickOrder)>;

class LinkDesk {
  public:
    // `sync` outlives this; nullptr: nothing synchronises here.
    LinkDesk(std::filesystem::path folder, SyncInbox* sync, SendStick stick)
        : folder_(std::move(folder)), sync_(sync), stick_(std::move(stick)) {}

    struct Done {
        Tell told;
        std::vector<Entry> news;  // that stand in the log now
    };
    [[nodiscard]] Done do_wish(OpenedDesk& opened, const Ask& wish) const;

    void hear(OpenedDesk& opened, const SyncReport& report);
    // What the home and staff screens say.
    [[nodiscard]] NetworkState network() const;
    [[nodiscard]] LinkView view(OpenedDesk& opened) const;

    // An invitation that was scanned inside the staff side: kept, and the synchronising thread asks
    // headquarters.
    [[nodiscard]] JoinNotice join(const std::string& text);
    // Before headquarters approved; afterwards it changes nothing.
    void stop_joining();

    // 带走 and 带来. Nothing: the stick's thread has it in hand, and stick_done() answers.
    [[nodiscard]] std::optional<CourierNews> carry_out(OpenedDesk& opened);
    [[nodiscard]] std::optional<CourierNews> bring_in(OpenedDesk& opened);
    struct CourierDone {
        CourierNews told;
        std::vector<Entry> news;  // that stand in the log now
    };
    [[nodiscard]] CourierDone stick_done(OpenedDesk& opened, const StickDone& done) const;

  private:
    [[nodiscard]] std::optional<CourierNews> order(StickOrder order) const;

    const std::filesystem::path folder_;
    SyncInbox* const sync_;
    const SendStick stick_;
    SyncReport report_;
};

}  // namespace baodao
