// SPDX-License-Identifier: MIT
// A kiosk's log arrives, once, whatever happens to either side's records. Every rule on both engines.
#include <catch2/catch.hpp>

#include "tests/support/hq_scene.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

std::string fresh_store(const std::string& engine) {
    if (engine == "SQLite") return "";
    REQUIRE(shared_postgres() != nullptr);
    return shared_postgres()->fresh_database();
}

void check_held_once(HqScene& hq, std::initializer_list<const KioskScene*> kiosks) {
    CHECK(broken_rule(hq, kiosks).empty());
}

}  // namespace

TEST_CASE("a log arrives whole, and again nothing is sent") {
    for (const std::string engine : {"SQLite", "PostgreSQL"}) {
        INFO(engine);
        HqScene hq(fresh_store(engine));
        KioskScene kiosk(hq, 1);
        kiosk.add_numbered(1234);
        CHECK(kiosk.run_until_rest());
        CHECK(kiosk.waits() == 0);
        check_held_once(hq, {&kiosk});
        const int sends = kiosk.sends;
        CHECK(kiosk.run_until_rest());
        CHECK(kiosk.sends - sends <= 4);  // hello, challenge, session, pull
        kiosk.add_numbered(1);
        CHECK(kiosk.run_until_rest());
        check_held_once(hq, {&kiosk});
    }
}

TEST_CASE("cards travel with their events and come out at the other window") {
    HqScene hq;
    KioskScene one(hq, 1);
    KioskScene two(hq, 2);
    Event event = numbered_event(10);
    const SealedCard card = numbered_card(3);
    event.card = card.name;
    one.add(event, {card});
    CHECK(one.run_until_rest());
    CHECK(two.run_until_rest());
    const auto taken = two.journal->card(card.name);
    REQUIRE(taken);
    CHECK(*taken == card);
}

TEST_CASE("fault_056_an_answer_that_is_lost_after_the_commit_makes_no_double") {
    for (const std::string engine : {"SQLite", "PostgreSQL"}) {
        INFO(engine);
        HqScene hq(fresh_store(engine));
        KioskScene kiosk(hq, 1);
        kiosk.add_numbered(1300);
        int lost = 0;
        CHECK(kiosk.run_until_rest([&](const HttpRequest& request) -> std::optional<HttpResponse> {
            auto response = hq.answer(request);
            if (request.target.ends_with("/push") && ++lost % 3 != 0) return std::nullopt;
            return response;
        }));
        CHECK(lost > 3);
        CHECK(kiosk.waits() == 0);
        check_held_once(hq, {&kiosk});
    }
}

TEST_CASE("fault_057_a_batch_played_again_a_hundred_times_and_a_month_later_counts_once") {
    HqScene hq;
    KioskScene kiosk(hq, 1);
    kiosk.add_numbered(700);
    std::vector<HttpRequest> pushes;
    CHECK(kiosk.run_until_rest([&](const HttpRequest& request) {
        if (request.target.ends_with("/push")) pushes.push_back(request);
        return std::optional(hq.answer(request));
    }));
    REQUIRE(pushes.size() == 2);
    for (int i = 0; i < 100; ++i) (void)hq.answer(pushes[static_cast<std::size_t>(i % 2 == 0)]);
    check_held_once(hq, {&kiosk});
    hq.clock.advance(30 * ms_per_day);
    CHECK(hq.answer(pushes[0]).status == 401);  // its session is long over
    kiosk.add_numbered(3);
    CHECK(kiosk.run_until_rest());
    check_held_once(hq, {&kiosk});
}

