// SPDX-License-Identifier: MIT
// Files cut, flipped, removed or exchanged while the kiosk was off: what one copy
// lost the other gives back, and what neither has is told.
#include <catch2/catch.hpp>

#include "sync/sql/sqlite.hpp"
#include "tests/faults/file_damage.hpp"
#include "tests/support/tier.hpp"
#include "tests/sync/store/store_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

// A store of `count` events whose write-ahead log was never folded in, as after a power cut.
struct Stopped {
    explicit Stopped(std::uint64_t count) : scene(folder.path()) {
        const ScratchFolder live;
        StoreScene running(live.path());
        auto opened = Journal::open(running.options());
        REQUIRE(opened.ok());
        for (std::uint64_t n = 0; n < count; ++n) {
            acked.push_back(*opened->journal.append(numbered_event(n), {numbered_card(n)}));
        }
        copy_folder(live.path(), folder.path());
    }
    [[nodiscard]] std::string path(const std::string& name) const { return folder.path() + "/" + name; }

    Result<OpenedJournal> open() { return Journal::open(scene.options(OpenMode::existing)); }

    const ScratchFolder folder;
    StoreScene scene;
    std::vector<Record> acked;
};

// Opens, lets a full look and the repair after it happen, and asserts the rule.
RecoveryReport mended(Stopped& stopped) {
    auto opened = stopped.open();
    INFO((opened ? "" : opened.error().text()));
    REQUIRE(opened.ok());
    RecoveryReport report = opened->report;
    if (!opened->journal.verify_all()) {
        auto again = opened->journal.reopen();
        INFO((again ? "" : again.error().text()));
        REQUIRE(again.ok());
        report = *again;
    }
    CHECK(broken_promise(opened->journal, stopped.acked) == "");
    const auto next = opened->journal.append(numbered_event(500));
    REQUIRE(next.ok());
    CHECK(check_link(*next, report.new_epoch ? nullptr : &stopped.acked.back()).ok());
    return report;
}

}  // namespace

TEST_CASE("fault_016 a write-ahead log that lost its end is filled up from the mirror") {
    for (const double part : {0.0, 0.3, 0.9}) {
        Stopped stopped(60);
        const auto wal = stopped.path("baodao.db-wal");
        truncate_file(wal, static_cast<std::uint64_t>(part * static_cast<double>(size_of(wal))));
        const auto report = mended(stopped);
        CHECK(report.restored_to_database > 1);
        CHECK(report.new_epoch);
        CHECK_FALSE(report.reasons.empty());
    }
}

TEST_CASE("fault_017 a turned bit in the middle of the write-ahead log loses nothing") {
    Stopped stopped(60);
    const auto wal = stopped.path("baodao.db-wal");
    flip_bit(wal, size_of(wal) / 2);
    const auto report = mended(stopped);
    CHECK(report.restored_to_database > 1);
    CHECK(report.new_epoch);
}

TEST_CASE("fault_018 a write-ahead log deleted or renamed is rebuilt from the mirror under a new epoch") {
    Stopped stopped(60);
    std::filesystem::rename(stopped.path("baodao.db-wal"), stopped.path("elsewhere"));
    const auto report = mended(stopped);
    CHECK(report.restored_to_database >= 59);
    CHECK(report.new_epoch);
    CHECK(report.lost == 0);
}

