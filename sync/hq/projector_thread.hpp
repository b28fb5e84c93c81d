// SPDX-License-Identifier: MIT
// Projects what was taken in, soon after and in the background. What it did not get to before a crash is
// found at the next start; several processes may run one each.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <set>
#include <thread>

#include "sync/hq/pool.hpp"
#include "sync/hq/projector.hpp"

namespace baodao::hq {

class ProjectorThread {
  public:
    explicit ProjectorThread(Pool& pool);
    ~ProjectorThread();  // the step that runs is finished
    ProjectorThread(const ProjectorThread&) = delete;
    ProjectorThread& operator=(const ProjectorThread&) = delete;

    // A log got new records. Any thread.
    void wake(const LogName& log);
    // Logs that were there already are to be taken into use. Any thread.
    void look_at_all();

  private:
    using Clock = std::chrono::steady_clock;
    void run();
    // Until no log got anything for a moment, or until `latest`; returns with the lock held.
    void wait_for_quiet(std::unique_lock<std::mutex>& lock, Clock::time_point latest);
    // Between two steps. False: it is to stop.
    [[nodiscard]] bool give_way(Clock::duration step_took);
    // Until a step does nothing.
    [[nodiscard]] Status steps(const std::function<Result<std::size_t>(sql::Session&)>& step);
    [[nodiscard]] Status project(const LogName& log);
    [[nodiscard]] Status roll_up();

    Pool& pool_;
    std::mutex mutex_;
    std::condition_variable woken_;
    std::set<std::tuple<OriginId, Epoch, OriginId>> behind_;
    bool look_at_all_ = true;
    Clock::time_point last_wake_;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace baodao::hq
