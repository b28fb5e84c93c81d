// SPDX-License-Identifier: MIT
// Headquarters' clock, heard by a desk whose own is wrong (faults 74, 75).
#include "domain/event/kinds_machine.hpp"
#include "sync/host/system_disk.hpp"
#include "sync/host/system_random.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr UtcMillis truth{1'780'000'000'000};

// A desk on its own files whose machine says what it is told.
struct DoubtfulDesk {
    DeskFixture fixture;
    Installation installation = *load_installation(fixture.data());
    SystemDisk disk;
    SystemRandom random;
    ManualClock clock{{{truth.value - 40 * ms_per_day}, {500'000}, BootId{{1}}}};
    std::optional<Journal> journal;
    std::optional<Desk> desk;

    DoubtfulDesk() { open(); }
    void open() {
        desk.reset();
        journal.reset();
        auto opened = Journal::open(journal_options(fixture.data(), disk, clock, random));
        REQUIRE(opened.ok());
        journal.emplace(std::move(opened->journal));
        auto made = Desk::open({*journal, installation, clock, random});
        REQUIRE(made.ok());
        desk.emplace(std::move(*made));
    }
    // Headquarters answers, and it is `truth` plus what passed since the beginning.
    void hear(std::int64_t passed_ms, std::int64_t round_trip_ms = 80) {
        const ClockReading now = clock.now();
        const std::int64_t offset = truth + passed_ms - now.wall;
        REQUIRE(desk->hear_time({now, offset}, round_trip_ms).ok());
    }
    template <class Body>
    std::vector<Body> noted() {
        std::vector<Body> out;
        REQUIRE(journal
                    ->for_each(select::OfKind{std::string(Body::kind)},
                               [&](const Record& record) {
                                   const auto entry = entry_from(record);
                                   if (const auto body = body_of<Body>(entry->event)) out.push_back(*body);
                                   return Step::go_on;
                               })
                    .ok());
        return out;
    }
};

}  // namespace

TEST_CASE("fault_074_headquarters_time_is_believed_recorded_once_and_corrects_what_this_boot_wrote") {
    DoubtfulDesk at;
    CHECK(at.desk->now() < truth);
    at.clock.advance(1'000);
    at.hear(1'000);
    CHECK(at.desk->now() == truth + 1'000);
    CHECK_FALSE(at.desk->home().clock_doubtful);
    REQUIRE(at.noted<ClockObserved>().size() == 1);
    REQUIRE(at.noted<ClockCorrected>().size() == 1);
    const ClockCorrected corrected = at.noted<ClockCorrected>().front();
    CHECK(corrected.origin == at.journal->origin());
    CHECK(corrected.boot == at.clock.now().boot);
    CHECK(corrected.wall + corrected.offset_ms == truth + 1'000);

    // Heard each half minute, a little early or late: nothing is written, nothing moves.
    for (int i = 1; i <= 100; ++i) {
        at.clock.advance(30'000);
        at.hear(1'000 + i * 30'000 + (i % 2 == 0 ? 400 : -400), 900);
        CHECK(at.desk->now() == truth + 1'000 + i * 30'000);
    }
    CHECK(at.noted<ClockObserved>().size() == 1);

    SECTION("and still after the program was started anew") {
        at.open();
        CHECK(at.desk->now() == truth + 3'001'000);
        at.hear(3'001'000);
        CHECK(at.noted<ClockObserved>().size() == 1);
        CHECK(at.noted<ClockCorrected>().size() == 1);
    }
    SECTION("somebody sets the clock on the wall: the estimate stays where it was") {
        at.clock.step_wall(3 * 3'600'000);
        CHECK(at.desk->now() == truth + 3'001'000);
        at.hear(3'001'000);
        CHECK(at.noted<ClockCorrected>().size() == 1);
    }
    SECTION("another boot knows nothing until headquarters is heard again") {
        at.clock.reboot(BootId{{2}}, 60'000);
        at.open();
        CHECK(at.desk->now() < truth);
        at.hear(3'061'000);
        CHECK(at.desk->now() == truth + 3'061'000);
        CHECK(at.noted<ClockObserved>().size() == 2);
        CHECK(at.noted<ClockCorrected>().size() == 2);
    }
}

TEST_CASE("a clock that is right is observed and corrects nothing") {
    DoubtfulDesk at;
    at.clock.step_wall(40 * ms_per_day);
    at.open();
    at.hear(0);
    CHECK(at.noted<ClockObserved>().size() == 1);
    CHECK(at.noted<ClockCorrected>().empty());
}
