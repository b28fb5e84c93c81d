// SPDX-License-Identifier: MIT
#include "sync/hq/sums.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace baodao::hq {

namespace {

// people, expected, registered, filed, received_ms of a branch in one community.
using Totals = std::array<std::int64_t, 5>;
// first_done, second_done, hours_done, all_done.
using Years = std::array<std::int64_t, 4>;
using BranchYear = std::pair<std::int64_t, std::int64_t>;

template <std::size_t N>
std::array<std::int64_t, N> figures_of(const sql::Row& row, int from) {
    std::array<std::int64_t, N> out{};
    for (std::size_t i = 0; i < N; ++i) out[i] = row.integer(from + static_cast<int>(i));
    return out;
}

class Summing {
  public:
    Summing(sql::Session& session, CommunityId community) : session_(session), community_(community) {}

    [[nodiscard]] Status branch_totals() {
        std::map<std::int64_t, Totals> before;
        std::map<std::int64_t, Totals> after;
        const auto read = [&](std::string_view text, std::map<std::int64_t, Totals>& into) {
            return session_.query(text, {community_}, [&](const sql::Row& row) {
                into[row.integer(0)] = figures_of<5>(row, 1);
                return Status{};
            });
        };
        if (auto done =
                read("SELECT branch,people,expected,registered,filed,received_ms FROM branch_totals WHERE "
                     "community=?",
                     before);
            !done)
            return done;
        if (auto done = read("SELECT branch,count(*),CAST(sum(expected) AS bigint),CAST(sum(registered) AS "
                             "bigint),CAST(sum(filed) AS bigint),max(received_ms) FROM people WHERE "
                             "community=? GROUP BY branch",
                             after);
            !done)
            return done;
        for (const auto& [branch, totals] : before) after.try_emplace(branch);
        // In the order of their numbers, so that two processes cannot wait for each other.
        for (const auto& [branch, totals] : after) {
            if (totals == before[branch]) continue;
            if (auto put = put_branch(branch, before[branch], totals); !put) return put;
        }
        return community_totals(after);
    }

    [[nodiscard]] Status branch_years() {
        std::map<BranchYear, Years> before;
        std::map<BranchYear, Years> after;
        const auto read = [&](std::string_view text, std::map<BranchYear, Years>& into) {
            return session_.query(text, {community_}, [&](const sql::Row& row) {
                into[{row.integer(0), row.integer(1)}] = figures_of<4>(row, 2);
                return Status{};
            });
        };
        if (auto done =
                read("SELECT branch,year,first_done,second_done,hours_done,all_done FROM branch_years "
                     "WHERE community=?",
                     before);
            !done)
            return done;
        if (auto done = read("SELECT p.branch,y.year,CAST(sum(y.first_done) AS bigint),"
                             "CAST(sum(y.second_done) AS bigint),CAST(sum(y.hours_done) AS bigint),"
                             "CAST(sum(y.first_done*y.second_done*y.hours_done) AS bigint) FROM people p "
                             "JOIN person_years y ON y.community=p.community AND y.person=p.person "
                             "WHERE p.community=? AND p.registered=1 GROUP BY p.branch,y.year",
                             after);
            !done)
            return done;
        for (const auto& [key, years] : before) {
            if (after.contains(key)) continue;
            const auto gone =
                session_.run("DELETE FROM branch_years WHERE community=? AND branch=? AND year=?",
                             {community_, key.first, key.second});
            if (!gone) return gone.error();
        }
        for (const auto& [key, years] : after) {
            const auto known = before.find(key);
            if (known != before.end() && known->second == years) continue;
            if (auto put = put_branch_year(key, years); !put) return put;
        }
        return community_years(after);
    }

  private:
    [[nodiscard]] Status put_branch(std::int64_t branch, const Totals& before, const Totals& now) {
        const auto made = session_.run(
            "INSERT INTO branch_totals(community,branch,people,expected,registered,received_ms) VALUES "
            "(?,?,0,0,0,0) ON CONFLICT (community,branch) DO NOTHING",
            {community_, branch});
        if (!made) return made.error();
        const auto set = session_.run(
            "UPDATE branch_totals SET people=?, expected=?, registered=?, filed=?, received_ms=? WHERE "
            "community=? AND branch=?",
            {now[0], now[1], now[2], now[3], now[4], community_, branch});
        if (!set) return set.error();
        // Everywhere: other communities' people count there as well.
        const auto moved = session_.run(
            "UPDATE branches SET people=people+?, expected=expected+?, registered=registered+?, "
            "filed=filed+? "
            "WHERE branch=?",
            {now[0] - before[0], now[1] - before[1], now[2] - before[2], now[3] - before[3], branch});
        return moved ? Status{} : Status{moved.error()};
    }

    [[nodiscard]] Status put_branch_year(const BranchYear& key, const Years& now) {
        const auto made = session_.run(
            "INSERT INTO branch_years(community,branch,year,first_done,second_done,hours_done,all_done) "
            "VALUES "
            "(?,?,?,0,0,0,0) ON CONFLICT (community,branch,year) DO NOTHING",
            {community_, key.first, key.second});
        if (!made) return made.error();
        const auto set = session_.run(
            "UPDATE branch_years SET first_done=?, second_done=?, hours_done=?, all_done=? WHERE community=? "
            "AND branch=? AND year=?",
            {now[0], now[1], now[2], now[3], community_, key.first, key.second});
        return set ? Status{} : Status{set.error()};
    }

    [[nodiscard]] Status community_totals(const std::map<std::int64_t, Totals>& branches) {
        Totals all{};
        for (const auto& [branch, totals] : branches) {
            for (std::size_t i = 0; i < 4; ++i) all[i] += totals[i];
            all[4] = std::max(all[4], totals[4]);
        }
        const auto gone = session_.run("DELETE FROM community_totals WHERE community=?", {community_});
        if (!gone) return gone.error();
        const auto put = session_.run(
            "INSERT INTO community_totals(community,people,expected,registered,filed,received_ms) VALUES "
            "(?,?,?,?,?,?)",
            {community_, all[0], all[1], all[2], all[3], all[4]});
        return put ? Status{} : Status{put.error()};
    }

    [[nodiscard]] Status community_years(const std::map<BranchYear, Years>& branches) {
        std::map<std::int64_t, Years> years;
        for (const auto& [key, figures] : branches) {
            for (std::size_t i = 0; i < figures.size(); ++i) years[key.second][i] += figures[i];
        }
        const auto gone = session_.run("DELETE FROM community_years WHERE community=?", {community_});
        if (!gone) return gone.error();
        for (const auto& [year, figures] : years) {
            const auto put = session_.run(
                "INSERT INTO community_years(community,year,first_done,second_done,hours_done,all_done) "
                "VALUES "
                "(?,?,?,?,?,?)",
                {community_, year, figures[0], figures[1], figures[2], figures[3]});
            if (!put) return put.error();
        }
        return {};
    }

    sql::Session& session_;
    CommunityId community_;
};

}  // namespace

Status sum_up_community(sql::Session& session, CommunityId community) {
    Summing summing(session, community);
    if (auto done = summing.branch_totals(); !done) return done;
    return summing.branch_years();
}

}  // namespace baodao::hq
