// SPDX-License-Identifier: MIT
// A disk that refuses, fills up or comes back: what was confirmed stays, what was
// not is told, and recording goes on as soon as it can.
#include <catch2/catch.hpp>

#include "sync/store/mirror_reader.hpp"
#include "tests/support/crash_vfs.hpp"
#include "tests/sync/store/store_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

struct Kiosk {
    Kiosk() {
        scene.disk = &disk;
        scene.vfs = vfs.name();
    }
    void start() {
        auto result = Journal::open(scene.options());
        INFO((result ? "" : result.error().text()));
        REQUIRE(result.ok());
        opened.emplace(std::move(*result));
    }
    Journal& journal() { return opened->journal; }
    Status tap() {
        auto record = journal().append(numbered_event(number), {numbered_card(number)});
        ++number;
        if (!record) return record.error();
        acked.push_back(*record);
        return {};
    }
    void taps(int count) {
        for (int i = 0; i < count; ++i) REQUIRE(tap().ok());
    }
    [[nodiscard]] std::string broken() { return broken_promise(journal(), acked); }

    CrashDisk disk{1};
    CrashVfs vfs{disk};
    StoreScene scene{"/kiosk"};
    std::optional<OpenedJournal> opened;
    std::vector<Record> acked;
    std::uint64_t number = 0;
};

}  // namespace

TEST_CASE("fault_006 a failed sync of the database is tried again under the same identity, once only") {
    for (int skip = 0; skip < 3; ++skip) {
        Kiosk kiosk;
        kiosk.start();
        kiosk.taps(10 + skip);
        kiosk.disk.fail(DiskCall::sync, "-wal", ErrorKind::io, 1);
        REQUIRE(kiosk.tap().ok());
        CHECK(kiosk.journal().health().last_trouble.has_value());
        kiosk.taps(3);
        CHECK(kiosk.journal().count() == kiosk.acked.size());
        CHECK(kiosk.acked.back().id.seq.value == kiosk.acked.size());
        CHECK(kiosk.broken() == "");
    }
}

TEST_CASE("fault_006 a database that stays broken makes the journal refuse until it was reopened") {
    Kiosk kiosk;
    kiosk.start();
    kiosk.taps(10);
    kiosk.disk.fail(DiskCall::sync, "-wal", ErrorKind::io, 20);
    CHECK_FALSE(kiosk.tap().ok());
    CHECK(kiosk.journal().health().failed.has_value());
    const auto refused = kiosk.tap();
    CHECK_FALSE(refused.ok());
    CHECK_FALSE(kiosk.journal().reopen().ok());
    // Red, and still able to say what it last knew; every question that needs the disk is refused.
    CHECK(kiosk.journal().count() == 10);
    CHECK(kiosk.journal().last_own() == kiosk.acked.back().id);
    CHECK_FALSE(kiosk.journal().last_records(1).ok());
    CHECK_FALSE(kiosk.journal().scrub(1).ok());
    CHECK_FALSE(kiosk.journal().tend().ok());
    kiosk.opened.reset();
    kiosk.disk.restart({});  // the disk works again
    kiosk.start();
    // The tap that failed had reached the mirror: it is there, marked, and nobody was told it was good.
    CHECK(kiosk.journal().unconfirmed()->size() == 1);
    CHECK(kiosk.broken() == "");
    const EventId in_doubt = kiosk.journal().unconfirmed()->front().id;
    REQUIRE(kiosk.journal().settle(in_doubt).ok());
    CHECK(kiosk.journal().unconfirmed()->empty());
    REQUIRE(kiosk.tap().ok());
}

TEST_CASE("fault_007 a failing mirror is amber: the database carries on and the mirror is filled up") {
    for (const DiskCall call : {DiskCall::sync, DiskCall::write}) {
        Kiosk kiosk;
        kiosk.start();
        kiosk.taps(10);
        kiosk.disk.fail(call, "/mirror/", ErrorKind::io, 1);
        kiosk.taps(5);
        CHECK(kiosk.journal().health().mirror_behind.has_value());
        CHECK_FALSE(kiosk.journal().health().failed.has_value());
        REQUIRE(kiosk.journal().tend().ok());
        CHECK_FALSE(kiosk.journal().health().mirror_behind.has_value());
        kiosk.taps(5);
        CHECK(kiosk.broken() == "");
        std::size_t cards = 0;
        const auto summary =
            read_mirror(kiosk.disk, "/kiosk/mirror", {{}, [&](const SealedCard&) { ++cards; }});
        CHECK(summary->records >= 20);
        CHECK(cards >= 20);
    }
}

TEST_CASE("fault_007 a mirror that is still behind at a restart is filled up then") {
    Kiosk kiosk;
    kiosk.start();
    kiosk.taps(10);
    kiosk.disk.fail(DiskCall::sync, "/mirror/", ErrorKind::io, 1);
    kiosk.taps(5);
    kiosk.opened.reset();
    kiosk.start();
    CHECK_FALSE(kiosk.opened->report.mirror_behind);
    CHECK_FALSE(kiosk.opened->report.new_epoch);
    CHECK(kiosk.broken() == "");
}

