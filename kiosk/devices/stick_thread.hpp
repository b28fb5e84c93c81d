// SPDX-License-Identifier: MIT
// The thread that looks for a USB stick and carries the courier's files: a stick that hangs holds up nobody
// else.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <thread>

#include "kiosk/app/courier_news.hpp"
#include "kiosk/base/mailbox.hpp"
#include "kiosk/devices/usb_stick.hpp"

namespace baodao {

inline constexpr std::size_t stick_orders_max = 4;  // waiting at once

class StickThread {
  public:
    // Both are called on this thread.
    struct Outlets {
        std::function<void(const StickDone&)> done;
        std::function<void(const std::optional<StickView>&)> seen;  // each change
    };

    // `orders` outlives the thread.
    StickThread(Mailbox<StickOrder>& orders, Outlets outlets, StickPlaces sticks = {},
                std::chrono::milliseconds look = std::chrono::milliseconds(1'000));
    // Takes no more orders; the one in hand is finished.
    ~StickThread();
    StickThread(const StickThread&) = delete;
    StickThread& operator=(const StickThread&) = delete;

  private:
    void run(const std::stop_token& stop);
    void look();

    Mailbox<StickOrder>& orders_;
    const Outlets outlets_;
    const StickPlaces sticks_;
    const std::chrono::milliseconds look_;
    std::optional<StickView> told_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace baodao