TEST_CASE("fault_019 a turned bit anywhere in the database is found, put aside and mended") {
    const std::uint64_t step = tier() == Tier::quick ? 40'960 : 4'096;
    std::uint64_t offsets = 0;
    int found = 0;
    for (std::uint64_t offset = 37; offset == 37 || offset < offsets; offset += step) {
        INFO("byte " << offset);
        Stopped stopped(60);
        { REQUIRE(stopped.open()->journal.close().ok()); }  // fold the write-ahead log in
        const auto database = stopped.path("baodao.db");
        offsets = size_of(database);
        flip_bit(database, offset + (offset / step * 131) % 4'000);
        const auto report = mended(stopped);
        CHECK(report.lost == 0);
        if (!report.put_aside.empty()) ++found;
    }
    CHECK(found > 0);
}

TEST_CASE("fault_020 a database cut to nothing, to a page or anywhere is rebuilt") {
    for (const std::uint64_t size : {0, 100, 4'096, 20'000}) {
        INFO(size << " bytes left");
        Stopped stopped(60);
        { REQUIRE(stopped.open()->journal.close().ok()); }
        truncate_file(stopped.path("baodao.db"), size);
        const auto report = mended(stopped);
        CHECK(report.new_epoch);
        CHECK(report.lost == 0);
    }
}

TEST_CASE("fault_021 yesterday's database is filled up from the mirror and goes on under a new epoch") {
    Stopped stopped(40);
    { REQUIRE(stopped.open()->journal.close().ok()); }
    std::filesystem::copy_file(stopped.path("baodao.db"), stopped.path("yesterday"));
    {
        auto opened = stopped.open();
        for (std::uint64_t n = 40; n < 60; ++n) {
            stopped.acked.push_back(*opened->journal.append(numbered_event(n)));
        }
        REQUIRE(opened->journal.close().ok());
    }
    std::filesystem::rename(stopped.path("yesterday"), stopped.path("baodao.db"));
    const auto report = mended(stopped);
    CHECK(report.restored_to_database == 20);
    CHECK(report.new_epoch);
}

TEST_CASE("fault_022 a damaged frame of the mirror is skipped and its records come from the database") {
    for (const double where : {0.0, 0.4, 0.99}) {
        INFO("at " << where);
        Stopped stopped(60);
        const auto segment = stopped.path("mirror/mirror-000001.bdm");
        flip_bit(segment, static_cast<std::uint64_t>(where * static_cast<double>(size_of(segment))));
        const auto report = mended(stopped);
        CHECK_FALSE(report.new_epoch);
        CHECK(report.restored_to_mirror > 0);
        CHECK(report.put_aside.size() == 1);
    }
}

TEST_CASE("fault_022 a mirror cut short, or gone, is written again from the database") {
    for (const bool gone : {false, true}) {
        Stopped stopped(60);
        const auto segment = stopped.path("mirror/mirror-000001.bdm");
        if (gone) {
            std::filesystem::remove_all(stopped.path("mirror"));
        } else {
            truncate_file(segment, size_of(segment) / 2 + 5);
        }
        const auto report = mended(stopped);
        CHECK_FALSE(report.new_epoch);
        CHECK(report.restored_to_mirror >= 25);
    }
}

TEST_CASE("fault_023 when both copies are damaged the rest is kept and the loss is counted") {
    Stopped stopped(60);
    { REQUIRE(stopped.open()->journal.close().ok()); }
    const auto segment = stopped.path("mirror/mirror-000001.bdm");
    wipe_text(segment, R"({"n":20,)");
    wipe_text(segment, R"({"n":33,)");
    truncate_file(stopped.path("baodao.db"), 4'096);
    auto opened = stopped.open();
    INFO((opened ? "" : opened.error().text()));
    REQUIRE(opened.ok());
    CHECK(opened->report.lost == 2);
    CHECK(opened->report.new_epoch);
    CHECK(opened->report.noteworthy());
    std::vector<Record> kept;
    for (std::size_t n = 0; n < stopped.acked.size(); ++n) {
        if (n != 20 && n != 33) kept.push_back(stopped.acked[n]);
    }
    CHECK(broken_promise(opened->journal, kept) == "");
    // HQ gives back its copy.
    CHECK(opened->journal.put_foreign(stopped.acked, {})->stored == 2);
    CHECK(broken_promise(opened->journal, stopped.acked) == "");
}

TEST_CASE("fault_023 when everything is gone that is told, and starting empty is a decision") {
    Stopped stopped(20);
    std::filesystem::remove_all(stopped.path("mirror"));
    std::filesystem::remove(stopped.path("baodao.db"));
    std::filesystem::remove(stopped.path("baodao.db-wal"));
    CHECK(stopped.open().error().kind == ErrorKind::damaged);
    CHECK(Journal::open(stopped.scene.options(OpenMode::create)).error().kind == ErrorKind::damaged);
    auto opened = Journal::open(stopped.scene.options(OpenMode::restart_empty));
    REQUIRE(opened.ok());
    CHECK(opened->report.new_epoch);
    CHECK(opened->journal.origin() == stopped.acked[0].id.origin);
    CHECK(opened->journal.append(numbered_event(1))->id.epoch.value == 2);
}

TEST_CASE("fault_026 a copy of the database taken under load is never believed over the mirror") {
    const ScratchFolder live;
    StoreScene running(live.path());
    Stopped restored(0);
    auto opened = Journal::open(running.options());
    REQUIRE(opened.ok());
    std::vector<Record> acked;
    for (std::uint64_t n = 0; n < 50; ++n) acked.push_back(*opened->journal.append(numbered_event(n)));
    // A script copies the database file alone; the write-ahead log is not in it.
    copy_folder(live.path(), restored.folder.path());
    std::filesystem::remove(restored.path("baodao.db-wal"));
    restored.acked = acked;
    CHECK(mended(restored).restored_to_database >= 49);
}

TEST_CASE("fault_031 no module can change or remove a record") {
    Stopped stopped(10);
    { REQUIRE(stopped.open()->journal.close().ok()); }
    auto connection = sql::Connection::open({stopped.path("baodao.db"), ""});
    REQUIRE(connection.ok());
    CHECK_FALSE(connection->execute("UPDATE events SET seq = seq + 100").ok());
    CHECK_FALSE(connection->execute("DELETE FROM events WHERE pos = 3").ok());
    CHECK_FALSE(connection
                    ->execute("INSERT OR REPLACE INTO events SELECT pos,origin,epoch,seq,prev,hash,x'00' "
                              "FROM events WHERE pos = 3")
                    .ok());
    CHECK_FALSE(connection
                    ->execute("REPLACE INTO events SELECT 99,origin,epoch,seq,prev,hash,x'00' "
                              "FROM events WHERE pos = 3")
                    .ok());
    CHECK(*connection->number("SELECT count(*) FROM events") == 10);
}

TEST_CASE("fault_031 what gets past the triggers is found by the chain, and recording goes on") {
    Stopped stopped(30);
    { REQUIRE(stopped.open()->journal.close().ok()); }
    {
        auto connection = sql::Connection::open({stopped.path("baodao.db"), ""});
        REQUIRE(connection.ok());
        REQUIRE(connection->execute("DROP TRIGGER events_stay_as_they_are").ok());
        REQUIRE(connection
                    ->execute("UPDATE events SET bytes = replace(bytes, 'attendance.in', 'attendance.xx') "
                              "WHERE pos = 13")
                    .ok());
    }
    const auto report = mended(stopped);
    CHECK(report.new_epoch);
    CHECK(report.put_aside.size() >= 1);
}

TEST_CASE("fault_031 damage met while reading is told, the next opening mends it, recording goes on") {
    Stopped stopped(30);
    auto opened = stopped.open();
    REQUIRE(opened.ok());
    Journal& journal = opened->journal;
    // Behind the journal's back: the page cache of its own connection hides it, so through the mirror.
    const auto segment = stopped.path("mirror/mirror-000001.bdm");
    flip_bit(segment, size_of(segment) / 3);
    Status found;
    for (int calls = 0; calls < 10 && found; ++calls) {
        const auto scrubbed = journal.scrub(10);
        if (!scrubbed) found = scrubbed.error();
    }
    REQUIRE_FALSE(found.ok());
    CHECK(found.error().kind == ErrorKind::damaged);
    CHECK(journal.health().distrusted);
    stopped.acked.push_back(*journal.append(numbered_event(30)));
    const auto report = journal.reopen();
    REQUIRE(report.ok());
    CHECK(report->put_aside.size() == 1);
    CHECK(broken_promise(journal, stopped.acked) == "");
}

TEST_CASE("fault_029 records of a newer version are refused in words and left alone") {
    Stopped stopped(5);
    { REQUIRE(stopped.open()->journal.close().ok()); }
    {
        auto connection = sql::Connection::open({stopped.path("baodao.db"), ""});
        REQUIRE(connection.ok());
        REQUIRE(connection->execute("PRAGMA user_version = 99").ok());
    }
    const auto opened = stopped.open();
    REQUIRE_FALSE(opened.ok());
    CHECK(opened.error().kind == ErrorKind::unsupported);
    CHECK(std::filesystem::exists(stopped.path("baodao.db")));
}

TEST_CASE("another kiosk's mirror is not taken for ours") {
    Stopped ours(10);
    Stopped theirs(3);
    const ScratchFolder third;
    StoreScene foreign(third.path());
    foreign.random = SeededRandom(77);
    { REQUIRE(Journal::open(foreign.options())->journal.append(numbered_event(1)).ok()); }
    std::filesystem::remove_all(ours.path("mirror"));
    copy_folder(third.path() + "/mirror", ours.path("mirror"));
    auto opened = ours.open();
    REQUIRE(opened.ok());
    CHECK(opened->report.mirror_behind);
    CHECK(opened->journal.count() == 10);
    CHECK(opened->journal.append(numbered_event(11)).ok());
}