TEST_CASE("fault_008 a full disk gives up the ballast and records on, then says so") {
    Kiosk kiosk;
    kiosk.scene.ballast_bytes = 400'000;
    kiosk.start();
    kiosk.taps(10);
    CHECK_FALSE(kiosk.journal().health().ballast_spent);
    kiosk.disk.set_capacity(kiosk.disk.used() + 3'000);
    kiosk.taps(10);
    CHECK(kiosk.journal().health().ballast_spent);
    // Nothing left at all: refused in words, what was confirmed stays.
    kiosk.disk.set_capacity(kiosk.disk.used());
    Status refused;
    for (int i = 0; i < 200 && refused; ++i) refused = kiosk.tap();
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().kind == ErrorKind::full);
    CHECK(kiosk.journal().health().failed.has_value());
    // Room again.
    kiosk.disk.set_capacity(UINT64_MAX);
    REQUIRE(kiosk.journal().reopen().ok());
    CHECK_FALSE(kiosk.journal().health().failed.has_value());
    CHECK_FALSE(kiosk.journal().health().ballast_spent);
    kiosk.taps(5);
    CHECK(kiosk.broken() == "");
}

TEST_CASE("fault_009 a full disk while folding the log in or taking news in costs no tap") {
    Kiosk kiosk;
    kiosk.scene.ballast_bytes = 2'000'000;
    kiosk.start();
    kiosk.taps(10);
    Kiosk other;
    other.scene.random = SeededRandom(9);
    other.start();
    other.taps(50);
    // News beyond what is free: refused or taken as a whole.
    kiosk.disk.set_capacity(kiosk.disk.used() + 10);
    (void)kiosk.journal().put_foreign(other.acked, {});
    const std::uint64_t count = kiosk.journal().count();
    CHECK((count == 10 || count == 60));
    kiosk.taps(20);
    // Folding in fails; the records are in the log all the same.
    kiosk.disk.fail(DiskCall::write, "baodao.db", ErrorKind::full, 1);
    kiosk.opened.reset();
    kiosk.disk.restart({});
    kiosk.disk.set_capacity(UINT64_MAX);
    kiosk.start();
    for (const Record& record : kiosk.acked) CHECK(kiosk.journal().record(record.id)->bytes == record.bytes);
}

TEST_CASE("fault_010 a disk that is full at boot: it starts, says so, and everything can be read out") {
    Kiosk kiosk;
    kiosk.start();
    kiosk.taps(30);
    REQUIRE(kiosk.journal().close().ok());
    kiosk.opened.reset();
    kiosk.disk.set_capacity(kiosk.disk.used());
    kiosk.start();
    CHECK(kiosk.journal().health().failed->kind == ErrorKind::full);
    CHECK(kiosk.tap().error().kind == ErrorKind::full);
    std::size_t read = 0;
    REQUIRE(kiosk.journal()
                .for_each(select::Everything{},
                          [&](const Record&) {
                              ++read;
                              return Step::go_on;
                          })
                .ok());
    CHECK(read == 30);
    CHECK(read_mirror(kiosk.disk, "/kiosk/mirror", {})->records == 30);
    kiosk.disk.set_capacity(UINT64_MAX);
    REQUIRE(kiosk.journal().reopen().ok());
    kiosk.taps(1);
    CHECK(kiosk.broken() == "");
}

TEST_CASE("fault_011 a disk that turns read-only is red, and recording resumes by itself afterwards") {
    Kiosk kiosk;
    kiosk.start();
    kiosk.taps(10);
    kiosk.disk.fail(DiskCall::write, "/kiosk", ErrorKind::io, 1'000'000);
    CHECK_FALSE(kiosk.tap().ok());
    CHECK(kiosk.journal().health().failed.has_value());
    CHECK_FALSE(kiosk.tap().ok());
    kiosk.disk.forget_scripts();
    REQUIRE(kiosk.journal().reopen().ok());
    kiosk.taps(3);
    CHECK(kiosk.broken() == "");
}

TEST_CASE("fault_012 with no file handles left nothing is half written and nothing is claimed") {
    Kiosk kiosk;
    kiosk.start();
    kiosk.taps(10);
    kiosk.disk.fail(DiskCall::open, "/kiosk", ErrorKind::io, 1'000'000);
    kiosk.taps(2);  // what is open stays usable
    CHECK_FALSE(kiosk.journal().reopen().ok());
    CHECK_FALSE(kiosk.tap().ok());
    kiosk.disk.forget_scripts();
    REQUIRE(kiosk.journal().reopen().ok());
    kiosk.taps(2);
    CHECK(kiosk.broken() == "");
}
