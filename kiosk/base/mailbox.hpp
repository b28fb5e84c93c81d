// SPDX-License-Identifier: MIT
// How threads speak to each other: a bounded queue, and a slot that keeps only
// the newest. Nothing waits without a bound and nothing grows without one.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <utility>

#include "domain/base/check.hpp"

namespace baodao {

// Any number of threads may post and take. `notify` is called after each accepted post, outside the
// lock and on the posting thread; it wakes a reader that waits for something else (the window's events).
template <class Message>
class Mailbox {
  public:
    explicit Mailbox(std::size_t capacity, std::function<void()> notify = {})
        : capacity_(capacity), notify_(std::move(notify)) {
        BAODAO_CHECK(capacity_ > 0);
    }
    Mailbox(const Mailbox&) = delete;
    Mailbox& operator=(const Mailbox&) = delete;

    // False when the box is full or closed: the message was not taken and the caller must say so.
    [[nodiscard]] bool post(Message message) {
        {
            const std::lock_guard lock(mutex_);
            if (closed_ || queue_.size() >= capacity_) return false;
            queue_.push_back(std::move(message));
        }
        arrived_.notify_one();
        if (notify_) notify_();
        return true;
    }

    // The oldest message, or nothing.
    [[nodiscard]] std::optional<Message> take() {
        const std::lock_guard lock(mutex_);
        return pop();
    }

    // Waits until a message comes, the box is closed, or the time is over.
    [[nodiscard]] std::optional<Message> take_within(std::chrono::milliseconds patience) {
        std::unique_lock lock(mutex_);
        arrived_.wait_for(lock, patience, [this] { return closed_ || !queue_.empty(); });
        return pop();
    }

    // Nothing more is accepted and waiting readers come back; what was accepted can still be taken.
    void close() {
        {
            const std::lock_guard lock(mutex_);
            closed_ = true;
        }
        arrived_.notify_all();
    }
    [[nodiscard]] bool closed() const {
        const std::lock_guard lock(mutex_);
        return closed_;
    }

  private:
    std::optional<Message> pop() {
        if (queue_.empty()) return std::nullopt;
        std::optional<Message> message(std::move(queue_.front()));
        queue_.pop_front();
        return message;
    }

    const std::size_t capacity_;
    const std::function<void()> notify_;
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::deque<Message> queue_;
    bool closed_ = false;
};

// Keeps the newest value and drops the one nobody took: for camera frames, where old is worthless.
template <class Value>
class LatestSlot {
  public:
    explicit LatestSlot(std::function<void()> notify = {}) : notify_(std::move(notify)) {}
    LatestSlot(const LatestSlot&) = delete;
    LatestSlot& operator=(const LatestSlot&) = delete;

    void put(Value value) {
        {
            const std::lock_guard lock(mutex_);
            value_ = std::move(value);
        }
        if (notify_) notify_();
    }

    [[nodiscard]] std::optional<Value> take() {
        const std::lock_guard lock(mutex_);
        return std::exchange(value_, std::nullopt);
    }

  private:
    const std::function<void()> notify_;
    std::mutex mutex_;
    std::optional<Value> value_;
};

}  // namespace baodao
