// SPDX-License-Identifier: MIT
// A headquarters without sockets, and kiosks with real journals whose engines talk to it, in virtual time.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "sync/core/engine.hpp"
#include "sync/hq/headquarters.hpp"
#include "sync/hq/verify.hpp"
#include "sync/worker/log_side.hpp"
#include "tests/support/postgres_server.hpp"
#include "tests/sync/store/store_scene.hpp"

namespace baodao::test {

class HqScene {
  public:
    // `where` as for sql::open_session; empty: SQLite in a folder of its own.
    explicit HqScene(std::string where = "");

    [[nodiscard]] HttpResponse answer(const HttpRequest& request);
    // Lets go of the records, so that another process can have them.
    void close();
    // The next headquarters of this address, as after a restart.
    void restart();
    // Headquarters with the records of another file (a backup).
    void open(const std::string& where);

    [[nodiscard]] std::int64_t count(const std::string& table_and_condition);
    // How often each event of a log is held, whatever name it is kept under; by its bytes.
    [[nodiscard]] std::vector<std::string> held_bytes();
    [[nodiscard]] hq::Verified verified();
    template <class T>
    [[nodiscard]] T with(const std::function<Result<T>(sql::Session&)>& work) {
        auto done = pool->with<T>(work);
        BAODAO_CHECK(done.ok());
        return std::move(*done);
    }
    void enrol(const OriginId& origin, const PublicKey& key, CommunityId community,
               Standing standing = Standing::active);

    ScratchFolder folder;
    std::string where;
    ManualClock clock{{{1'795'000'000'000}, {1'000}, BootId{}}};
    SeededRandom random{99};
    hq::HqKeys keys;
    std::unique_ptr<hq::Pool> pool;
    std::unique_ptr<hq::Headquarters> headquarters;
    bool project = true;  // at once after each request
};

// One kiosk. `line` stands between it and headquarters: nullopt is "no answer came".
class KioskScene {
  public:
    using Line = std::function<std::optional<HttpResponse>(const HttpRequest&)>;

    KioskScene(HqScene& hq, std::uint64_t seed, CommunityId community = {0xF00001},
               Standing standing = Standing::active);

    // Steps until the engine wants to wait; true when it rests because all is done.
    bool run(const Line& line);
    bool run() { return run(straight()); }
    [[nodiscard]] Line straight();
    // Lets the wait pass and goes on, at most so often; true: it rested.
    bool run_until_rest(const Line& line, int rounds = 200);
    bool run_until_rest() { return run_until_rest(straight()); }

    Record add(Event event, std::vector<SealedCard> cards = {});
    void add_numbered(std::uint64_t count);
    [[nodiscard]] std::uint64_t waits();
    // Its data folder as it is now is copied away, or put back.
    void save_as(const std::string& folder);
    void restore(const std::string& folder);
    void reopen();

    HqScene* hq;
    ScratchFolder folder;
    SeededRandom random;
    SigningKey key;
    CommunityId community;
    StoreScene store;
    std::optional<Journal> journal;
    std::unique_ptr<Engine> engine;
    MonoMillis now{1'000};
    std::uint64_t numbered = 0;
    std::vector<std::string> written;  // bytes of every event that append confirmed
    int sends = 0;

  private:
    void close();
    void open();
};

// The rule of all of this: every event that any append confirmed is held exactly once, nothing else is, and
// every chain holds. Empty: it holds; else what is wrong.
[[nodiscard]] std::string broken_rule(HqScene& hq, std::vector<const KioskScene*> kiosks);

}  // namespace baodao::test
