// SPDX-License-Identifier: MIT
#include "sync/hq/projector_thread.hpp"

#include "sync/hq/roll_up.hpp"

namespace baodao::hq {

namespace {

constexpr std::size_t remembered_max = 10'000;  // beyond that all logs are looked at
constexpr auto pause_after_trouble = std::chrono::seconds(2);
// Taking in comes first: while batches follow each other projecting waits, though never long.
constexpr auto quiet = std::chrono::milliseconds(150);
constexpr auto wait_for_quiet_max = std::chrono::seconds(5);

}  // namespace

ProjectorThread::ProjectorThread(Pool& pool) : pool_(pool), thread_([this] { run(); }) {}

ProjectorThread::~ProjectorThread() {
    {
        const std::scoped_lock lock(mutex_);
        stopping_ = true;
    }
    woken_.notify_all();
    thread_.join();
}

void ProjectorThread::wake(const LogName& log) {
    {
        const std::scoped_lock lock(mutex_);
        last_wake_ = Clock::now();
        if (behind_.size() < remembered_max) {
            behind_.emplace(log.origin, log.epoch, log.branch);
        } else {
            look_at_all_ = true;
        }
    }
    woken_.notify_one();
}

void ProjectorThread::look_at_all() {
    {
        const std::scoped_lock lock(mutex_);
        look_at_all_ = true;
    }
    woken_.notify_one();
}

void ProjectorThread::run() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        woken_.wait(lock, [&] { return stopping_ || look_at_all_ || !behind_.empty(); });
        wait_for_quiet(lock, Clock::now() + wait_for_quiet_max);
        if (stopping_) return;
        auto logs = std::exchange(behind_, {});
        const bool all = std::exchange(look_at_all_, false);
        lock.unlock();
        bool good = true;
        if (all) {
            const auto found =
                pool_.with<std::vector<LogName>>([](sql::Session& session) { return logs_behind(session); });
            good = found.ok();
            if (found) {
                for (const LogName& log : *found) logs.emplace(log.origin, log.epoch, log.branch);
            }
        }
        for (const auto& [origin, epoch, branch] : logs) good = project({origin, epoch, branch}).ok() && good;
        good = roll_up().ok() && good;
        lock.lock();
        if (good) continue;
        look_at_all_ = true;
        woken_.wait_for(lock, pause_after_trouble, [&] { return stopping_; });
    }
}

void ProjectorThread::wait_for_quiet(std::unique_lock<std::mutex>& lock, Clock::time_point latest) {
    for (;;) {
        const auto until = std::min(latest, last_wake_ + quiet);
        if (stopping_ || Clock::now() >= until) return;
        woken_.wait_until(lock, until, [&] { return stopping_; });
    }
}

// A step in five while batches come, all of them when none do: neither keeps the other waiting for ever.
bool ProjectorThread::give_way(Clock::duration step_took) {
    std::unique_lock lock(mutex_);
    const auto latest = Clock::now() + 4 * step_took;
    wait_for_quiet(lock, latest);
    return !stopping_;
}

Status ProjectorThread::steps(const std::function<Result<std::size_t>(sql::Session&)>& step) {
    for (;;) {
        const auto begin = Clock::now();
        const auto done = pool_.with<std::size_t>(step);
        if (!done) return done.error();
        if (*done == 0 || !give_way(Clock::now() - begin)) return {};
    }
}

Status ProjectorThread::project(const LogName& log) {
    return steps([&](sql::Session& session) { return project_some(session, log); });
}

// Also what another process, or this one before a crash, left to be done.
Status ProjectorThread::roll_up() {
    return steps([](sql::Session& session) { return roll_up_some(session); });
}

}  // namespace baodao::hq