TEST_CASE("fault_058_a_batch_with_a_gap_is_told_where_to_begin") {
    HqScene hq;
    KioskScene kiosk(hq, 1);
    kiosk.add_numbered(600);
    CHECK(kiosk.run_until_rest());
    // As if headquarters had lost the newest ones, while the session goes on.
    (void)hq.with<std::int64_t>([&](sql::Session& session) -> Result<std::int64_t> {
        const OriginId origin = kiosk.journal->origin();
        const auto row = hq::kept_records(session, origin, {1}, {399}, 1);
        if (!row) return row.error();
        if (auto cut = session.run("DELETE FROM inbox WHERE seq>400", {}); !cut) return cut.error();
        return session.run("UPDATE logs SET seq=400, tail=?, kept_tail=? WHERE origin=?",
                           {row->front().hash, row->front().hash, origin});
    });
    kiosk.add_numbered(5);
    CHECK(kiosk.run_until_rest());
    check_held_once(hq, {&kiosk});
}

TEST_CASE("fault_060_headquarters_restored_from_a_backup_is_filled_up_again") {
    HqScene hq;
    KioskScene one(hq, 1);
    KioskScene two(hq, 2);
    one.add_numbered(300);
    two.add_numbered(40);
    CHECK(one.run_until_rest());
    CHECK(two.run_until_rest());
    const std::string backup = hq.folder.path() + "/backup.db";
    hq.headquarters.reset();
    hq.pool.reset();
    std::filesystem::copy(hq.where, backup);
    hq.restart();
    one.add_numbered(900);
    two.add_numbered(10);
    CHECK(one.run_until_rest());
    CHECK(two.run_until_rest());
    hq.open(backup);
    one.add_numbered(1);
    CHECK(one.run_until_rest());
    // A kiosk with nothing to send finds out with its next session.
    two.now.value += ms_per_hour;
    hq.clock.advance(ms_per_hour);
    CHECK(two.run_until_rest());
    check_held_once(hq, {&one, &two});
}

TEST_CASE("a kiosk restored from a backup gets the end of its log back, and goes on under a new epoch") {
    HqScene hq;
    KioskScene kiosk(hq, 1);
    kiosk.add_numbered(200);
    const std::string backup = kiosk.folder.path() + "/backup";
    kiosk.save_as(backup);
    kiosk.add_numbered(800);
    CHECK(kiosk.run_until_rest());
    kiosk.restore(backup);
    CHECK(kiosk.journal->count() == 200);
    CHECK(kiosk.run_until_rest());
    CHECK(kiosk.journal->count() == 1000);
    CHECK(kiosk.waits() == 0);
    CHECK(kiosk.journal->epoch() == Epoch{2});
    kiosk.add_numbered(4);
    CHECK(kiosk.run_until_rest());
    check_held_once(hq, {&kiosk});
    CHECK(hq.verified().forks == 0);
}

TEST_CASE("fault_059_two_machines_under_one_name_are_both_kept_and_told") {
    for (const std::string engine : {"SQLite", "PostgreSQL"}) {
        INFO(engine);
        HqScene hq(fresh_store(engine));
        KioskScene kiosk(hq, 1);
        kiosk.add_numbered(700);
        CHECK(kiosk.run_until_rest());
        kiosk.add_numbered(20);
        const std::string clone = kiosk.folder.path() + "/clone";
        kiosk.save_as(clone);
        kiosk.add_numbered(600);
        CHECK(kiosk.run_until_rest());
        // The other machine went on from the copy, and comes to headquarters later.
        kiosk.restore(clone);
        kiosk.add_numbered(650);
        CHECK(kiosk.run_until_rest());
        CHECK(kiosk.engine->view().forked);
        CHECK(kiosk.waits() == 0);
        check_held_once(hq, {&kiosk});
        CHECK(hq.verified().forks == 1);
        CHECK(hq.count("attention WHERE word='fork'") == 1);
        CHECK(kiosk.journal->epoch() == Epoch{2});
        // It goes on, and what it sends is not a fork any more.
        kiosk.add_numbered(10);
        CHECK(kiosk.run_until_rest());
        kiosk.reopen();
        kiosk.add_numbered(10);
        CHECK(kiosk.run_until_rest());
        check_held_once(hq, {&kiosk});
        CHECK(hq.verified().forks == 1);
    }
}

