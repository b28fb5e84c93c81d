// SPDX-License-Identifier: MIT
// A headquarters comes back from a copy, on either engine, and every kiosk goes on as if nothing had been.
#include "sync/hq/backup.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "domain/base/file.hpp"
#include "sync/host/system_disk.hpp"
#include "sync/hq/backup_tables.hpp"
#include "tests/support/hq_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

std::string fresh_store(const std::string& engine, const ScratchFolder& folder) {
    if (engine == "SQLite") return folder.path() + "/again.db";
    REQUIRE(shared_postgres() != nullptr);
    return shared_postgres()->fresh_database();
}

std::int64_t back_up(HqScene& hq, const std::string& file) {
    SystemDisk disk;
    return hq.with<std::int64_t>(
        [&](sql::Session& session) { return hq::write_records(session, disk, file); });
}

Result<std::int64_t> restore(const std::string& file, const std::string& store) {
    SystemDisk disk;
    auto pool = hq::Pool::open(store);
    REQUIRE(pool);
    return (*pool)->with<std::int64_t>(
        [&](sql::Session& session) { return hq::read_records(session, disk, file); });
}

Hash digest(HqScene& hq) {
    return hq.with<Hash>([](sql::Session& session) { return hq::projections_digest(session); });
}

std::vector<std::string> sorted(std::vector<std::string> words) {
    std::ranges::sort(words);
    return words;
}

std::string bytes_of(const std::string& file) {
    auto bytes = read_file(file, 64UL * 1024 * 1024);
    REQUIRE(bytes);
    return *bytes;
}

void put_bytes(const std::string& file, const std::string& bytes) {
    REQUIRE(write_file_atomic(file, bytes));
}

}  // namespace

TEST_CASE("what was copied from one engine comes back on the other, and the kiosks go on") {
    for (const auto& [from, to] : {std::pair{"SQLite", "PostgreSQL"}, std::pair{"PostgreSQL", "SQLite"}}) {
        INFO(from);
        ScratchFolder folder;
        HqScene hq(std::string(from) == "SQLite" ? "" : fresh_store(from, folder));
        KioskScene one(hq, 1);
        KioskScene two(hq, 2);
        Event event = numbered_event(10);
        const SealedCard card = numbered_card(3);
        event.card = card.name;
        one.add(event, {card});
        one.add_numbered(1234);
        two.add_numbered(7);
        REQUIRE(one.run_until_rest());
        REQUIRE(two.run_until_rest());
        const auto held = sorted(hq.held_bytes());
        const Hash before = digest(hq);
        const std::string file = folder.path() + "/records";
        const std::int64_t rows = back_up(hq, file);
        CHECK(rows > 1242);

        const std::string store = fresh_store(to, folder);
        const auto restored = restore(file, store);
        REQUIRE(restored);
        CHECK(*restored == rows);
        hq.open(store);
        CHECK((sorted(hq.held_bytes()) == held));
        CHECK(hq.verified().damaged.empty());
        CHECK(digest(hq) == before);

        two.add_numbered(3);
        CHECK(two.run_until_rest());
        CHECK(one.run_until_rest());
        CHECK(broken_rule(hq, {&one, &two}) == "");
    }
}

TEST_CASE("fault_060_what_came_after_the_copy_is_asked_for_again") {
    ScratchFolder folder;
    HqScene hq;
    KioskScene kiosk(hq, 1);
    kiosk.add_numbered(300);
    REQUIRE(kiosk.run_until_rest());
    const std::string file = folder.path() + "/records";
    back_up(hq, file);
    kiosk.add_numbered(200);
    REQUIRE(kiosk.run_until_rest());
    const std::string store = fresh_store("SQLite", folder);
    REQUIRE(restore(file, store));
    hq.open(store);
    // With its next session it finds out.
    kiosk.now.value += ms_per_hour;
    hq.clock.advance(ms_per_hour);
    CHECK(kiosk.run_until_rest());
    CHECK(kiosk.waits() == 0);
    CHECK(broken_rule(hq, {&kiosk}) == "");
}

TEST_CASE("a copy that was changed or cut off anywhere is refused whole") {
    ScratchFolder folder;
    HqScene hq;
    KioskScene kiosk(hq, 1);
    kiosk.add_numbered(40);
    REQUIRE(kiosk.run_until_rest());
    const std::string file = folder.path() + "/records";
    back_up(hq, file);
    const std::string whole = bytes_of(file);
    const std::string store = fresh_store("SQLite", folder);
    const auto refused = [&](const std::string& bytes) {
        put_bytes(file, bytes);
        const auto taken = restore(file, store);
        return !taken && taken.error().kind == ErrorKind::damaged;
    };
    const std::size_t step = whole.size() / 60 + 1;
    for (std::size_t at = 0; at < whole.size(); at += step) {
        INFO("byte " << at);
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        CHECK(refused(changed));
        CHECK(refused(whole.substr(0, at)));
    }
    CHECK(refused(whole.substr(0, whole.size() - 1)));
    // Nothing of it was taken: the whole one still finds empty tables.
    put_bytes(file, whole);
    CHECK(restore(file, store));
    // And a second time it does not.
    const auto again = restore(file, store);
    REQUIRE_FALSE(again);
    CHECK(again.error().kind == ErrorKind::refused);
}

TEST_CASE("every table is either copied or made anew") {
    HqScene hq;
    // Derived from the records, or over within the hour.
    const std::set<std::string> left_out{"schema_version",  "feed",
                                         "subjects",        "hosted",
                                         "community_facts", "community_words",
                                         "activity_people", "dirty",
                                         "people",          "person_years",
                                         "branches",        "branch_totals",
                                         "branch_years",    "community_totals",
                                         "community_years", "issued_slips",
                                         "slip_batches",    "uploads",
                                         "doubts",          "invitations",
                                         "tries",           "ended_sessions"};
    const auto tables = hq.with<std::vector<std::string>>([](sql::Session& session) {
        std::vector<std::string> names;
        const Status read =
            session.query("SELECT name FROM sqlite_master WHERE type='table'", {}, [&](const sql::Row& row) {
                names.push_back(row.text(0));
                return Status{};
            });
        return read ? Result(names) : Result<std::vector<std::string>>(read.error());
    });
    CHECK(tables.size() > 20);
    for (const std::string& table : tables) {
        INFO(table);
        CHECK((hq::find_backup_table(table) != nullptr) != left_out.contains(table));
    }
}
