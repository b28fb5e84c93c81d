// SPDX-License-Identifier: MIT
// Connections to the database, lent to one thread at a time. SQLite has one, PostgreSQL several.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "sync/sql/session.hpp"

namespace baodao::hq {

class Pool {
  public:
    // Opens the first connection and makes or migrates the tables.
    [[nodiscard]] static Result<std::unique_ptr<Pool>> open(const std::string& where);

    // Waits for a connection, runs the work with it, and gives it back. Work that another transaction was in
    // the way of (busy) is tried again a few times. A lost connection is opened anew for the next one.
    template <class T>
    [[nodiscard]] Result<T> with(const std::function<Result<T>(sql::Session&)>& work) {
        for (int attempt = 1;; ++attempt) {
            auto lease = borrow();
            if (!lease) return lease.error();
            auto done = work(**lease);
            give_back(std::move(*lease));
            if (done || done.error().kind != ErrorKind::busy || attempt == attempts_max) return done;
        }
    }

  private:
    static constexpr int attempts_max = 5;
    explicit Pool(std::string where) : where_(std::move(where)) {}
    [[nodiscard]] Result<std::unique_ptr<sql::Session>> borrow();
    void give_back(std::unique_ptr<sql::Session> session);

    std::string where_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<sql::Session>> idle_;
    // Whoever asks first is served first: one that asks again and again keeps nobody waiting.
    std::uint64_t turns_given_ = 0;
    std::uint64_t turn_ = 0;  // whose it is
    std::size_t open_ = 0;
    std::size_t open_max_ = 1;
};

}  // namespace baodao::hq
