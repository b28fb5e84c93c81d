// SPDX-License-Identifier: MIT
// What goes down: everything about the members hosted here, the rest of this community's events, nothing
// else.
#include <catch2/catch.hpp>
#include <set>

#include "domain/base/text.hpp"
#include "domain/event/kinds_member.hpp"
#include "tests/support/hq_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

Event about(std::string_view kind, std::uint64_t serial, const std::string& rest = "") {
    static std::uint64_t number = 0;
    Event event = numbered_event(++number * 2);
    event.at.mono = {static_cast<std::int64_t>(number)};
    event.kind = kind;
    event.body = R"({"serial":")" + to_hex64(serial) + "\"" + rest + "}";
    return event;
}

bool has(KioskScene& kiosk, const Record& record) {
    return kiosk.journal->record(record.id).ok();
}

}  // namespace

TEST_CASE("two windows of one community see each other's events, another community sees none of them") {
    HqScene hq;
    KioskScene a(hq, 1, {0xF00001});
    KioskScene b(hq, 2, {0xF00001});
    KioskScene elsewhere(hq, 3, {0xF00002});
    const Record planned = a.add(numbered_event(10));
    const Record signed_in = b.add(about("attendance.in", 77));
    const Record theirs = elsewhere.add(about("attendance.in", 78));
    for (KioskScene* kiosk : {&a, &b, &elsewhere, &a}) CHECK(kiosk->run_until_rest());
    CHECK(has(b, planned));
    CHECK(has(a, signed_in));
    CHECK_FALSE(has(elsewhere, planned));
    CHECK_FALSE(has(elsewhere, signed_in));
    CHECK_FALSE(has(a, theirs));
}

TEST_CASE("what a member does elsewhere comes home, also what was there before she registered") {
    HqScene hq;
    KioskScene home(hq, 1, {0xF00001});
    KioskScene away(hq, 2, {0xF00002});
    const Record before = away.add(about("attendance.in", 500));
    CHECK(away.run_until_rest());
    home.add(about("member.registered", 500, R"(,"number":"枫林A-0001","purpose":1)"));
    CHECK(home.run_until_rest());
    CHECK(home.run_until_rest());
    CHECK(has(home, before));
    const Record after = away.add(about("attendance.out", 500));
    CHECK(away.run_until_rest());
    CHECK(home.run_until_rest());
    CHECK(has(home, after));
    // A second slip of the same person, tied by her number.
    const std::string member = R"(,"member":"00000000000007e7","agency":1,"batch":1,"running":1,"year":2026)";
    home.add(about("slip.issued", 500, member));
    home.add(about("slip.issued", 501, member));
    CHECK(home.run_until_rest());
    const Record second = away.add(about("attendance.in", 501));
    CHECK(away.run_until_rest());
    CHECK(home.run_until_rest());
    CHECK(has(home, second));
}

TEST_CASE("fault_072_however_projectors_and_readers_are_mixed_a_cursor_skips_nothing") {
    REQUIRE(shared_postgres() != nullptr);
    for (const std::string& where : {std::string(), shared_postgres()->fresh_database()}) {
        HqScene hq(where);
        hq.project = false;
        KioskScene a(hq, 1);
        KioskScene b(hq, 2);
        KioskScene reader(hq, 3);
        std::set<std::string> wanted;
        SeededRandom random(3);
        for (int round = 0; round < 20; ++round) {
            for (KioskScene* kiosk : {&a, &b}) {
                kiosk->add_numbered(1 + random.below(40));
                CHECK(kiosk->run_until_rest());
            }
            const auto behind = hq.with<std::vector<hq::LogName>>(
                [](sql::Session& session) { return hq::logs_behind(session); });
            // Now the one, now the other log is left behind for a while.
            for (const hq::LogName& log : behind) {
                if (random.below(2) == 0) continue;
                (void)hq.with<std::size_t>(
                    [&](sql::Session& session) { return hq::project_some(session, log); });
            }
            CHECK(reader.run_until_rest());
        }
        REQUIRE(hq.pool->with<void>([](sql::Session& session) { return hq::project_all(session); }));
        CHECK(reader.run_until_rest());
        CHECK(reader.journal->count() == a.written.size() + b.written.size());
    }
}

TEST_CASE("a backlog of many pages is read page by page, each event once, on both engines") {
    REQUIRE(shared_postgres() != nullptr);
    for (const std::string& where : {std::string(), shared_postgres()->fresh_database()}) {
        HqScene hq(where);
        hq.project = false;
        KioskScene writer(hq, 1);
        KioskScene reader(hq, 2);
        // Revisions of 7 and of 500 events: pages end within and between what is looked at for one page.
        for (const std::uint64_t count : {7U, 1'300U, 7U, 493U, 7U}) {
            writer.add_numbered(count);
            CHECK(writer.run_until_rest());
            REQUIRE(hq.pool->with<void>([](sql::Session& session) { return hq::project_all(session); }));
        }
        std::size_t largest = 0;
        FeedCursor cursor;
        for (bool more = true; more;) {
            const auto page = hq.with<hq::FeedPage>([&](sql::Session& session) {
                return hq::feed_after(session, writer.community, cursor, reader.journal->origin());
            });
            largest = std::max(largest, page.news.records.size());
            cursor = page.to;
            more = page.more;
        }
        CHECK(largest == 500);
        CHECK(reader.run_until_rest());
        CHECK(reader.journal->count() == writer.written.size());
    }
}

TEST_CASE("fault_088_projections_made_anew_are_the_same") {
    REQUIRE(shared_postgres() != nullptr);
    for (const std::string& where : {std::string(), shared_postgres()->fresh_database()}) {
        HqScene hq(where);
        KioskScene a(hq, 1, {0xF00001});
        KioskScene b(hq, 2, {0xF00002});
        for (std::uint64_t serial = 1; serial < 60; ++serial) {
            (serial % 3 == 0 ? b : a).add(about("member.registered", serial, R"(,"number":"x","purpose":1)"));
            (serial % 2 == 0 ? b : a).add(about("attendance.in", serial));
        }
        a.add_numbered(1500);
        for (KioskScene* kiosk : {&a, &b}) CHECK(kiosk->run_until_rest());
        const auto digest = [&] {
            return hq.with<Hash>([](sql::Session& session) { return hq::projections_digest(session); });
        };
        const Hash before = digest();
        REQUIRE(hq.pool->with<void>([](sql::Session& session) { return hq::rebuild(session); }));
        CHECK(digest() == before);
        CHECK(a.run_until_rest());
        CHECK(b.run_until_rest());
    }
}