TEST_CASE("a fork whose machine died between the answer and the new epoch is the same fork") {
    HqScene hq;
    KioskScene kiosk(hq, 1);
    kiosk.add_numbered(100);
    CHECK(kiosk.run_until_rest());
    const std::string clone = kiosk.folder.path() + "/clone";
    kiosk.save_as(clone);
    kiosk.add_numbered(50);
    CHECK(kiosk.run_until_rest());
    kiosk.restore(clone);
    kiosk.add_numbered(60);
    const std::string before = kiosk.folder.path() + "/before";
    kiosk.save_as(before);
    CHECK(kiosk.run_until_rest());
    kiosk.restore(before);  // the answer never reached its disk
    kiosk.add_numbered(5);  // and it recorded more under the old epoch
    CHECK(kiosk.run_until_rest());
    check_held_once(hq, {&kiosk});
    CHECK(hq.verified().forks == 1);
}

TEST_CASE("fault_063_one_poisonous_event_among_five_hundred_goes_apart_and_blocks_nobody") {
    for (const std::string engine : {"SQLite", "PostgreSQL"}) {
        INFO(engine);
        HqScene hq(fresh_store(engine));
        KioskScene kiosk(hq, 1);
        kiosk.add_numbered(237);
        Event poison = numbered_event(999);
        poison.body = R"({"n":1,"n":2})";  // bytes that no reader takes: a key comes twice
        const Record bad = kiosk.add(poison);
        CHECK_FALSE(event_from_bytes(bad.bytes));
        kiosk.add_numbered(262);
        CHECK(kiosk.run_until_rest());
        CHECK(kiosk.waits() == 0);
        check_held_once(hq, {&kiosk});
        CHECK(hq.verified().quarantined == 1);
        CHECK(hq.count("attention WHERE word='quarantined'") == 1);
        CHECK(kiosk.engine->view().quarantined == 1);
        CHECK(hq.count("feed") == 499);
    }
}

TEST_CASE("fault_064_kinds_and_schemas_of_the_future_are_kept_and_passed_on") {
    HqScene hq;
    KioskScene one(hq, 1);
    KioskScene two(hq, 2);
    Event event = numbered_event(10);
    event.kind = "member.beamed";
    event.sv = 9;
    event.body = R"({"serial":"00000000000000aa","warp":true})";
    const Record record = one.add(event);
    CHECK(one.run_until_rest());
    CHECK(two.run_until_rest());
    CHECK(two.journal->record(record.id).ok());
    check_held_once(hq, {&one});
}

TEST_CASE("fault_068_a_revoked_kiosk_still_hands_over_its_events_and_reads_nothing") {
    HqScene hq;
    KioskScene one(hq, 1);
    KioskScene two(hq, 2);
    one.add_numbered(20);
    CHECK(one.run_until_rest());
    two.add_numbered(5);
    CHECK(two.run_until_rest());
    REQUIRE(hq.pool->with<void>([&](sql::Session& session) {
        return hq::set_standing(session, one.journal->origin(), Standing::revoked);
    }));
    one.add_numbered(30);
    two.add_numbered(7);
    CHECK(two.run_until_rest());
    const auto before = one.journal->count();
    CHECK(one.run_until_rest());
    CHECK(one.waits() == 0);
    CHECK(one.journal->count() == before);
    check_held_once(hq, {&one, &two});
    CHECK(hq.count("inbox WHERE state=2") == 30);
    CHECK(hq.count("feed") == 20 + 5 + 7);
    // Somebody's word takes them into use.
    REQUIRE(hq.pool->with<void>([&](sql::Session& session) {
        return hq::set_standing(session, one.journal->origin(), Standing::active);
    }));
    one.add_numbered(1);
    CHECK(one.run_until_rest());
    CHECK(hq.count("feed") == 20 + 5 + 7 + 30 + 1);
}

