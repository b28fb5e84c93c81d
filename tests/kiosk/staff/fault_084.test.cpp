// SPDX-License-Identifier: MIT
#include <algorithm>
#include <catch2/catch.hpp>

#include "domain/base/random.hpp"
#include "kiosk/app/staff_door.hpp"
#include "sync/host/system_random.hpp"
#include "tests/support/child.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/tier.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

std::int64_t count_of(const std::string& output, const std::string& word) {
    const auto lines = lines_of(output);
    return std::count(lines.begin(), lines.end(), word);
}

}  // namespace

TEST_CASE("fault_084 each try is counted before it is checked, whenever the program is killed") {
    if (sanitized) return;  // leak checking does not survive tracing
    TemporaryFolder folder;
    SystemRandom random;
    ManualClock clock{{{1'790'000'000'000}, {1'000'000}, {}}};
    {
        auto door = StaffDoor::open(folder.path(), {0xF01234}, clock, random);
        REQUIRE(door.ok());
        door->set_cost({1, 8});
        REQUIRE(door->set_pin("250719").ok());
    }
    SeededRandom seeded(84);
    const std::int64_t wanted = seeds(60, 300, 1'000);
    std::int64_t checked_in_all = 0;
    std::int64_t checked_since_lock = 0;
    int locks = 0;
    int kills = 0;
    for (std::int64_t tries = 0; tries < wanted; ++tries) {
        const std::string mono = std::to_string(clock.now().mono.value);
        const ChildRun run = run_child_killed_at_call({BAODAO_PIN_PROBE, folder.path().string(), mono, "2"},
                                                      1 + seeded.below(60));
        kills += run.exited ? 0 : 1;
        checked_since_lock += count_of(run.output, "checked");
        checked_in_all += count_of(run.output, "checked");
        CAPTURE(tries, run.output);
        // Never more than five guesses between two locks, whatever was killed in between.
        REQUIRE(checked_since_lock <= pin_tries_max);
        auto door = StaffDoor::open(folder.path(), {0xF01234}, clock, random);
        REQUIRE(door.ok());
        REQUIRE(door->tries() >= std::min<std::int64_t>(checked_since_lock, pin_tries_max));
        if (door->lock_left_ms() == 0) continue;
        REQUIRE(door->lock_left_ms() == pin_lock_ms);
        REQUIRE(door->try_pin("250719") == DoorAnswer::locked);
        clock.advance(pin_lock_ms);
        checked_since_lock = 0;
        ++locks;
    }
    CHECK(kills > 0);
    CHECK(locks > 0);
    CHECK(checked_in_all > 0);
    auto door = StaffDoor::open(folder.path(), {0xF01234}, clock, random);
    REQUIRE(door.ok());
    CHECK(door->try_pin("250719") == DoorAnswer::open);
}
