// SPDX-License-Identifier: MIT
#include "kiosk/app/staff_door.hpp"

#include <catch2/catch.hpp>
#include <fstream>

#include "kiosk/app/installation.hpp"
#include "sync/host/system_random.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr CommunityId here{0xF01234};

BootId boot(std::uint8_t number) {
    BootId id;
    id.bytes.fill(number);
    return id;
}

// A door on real files, with a PIN, on a clock that the test moves.
struct Door {
    TemporaryFolder folder;
    SystemRandom random;
    ManualClock clock{{{1'790'000'000'000}, {1'000'000}, boot(1)}};
    StaffDoor door = opened();

    Door() { REQUIRE(door.set_pin("250719").ok()); }

    StaffDoor opened() {
        auto made = StaffDoor::open(folder.path(), here, clock, random);
        REQUIRE(made.ok());
        made->set_cost({1, 8});
        return std::move(made).value();
    }
    // The program was killed and started again.
    void restart() { door = opened(); }
    void lock() {
        for (int i = 0; i < pin_tries_max; ++i) REQUIRE(door.try_pin("111222") == DoorAnswer::wrong);
    }
};

}  // namespace

TEST_CASE("the right PIN opens, and wrong tries before it are forgotten") {
    Door at;
    CHECK(at.door.try_pin("250718") == DoorAnswer::wrong);
    CHECK(at.door.tries_left() == 4);
    CHECK(at.door.try_pin("250719") == DoorAnswer::open);
    CHECK(at.door.tries_left() == 5);
}

TEST_CASE("five wrong tries lock for five minutes, and then five more are free") {
    Door at;
    at.lock();
    CHECK(at.door.lock_left_ms() == pin_lock_ms);
    CHECK(at.door.try_pin("250719") == DoorAnswer::locked);
    at.clock.advance(pin_lock_ms - 1);
    CHECK(at.door.try_pin("250719") == DoorAnswer::locked);
    at.clock.advance(1);
    CHECK(at.door.tries_left() == 5);
    CHECK(at.door.try_pin("111222") == DoorAnswer::wrong);
    CHECK(at.door.tries_left() == 4);
    CHECK(at.door.try_pin("250719") == DoorAnswer::open);
}

TEST_CASE("a changed wall clock does not shorten a lock") {
    Door at;
    at.lock();
    at.clock.step_wall(30 * ms_per_day);
    CHECK(at.door.try_pin("250719") == DoorAnswer::locked);
    at.restart();
    CHECK(at.door.try_pin("250719") == DoorAnswer::locked);
}

TEST_CASE("a restart of the machine does not shorten a lock") {
    Door at;
    at.lock();
    at.clock.advance(pin_lock_ms / 2);
    at.door.tend();
    at.clock.reboot(boot(2), 60 * ms_per_day);
    at.restart();
    CHECK(at.door.lock_left_ms() == pin_lock_ms / 2);
    CHECK(at.door.try_pin("250719") == DoorAnswer::locked);
    at.clock.advance(pin_lock_ms / 2);
    CHECK(at.door.try_pin("250719") == DoorAnswer::open);
}

TEST_CASE("a file of tries that cannot be read is a lock, not a new start") {
    Door at;
    std::ofstream(at.folder.path() / "staff-tries.json") << "{\"tries\":";
    at.restart();
    CHECK(at.door.try_pin("250719") == DoorAnswer::locked);
}

TEST_CASE("a try that cannot be counted is not checked") {
    Door at;
    const auto tries = at.folder.path() / "staff-tries.json";
    std::filesystem::remove(tries);
    std::filesystem::create_directories(tries / "in the way");
    CHECK(at.door.try_pin("250719") == DoorAnswer::no_check);
}

TEST_CASE("secrets are for their owner only") {
    Door at;
    (void)at.door.try_pin("111222");
    for (const char* name : {"staff.json", "staff-tries.json"}) {
        const auto permissions = std::filesystem::status(at.folder.path() / name).permissions();
        CHECK(permissions == (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    }
}

TEST_CASE("a PIN is checked with this device's secret only") {
    Door at;
    auto secrets = load_staff_secrets(at.folder.path());
    REQUIRE(secrets.ok());
    CHECK(*pin_holds("250719", *secrets->pin, secrets->device));
    CHECK_FALSE(*pin_holds("250719", *secrets->pin, at.random.draw<SecretKey>()));
}

TEST_CASE("easy PINs and such that are no six digits are refused") {
    Door at;
    for (const char* pin :
         {"000000", "123456", "654321", "121212", "123123", "890123", "25071", "2507199", "25071a"}) {
        CAPTURE(pin);
        CHECK_FALSE(at.door.set_pin(pin).ok());
    }
    CHECK(at.door.try_pin("250719") == DoorAnswer::open);
}

TEST_CASE("the town's answer opens once, offline, whatever the PIN was") {
    Door at;
    const auto challenge = at.door.challenge();
    REQUIRE(challenge.ok());
    at.restart();  // the call takes long
    CHECK(*at.door.challenge() == *challenge);
    const SecretKey town = load_staff_secrets(at.folder.path())->town;
    const std::string code = reset_code(town, here, *challenge);
    CHECK(at.door.try_reset_code(code == "12345678" ? "12345679" : "12345678") == DoorAnswer::wrong);
    CHECK(at.door.try_reset_code(code) == DoorAnswer::open);
    CHECK(at.door.try_reset_code(code) == DoorAnswer::wrong);
    CHECK(*at.door.challenge() != *challenge);
}

TEST_CASE("the town's answer for another window or another challenge does not open") {
    Door at;
    const std::string challenge = *at.door.challenge();
    const SecretKey town = load_staff_secrets(at.folder.path())->town;
    const std::string code = reset_code(town, here, challenge);
    CHECK(reset_code(town, {0xF01235}, challenge) != code);
    CHECK(reset_code(at.random.draw<SecretKey>(), here, challenge) != code);
    CHECK(reset_code(town, here, challenge == "00000000" ? "00000001" : "00000000") != code);
}

TEST_CASE("five wrong codes lock, and the challenge is another one") {
    Door at;
    const std::string challenge = *at.door.challenge();
    const std::string right = reset_code(load_staff_secrets(at.folder.path())->town, here, challenge);
    const std::string wrong = right == "00000000" ? "00000001" : "00000000";
    for (int i = 0; i < pin_tries_max; ++i) CHECK(at.door.try_reset_code(wrong) == DoorAnswer::wrong);
    CHECK(at.door.try_pin("250719") == DoorAnswer::locked);
    at.clock.advance(pin_lock_ms);
    CHECK(at.door.try_reset_code(right) == DoorAnswer::wrong);
    CHECK(*at.door.challenge() != challenge);
}

TEST_CASE("without a PIN nobody comes in by PIN") {
    TemporaryFolder folder;
    SystemRandom random;
    ManualClock clock{{{1'790'000'000'000}, {1'000'000}, boot(1)}};
    auto door = StaffDoor::open(folder.path(), here, clock, random);
    REQUIRE(door.ok());
    CHECK(door->try_pin("250719") == DoorAnswer::no_pin);
}
