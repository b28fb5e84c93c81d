// SPDX-License-Identifier: MIT
// What the synchronising thread waits for: an outcome from the log's owner, the word that something new was
// recorded, the end. Outlives both threads. Any thread may call anything.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

#include "sync/core/engine.hpp"

namespace baodao {

class SyncInbox {
  public:
    void recorded();       // something new stands in the log; said again and again it is one word
    void joined();         // this kiosk came to a headquarters: look at once
    void done(Tell told);  // the outcome of the one wish that the log's owner has in hand
    void close();          // no more waiting

    [[nodiscard]] bool closed() const;
    // Nothing: closed.
    [[nodiscard]] std::optional<Tell> outcome();
    enum class Woken { time_is_over, by_record, by_joining, by_end };
    // What was said before counts: it is taken with this call.
    [[nodiscard]] Woken wait(std::chrono::milliseconds longest);
    // Only the end wakes.
    void rest(std::chrono::milliseconds longest);

  private:
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    bool recorded_ = false;
    bool joined_ = false;
    bool closed_ = false;
    std::optional<Tell> outcome_;
};

}  // namespace baodao
