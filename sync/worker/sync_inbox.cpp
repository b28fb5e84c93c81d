// SPDX-License-Identifier: MIT
#include "sync/worker/sync_inbox.hpp"

#include <utility>

namespace baodao {

void SyncInbox::recorded() {
    const std::lock_guard lock(mutex_);
    recorded_ = true;
    changed_.notify_all();
}

void SyncInbox::joined() {
    const std::lock_guard lock(mutex_);
    joined_ = true;
    changed_.notify_all();
}

void SyncInbox::done(Tell told) {
    const std::lock_guard lock(mutex_);
    outcome_ = std::move(told);
    changed_.notify_all();
}

void SyncInbox::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
}

bool SyncInbox::closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
}

std::optional<Tell> SyncInbox::outcome() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return closed_ || outcome_; });
    if (closed_) return std::nullopt;
    return std::exchange(outcome_, std::nullopt);
}

SyncInbox::Woken SyncInbox::wait(std::chrono::milliseconds longest) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, longest, [this] { return closed_ || recorded_ || joined_; });
    const bool joined = std::exchange(joined_, false);
    const bool recorded = std::exchange(recorded_, false);
    if (closed_) return Woken::by_end;
    if (joined) return Woken::by_joining;
    return recorded ? Woken::by_record : Woken::time_is_over;
}

void SyncInbox::rest(std::chrono::milliseconds longest) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, longest, [this] { return closed_; });
}

}  // namespace baodao
