// SPDX-License-Identifier: MIT
#include "kiosk/devices/stick_thread.hpp"

namespace baodao {

StickThread::StickThread(Mailbox<StickOrder>& orders, Outlets outlets, StickPlaces sticks,
                         std::chrono::milliseconds look)
    : orders_(orders),
      outlets_(std::move(outlets)),
      sticks_(std::move(sticks)),
      look_(look),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

StickThread::~StickThread() {
    thread_.request_stop();
    orders_.close();
    thread_.join();
}

void StickThread::run(const std::stop_token& stop) {
    while (!stop.stop_requested()) {
        look();
        if (const auto order = orders_.take_within(look_)) outlets_.done({*order, carry(sticks_, *order)});
    }
}

void StickThread::look() {
    const auto sticks = find_sticks(sticks_);
    const auto seen =
        sticks.empty() ? std::nullopt : std::optional<StickView>(StickView{sticks.front().label});
    if (seen == told_) return;
    told_ = seen;
    outlets_.seen(told_);
}

}  // namespace baodao
