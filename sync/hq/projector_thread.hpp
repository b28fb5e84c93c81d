// SPDX-License-Identifier: MIT
// Projects what was taken in, soon after and in the background. What it did not get to before a crash is
// found at the next start; several processes may run one each.
#pragma once

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
    void run();
    [[nodiscard]] Status project(const LogName& log);
    [[nodiscard]] Status roll_up();

    Pool& pool_;
    std::mutex mutex_;
    std::condition_variable woken_;
    std::set<std::tuple<OriginId, Epoch, OriginId>> behind_;
    bool look_at_all_ = true;
    bool stopping_ = false;
    std::thread thread_;
};

}  // namespace baodao::hq
