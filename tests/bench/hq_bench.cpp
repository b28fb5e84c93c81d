// SPDX-License-Identifier: MIT
// bench_hq [--quick]: what headquarters costs beside its database. One kiosk's backlog is taken in through
// the front door (unpacked, signature and chain checked, stored with its log's place in one transaction a
// batch), and the same rows are put into a bare table in equal batches; on PostgreSQL also by COPY. Both
// sides in turn, in one run.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string_view>

#include "domain/base/file.hpp"
#include "domain/base/text.hpp"
#include "tests/support/child.hpp"
#include "tests/support/hq_scene.hpp"

namespace {

using namespace baodao;
using namespace baodao::test;

constexpr int rounds = 3;

double seconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

// A kiosk's backlog as it travels.
struct Backlog {
    HqScene first;
    KioskScene kiosk{first, 1};
    std::vector<HttpRequest> pushes;
    std::vector<Record> records;
    std::size_t bytes = 0;

    explicit Backlog(std::uint64_t events) {
        first.project = false;
        for (std::uint64_t n = 1; n <= events; ++n) {
            Event event = numbered_event(n);
            event.at.boot = kiosk.random.draw<BootId>();
            records.push_back(kiosk.add(std::move(event)));
        }
        BAODAO_CHECK(kiosk.run_until_rest([&](const HttpRequest& request) {
            if (request.target.ends_with("/push")) {
                pushes.push_back(request);
                bytes += request.body.size();
            }
            return std::optional(first.answer(request));
        }));
    }
};

// Where both sides of a row keep theirs: a database of its own on the server, or a file on the real disk.
struct Place {
    TemporaryFolder folder;
    std::string where;
    explicit Place(PostgresServer* server)
        : where(server != nullptr ? server->fresh_database() : (folder.path() / "records.db").string()) {}
};

double take_in(Backlog& backlog, PostgresServer* server) {
    const Place place(server);
    HqScene hq(place.where);
    hq.project = false;
    hq.clock = backlog.first.clock;
    hq.enrol(backlog.kiosk.journal->origin(), backlog.kiosk.key.public_key, backlog.kiosk.community);
    const double took = seconds([&] {
        for (const HttpRequest& push : backlog.pushes) BAODAO_CHECK(hq.answer(push).status == 200);
    });
    BAODAO_CHECK(hq.count("inbox") == static_cast<std::int64_t>(backlog.records.size()));
    return took;
}

constexpr const char* bare_table =
    "CREATE TABLE bare(origin bytea NOT NULL, epoch bigint NOT NULL, seq bigint NOT NULL, prev bytea NOT "
    "NULL, "
    "hash bytea NOT NULL, bytes bytea NOT NULL, state bigint NOT NULL, received_ms bigint NOT NULL, "
    "PRIMARY KEY(origin, epoch, seq))";

double bare_inserts(const Backlog& backlog, PostgresServer* server) {
    const Place place(server);
    auto session = sql::open_session(place.where);
    BAODAO_CHECK(session.ok());
    BAODAO_CHECK((*session)->execute(bare_table).ok());
    return seconds([&] {
        for (std::size_t from = 0; from < backlog.records.size(); from += push_events_max) {
            std::vector<sql::Value> values;
            const std::size_t to = std::min(from + push_events_max, backlog.records.size());
            for (std::size_t i = from; i < to; ++i) {
                const Record& record = backlog.records[i];
                values.insert(values.end(),
                              {record.id.origin, record.id.epoch, record.id.seq, record.prev, record.hash,
                               sql::Value(as_bytes(record.bytes)), std::int64_t{0}, std::int64_t{0}});
            }
            const Status put = (*session)->transaction([&]() -> Status {
                const auto rows = (*session)->insert(
                    "bare(origin,epoch,seq,prev,hash,bytes,state,received_ms)", 8, values, "");
                return rows ? Status{} : Status{rows.error()};
            });
            BAODAO_CHECK(put.ok());
        }
    });
}

// By PostgreSQL's own client, whose start is not counted: it is timed with an empty file too.
double copied(const Backlog& backlog, PostgresServer* server) {
    TemporaryFolder folder;
    const std::string store = server->fresh_database();
    std::string lines;
    const auto hex = [](const auto& id) { return "\\\\x" + to_hex(id); };
    for (const Record& record : backlog.records) {
        lines += hex(record.id.origin) + '\t' + std::to_string(record.id.epoch.value) + '\t' +
                 std::to_string(record.id.seq.value) + '\t' + hex(record.prev) + '\t' + hex(record.hash) +
                 '\t' + "\\\\x" + to_hex(as_bytes(record.bytes)) + "\t0\t0\n";
    }
    const auto full = folder.path() / "rows";
    const auto empty = folder.path() / "none";
    BAODAO_CHECK(write_file_atomic(full, lines).ok());
    BAODAO_CHECK(write_file_atomic(empty, "").ok());
    auto session = sql::open_session(store);
    BAODAO_CHECK(session.ok());
    BAODAO_CHECK((*session)->execute(bare_table).ok());
    const auto copy = [&](const std::filesystem::path& from) {
        return seconds([&] {
            const ChildRun done =
                run_child({"psql", "-q", store, "-c", "\\copy bare from '" + from.string() + "'"});
            BAODAO_CHECK(done.exited && done.code == 0);
        });
    };
    const double start = copy(empty);
    return copy(full) - start;
}

void row(const char* what, double ours, double theirs, std::size_t events) {
    std::printf("  %-58s %7.0f events/s  x%.2f of %.0f\n", what, static_cast<double>(events) / ours,
                theirs / ours, static_cast<double>(events) / theirs);
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    const bool quick = argc > 1 && std::string_view(argv[1]) == "--quick";
    Backlog backlog(quick ? 2'000 : 20'000);
    const std::size_t events = backlog.records.size();
    std::printf("headquarters, one kiosk's backlog of %zu events in batches of %zu\n", events,
                push_events_max);
    std::vector<double> ours;
    std::vector<double> theirs;
    for (int round = 0; round < rounds; ++round) {
        ours.push_back(take_in(backlog, nullptr));
        theirs.push_back(bare_inserts(backlog, nullptr));
    }
    row("SQLite: taking in, beside bare prepared inserts", median(ours), median(theirs), events);
    if (PostgresServer* server = shared_postgres(); server != nullptr) {
        ours.clear();
        theirs.clear();
        std::vector<double> by_copy;
        for (int round = 0; round < rounds; ++round) {
            ours.push_back(take_in(backlog, server));
            theirs.push_back(bare_inserts(backlog, server));
            by_copy.push_back(copied(backlog, server));
        }
        row("PostgreSQL: taking in, beside bare prepared inserts", median(ours), median(theirs), events);
        row("PostgreSQL: taking in, beside COPY", median(ours), median(by_copy), events);
    }
    std::size_t text_bytes = 0;
    for (const Record& record : backlog.records) text_bytes += record.bytes.size();
    std::printf("  an event is %.0f bytes of text and %.1f on the wire\n",
                static_cast<double>(text_bytes) / static_cast<double>(events),
                static_cast<double>(backlog.bytes) / static_cast<double>(events));
    return 0;
}