TEST_CASE("fault_068_a_revoked_kiosk_that_is_told_so_forgets_its_names_after_handing_them_over") {
    HqScene hq;
    KioskScene kiosk(hq, 1);
    CHECK(kiosk.run_until_rest());
    Event event = numbered_event(10);
    const SealedCard card = numbered_card(3);
    event.card = card.name;
    kiosk.add(event, {card});
    REQUIRE(hq.pool->with<void>([&](sql::Session& session) {
        return hq::revoke(session, kiosk.journal->origin(), hq::Names::wiped);
    }));
    CHECK(kiosk.run_until_rest());
    // Reading is refused at once; why is told with the next session.
    CHECK(kiosk.run_until_rest());
    CHECK(kiosk.engine->view().standing == Standing::revoked);
    CHECK(hq.count("cards") == 1);
    const auto kept = kiosk.journal->card(card.name);
    REQUIRE_FALSE(kept);
    CHECK(kept.error().kind == ErrorKind::not_found);
    CHECK(kiosk.waits() == 0);
    CHECK(kiosk.journal->verify_all().ok());
    check_held_once(hq, {&kiosk});
}

TEST_CASE("a kiosk that waits for approval hears of it with the next round") {
    HqScene hq;
    KioskScene kiosk(hq, 1, {0xF00001}, Standing::waiting);
    kiosk.add_numbered(3);
    CHECK(kiosk.run_until_rest());
    CHECK(kiosk.engine->view().standing == Standing::waiting);
    REQUIRE(hq.pool->with<void>([&](sql::Session& session) {
        return hq::set_standing(session, kiosk.journal->origin(), Standing::active);
    }));
    hq.clock.advance(31'000);
    kiosk.now.value += 31'000;
    CHECK(kiosk.run());
    CHECK(kiosk.engine->view().standing == Standing::active);
}

TEST_CASE("fault_068_a_session_that_ran_out_after_a_hundred_days_is_opened_anew") {
    HqScene hq;
    KioskScene kiosk(hq, 1);
    kiosk.add_numbered(5);
    CHECK(kiosk.run_until_rest());
    kiosk.now.value += 120 * ms_per_day;
    hq.clock.advance(120 * ms_per_day);
    kiosk.add_numbered(5);
    CHECK(kiosk.run_until_rest());
    check_held_once(hq, {&kiosk});
}

TEST_CASE("fault_087_rows_that_somebody_changed_or_removed_by_SQL_are_found") {
    for (const char* harm : {"DELETE FROM inbox WHERE seq=17", "UPDATE inbox SET bytes='{}' WHERE seq=17",
                             "DELETE FROM inbox WHERE seq=40"}) {
        INFO(harm);
        HqScene hq;
        KioskScene kiosk(hq, 1);
        kiosk.add_numbered(40);
        CHECK(kiosk.run_until_rest());
        CHECK(hq.verified().damaged.empty());
        (void)hq.with<std::int64_t>([&](sql::Session& session) { return session.run(harm, {}); });
        CHECK(hq.verified().damaged.size() == 1);
    }
}

TEST_CASE("a kiosk that nobody enrolled loses nothing and waits") {
    HqScene hq;
    KioskScene kiosk(hq, 1);
    kiosk.add_numbered(3);
    (void)hq.with<std::int64_t>([&](sql::Session& session) { return session.run("DELETE FROM kiosks", {}); });
    CHECK_FALSE(kiosk.run_until_rest(kiosk.straight(), 3));
    CHECK(kiosk.engine->view().trouble == SyncTrouble::not_known);
    CHECK(kiosk.waits() == 3);
}

TEST_CASE("somebody else's key opens no session and takes no batch") {
    HqScene hq;
    KioskScene kiosk(hq, 1);
    KioskScene other(hq, 2);
    kiosk.add_numbered(3);
    kiosk.key = other.key;
    kiosk.reopen();
    CHECK_FALSE(kiosk.run_until_rest(kiosk.straight(), 3));
    CHECK(kiosk.engine->view().trouble == SyncTrouble::not_known);
    CHECK(hq.count("inbox") == 0);
}
