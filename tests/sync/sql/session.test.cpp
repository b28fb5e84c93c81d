// SPDX-License-Identifier: MIT
// One set of texts on two engines: each rule is shown on SQLite and on PostgreSQL.
#include <catch2/catch.hpp>

#include "sync/sql/session.hpp"
#include "tests/support/postgres_server.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr const char* table =
    "CREATE TABLE thing(origin bytea NOT NULL, seq bigint NOT NULL, word text NOT NULL, PRIMARY KEY(origin, "
    "seq))";

struct Engine {
    TemporaryFolder folder;
    std::unique_ptr<sql::Session> session;
};

std::unique_ptr<Engine> engine(const std::string& name) {
    auto made = std::make_unique<Engine>();
    std::string where = (made->folder.path() / "hq.db").string();
    if (name == "PostgreSQL") {
        REQUIRE(shared_postgres() != nullptr);
        where = shared_postgres()->fresh_database();
    }
    auto session = sql::open_session(where);
    REQUIRE(session);
    made->session = std::move(*session);
    REQUIRE(made->session->execute(table));
    return made;
}

std::vector<std::int64_t> numbers_of(sql::Session& session) {
    std::vector<std::int64_t> out;
    REQUIRE(session.query("SELECT seq FROM thing ORDER BY seq", {}, [&](const sql::Row& row) {
        out.push_back(row.integer(0));
        return Status{};
    }));
    return out;
}

}  // namespace

TEST_CASE("numbers, texts and bytes come back as they went in") {
    for (const std::string name : {"SQLite", "PostgreSQL"}) {
        INFO(name);
        const auto made = engine(name);
        const OriginId origin{{0, 1, 255, 7}};
        const std::string word = "陈\"'; DROP TABLE thing; -- ?";
        for (const std::int64_t seq : {INT64_MIN, std::int64_t{-1}, std::int64_t{0}, INT64_MAX}) {
            REQUIRE(
                made->session->run("INSERT INTO thing(origin,seq,word) VALUES (?,?,?)", {origin, seq, word}));
        }
        CHECK(numbers_of(*made->session) == std::vector<std::int64_t>{INT64_MIN, -1, 0, INT64_MAX});
        REQUIRE(made->session->query("SELECT origin, word FROM thing WHERE seq=? AND origin=?",
                                     {std::int64_t{0}, origin}, [&](const sql::Row& row) {
                                         CHECK(row.id<OriginId>(0) == origin);
                                         CHECK(row.text(1) == word);
                                         return Status{};
                                     }));
        REQUIRE(
            made->session->run("UPDATE thing SET word=? WHERE seq=?", {std::string_view(), std::int64_t{0}}));
    }
}

TEST_CASE("rows that are there already are left alone, and the count says so") {
    for (const std::string name : {"SQLite", "PostgreSQL"}) {
        INFO(name);
        const auto made = engine(name);
        const OriginId origin{{1}};
        std::vector<sql::Value> rows;
        for (std::int64_t seq = 1; seq <= 600; ++seq) {
            rows.insert(rows.end(), {sql::Value(origin), sql::Value(seq), sql::Value(std::string_view("w"))});
        }
        const char* into = "thing(origin,seq,word)";
        const char* then = "ON CONFLICT (origin, seq) DO NOTHING";
        const auto some = made->session->insert(into, 3, sql::Values(rows).first(30), then);
        REQUIRE(some);
        CHECK(*some == 10);
        const auto rest = made->session->insert(into, 3, rows, then);
        REQUIRE(rest);
        CHECK(*rest == 590);
        CHECK(numbers_of(*made->session).size() == 600);
    }
}

TEST_CASE("new rows come in whole, or not at all when one of them is there already") {
    for (const std::string name : {"SQLite", "PostgreSQL"}) {
        INFO(name);
        const auto made = engine(name);
        const OriginId origin{{0, 255, 10, 13}};
        const auto append = [&](std::int64_t from, std::int64_t to) {
            std::vector<sql::Value> rows;
            for (std::int64_t seq = from; seq <= to; ++seq)
                rows.insert(rows.end(), {origin, seq, std::string_view("报到\n\\.\t")});
            return made->session->transaction(
                [&] { return made->session->append("thing(origin,seq,word)", 3, rows); });
        };
        REQUIRE(append(-2, 600));
        CHECK(numbers_of(*made->session).size() == 603);
        const Status again = append(600, 700);
        REQUIRE_FALSE(again);
        CHECK(again.error().kind == ErrorKind::refused);
        CHECK(numbers_of(*made->session).back() == 600);
        REQUIRE(append(601, 601));
        REQUIRE(made->session->query("SELECT origin,word FROM thing WHERE seq=?", {std::int64_t{-2}},
                                     [&](const sql::Row& row) {
                                         CHECK(row.id<OriginId>(0) == origin);
                                         CHECK(row.text(1) == "报到\n\\.\t");
                                         return Status{};
                                     }));
    }
}

TEST_CASE("a transaction that fails leaves nothing, and the session goes on") {
    for (const std::string name : {"SQLite", "PostgreSQL"}) {
        INFO(name);
        const auto made = engine(name);
        const auto put = [&](std::int64_t seq) -> Status {
            const auto done = made->session->run("INSERT INTO thing(origin,seq,word) VALUES (?,?,?)",
                                                 {OriginId{}, seq, std::string_view("w")});
            return done ? Status{} : Status{done.error()};
        };
        const auto failed = made->session->transaction([&]() -> Status {
            if (auto one = put(1); !one) return one;
            return put(1);
        });
        REQUIRE_FALSE(failed);
        CHECK(failed.error().kind == ErrorKind::refused);
        CHECK(made->session->usable());
        REQUIRE(made->session->transaction([&] { return put(2); }));
        CHECK(numbers_of(*made->session) == std::vector<std::int64_t>{2});
        CHECK(
            made->session->number("SELECT seq FROM thing WHERE origin=? FOR UPDATE", {OriginId{}}).value() ==
            2);
    }
}

TEST_CASE("a lost server is an error, never a silence") {
    auto* server = shared_postgres();
    REQUIRE(server != nullptr);
    const std::string where = server->fresh_database();
    auto session = sql::open_session(where);
    REQUIRE(session);
    server->stop_at_once();
    CHECK_FALSE((*session)->number("SELECT 1", {}));
    CHECK_FALSE((*session)->usable());
    CHECK_FALSE(sql::open_session(where));
    server->start_again();
    session = sql::open_session(where);
    REQUIRE(session);
    CHECK((*session)->number("SELECT CAST(1 AS bigint)", {}).value() == 1);
}
