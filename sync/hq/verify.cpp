// SPDX-License-Identifier: MIT
#include "sync/hq/verify.hpp"

#include <algorithm>

#include "domain/base/text.hpp"
#include "domain/slip/byte_io.hpp"

namespace baodao::hq {

namespace {

constexpr std::uint64_t read_at_once = 1000;

// Where the chain breaks, or an empty text.
Result<std::string> broken_at(sql::Session& session, const HeldLog& log, std::uint64_t& records) {
    const std::uint64_t wanted = log.seq.value - log.first.value + 1;
    Hash prev{};
    std::uint64_t at = 0;
    while (at < wanted) {
        // No further than the end that was read before: the log may grow meanwhile.
        const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(wanted - at, read_at_once));
        const auto part = kept_records(session, log.branch, log.epoch, {at}, count);
        if (!part) return part.error();
        if (part->empty()) return "records are missing after " + std::to_string(at);
        for (const Record& record : *part) {
            ++at;
            if (record.id.seq.value != at) return "record " + std::to_string(at) + " is missing";
            const bool holds =
                record.prev == prev && chain_hash(record.id, record.prev, record.bytes) == record.hash;
            if (!holds) return "record " + std::to_string(at) + " was altered";
            prev = record.hash;
        }
    }
    records += at;
    if (prev != log.kept_tail) return std::string("its end is not the one that was acknowledged");
    return std::string();
}

Result<std::vector<OriginId>> origins(sql::Session& session) {
    std::vector<OriginId> out;
    const auto read =
        session.query("SELECT DISTINCT origin FROM logs ORDER BY origin", {}, [&](const sql::Row& row) {
            out.push_back(row.id<OriginId>(0));
            return Status{};
        });
    if (!read) return read.error();
    return out;
}

}  // namespace

Result<Verified> verify(sql::Session& session) {
    Verified out;
    const auto all = origins(session);
    if (!all) return all.error();
    for (const OriginId& origin : *all) {
        const auto logs = held_logs(session, origin);
        if (!logs) return logs.error();
        for (const HeldLog& log : *logs) {
            ++out.logs;
            out.forks += log.is_fork() ? 1 : 0;
            const auto broken = broken_at(session, log, out.records);
            if (!broken) return broken.error();
            if (!broken->empty())
                out.damaged.push_back(to_hex(origin) + "." + std::to_string(log.epoch.value) + ": " +
                                      *broken);
        }
    }
    const auto quarantined = session.number("SELECT count(*) FROM inbox WHERE state=1", {});
    if (!quarantined) return quarantined.error();
    out.quarantined = static_cast<std::uint64_t>(*quarantined);
    return out;
}

Result<Hash> projections_digest(sql::Session& session) {
    ByteWriter all;
    const auto put = [&](const sql::Row& row) {
        all.put(as_bytes(row.bytes(0)));
        for (int column = 1; column < 4; ++column)
            all.put(static_cast<std::uint64_t>(row.integer(column)), 8);
        return Status{};
    };
    for (const std::string_view text :
         {"SELECT origin,epoch,seq,community FROM feed ORDER BY community,origin,epoch,seq",
          "SELECT origin,epoch,seq,subject FROM subjects ORDER BY subject,origin,epoch,seq"}) {
        if (const auto read = session.query(text, {}, put); !read) return read.error();
    }
    const auto hosted = session.query("SELECT subject,community FROM hosted ORDER BY subject,community", {},
                                      [&](const sql::Row& row) {
                                          all.put(static_cast<std::uint64_t>(row.integer(0)), 8);
                                          all.put(static_cast<std::uint64_t>(row.integer(1)), 8);
                                          return Status{};
                                      });
    if (!hosted) return hosted.error();
    for (const std::string_view text :
         {"SELECT number,person,branch,registered FROM people ORDER BY community,person",
          "SELECT name,branch,expected,registered FROM branches ORDER BY branch",
          "SELECT kind,person,at_ms,from_ms FROM doubts ORDER BY community,person,kind,origin,epoch,seq"}) {
        if (const auto read = session.query(text, {}, put); !read) return read.error();
    }
    for (const std::string_view text :
         {"SELECT community,person,year,first_half,second_half,minutes FROM person_years "
          "ORDER BY community,person,year",
          "SELECT t.community,t.branch,t.expected,t.registered,y.first_done,y.hours_done FROM branch_totals "
          "t "
          "JOIN branch_years y ON y.community=t.community AND y.branch=t.branch "
          "ORDER BY t.community,t.branch,y.year",
          "SELECT t.community,t.people,t.expected,t.registered,t.received_ms,y.all_done FROM "
          "community_totals t "
          "JOIN community_years y ON y.community=t.community ORDER BY t.community,y.year"}) {
        const auto read = session.query(text, {}, [&](const sql::Row& row) {
            for (int column = 0; column < 6; ++column)
                all.put(static_cast<std::uint64_t>(row.integer(column)), 8);
            return Status{};
        });
        if (!read) return read.error();
    }
    return sha256({all.bytes()});
}

}  // namespace baodao::hq
