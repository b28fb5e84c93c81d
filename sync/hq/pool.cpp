// SPDX-License-Identifier: MIT
#include "sync/hq/pool.hpp"

#include "sync/hq/schema.hpp"

namespace baodao::hq {

namespace {

constexpr std::size_t postgres_connections = 6;

}  // namespace

Result<std::unique_ptr<Pool>> Pool::open(const std::string& where) {
    std::unique_ptr<Pool> pool(new Pool(where));
    if (sql::is_postgres(where)) pool->open_max_ = postgres_connections;
    const auto migrated = pool->with<void>([](sql::Session& session) { return migrate(session); });
    if (!migrated) return migrated.error();
    return pool;
}

Result<std::unique_ptr<sql::Session>> Pool::borrow() {
    std::unique_lock lock(mutex_);
    const std::uint64_t turn = turns_given_++;
    returned_.wait(lock, [&] { return turn == turn_ && (!idle_.empty() || open_ < open_max_); });
    ++turn_;
    returned_.notify_all();
    if (!idle_.empty()) {
        auto session = std::move(idle_.back());
        idle_.pop_back();
        return session;
    }
    ++open_;
    lock.unlock();
    auto session = sql::open_session(where_);
    if (!session) give_back(nullptr);
    return session;
}

void Pool::give_back(std::unique_ptr<sql::Session> session) {
    const std::scoped_lock lock(mutex_);
    if (session != nullptr && session->usable()) {
        idle_.push_back(std::move(session));
    } else {
        session.reset();
        --open_;
    }
    returned_.notify_all();
}

}  // namespace baodao::hq
