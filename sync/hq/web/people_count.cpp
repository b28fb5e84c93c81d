// SPDX-License-Identifier: MIT
#include "sync/hq/web/people_count.hpp"

namespace baodao::hq {

namespace {

// Where the sums of a filter stand: which tables, and which of their rows.
struct SumsOf {
    std::string totals;  // with people, expected, registered
    std::string years;   // with all_done
    std::string where;
    std::vector<sql::Value> values;
};

SumsOf sums_of(const PeopleConditions& c) {
    if (!c.branch && c.agency.empty()) {
        if (c.community) return {"community_totals", "community_years", " WHERE community=?", {*c.community}};
        return {"community_totals", "community_years", " WHERE community>=?", {std::int64_t{0}}};
    }
    SumsOf sums{"branch_totals", "branch_years", "", {}};
    const auto add = [&](std::string_view condition, const sql::Value& value) {
        sums.where += (sums.where.empty() ? " WHERE " : " AND ") + std::string(condition);
        sums.values.push_back(value);
    };
    if (c.branch) add("branch=?", *c.branch);
    if (!c.agency.empty()) add("branch IN (SELECT branch FROM branches WHERE agency=?)", c.agency);
    if (c.community) add("community=?", *c.community);
    return sums;
}

Result<std::int64_t> number_of(sql::Session& session, const std::string& text,
                               const std::vector<sql::Value>& values) {
    std::int64_t out = 0;
    const auto read = session.query(text, values, [&](const sql::Row& row) {
        out = row.integer(0);
        return Status{};
    });
    if (!read) return read.error();
    return out;
}

Result<std::int64_t> summed(sql::Session& session, const PeopleConditions& c) {
    const SumsOf sums = sums_of(c);
    const char* figure = c.show == Show::everybody ? "people"
                         : c.show == Show::blank   ? "expected-registered"
                         : c.show == Show::unfiled ? "registered-filed"
                         : c.show == Show::filed   ? "filed"
                                                   : "registered";
    const auto whole = number_of(session,
                                 "SELECT CAST(COALESCE(sum(" + std::string(figure) + "),0) AS bigint) FROM " +
                                     sums.totals + sums.where,
                                 sums.values);
    if (!whole || c.show != Show::open) return whole;
    std::vector<sql::Value> values = sums.values;
    values.emplace_back(c.year);
    const auto done = number_of(
        session,
        "SELECT CAST(COALESCE(sum(all_done),0) AS bigint) FROM " + sums.years + sums.where + " AND year=?",
        values);
    if (!done) return done;
    return *whole - *done;
}

Result<std::int64_t> waiting(sql::Session& session, const PeopleConditions& c) {
    std::string text = "SELECT count(*) FROM (SELECT DISTINCT d.community,d.person FROM doubts d";
    std::string where = " WHERE d.from_ms<=?";
    std::vector<sql::Value> values{c.now};
    if (c.branch || !c.agency.empty())
        text += " JOIN people p ON p.community=d.community AND p.person=d.person";
    if (c.branch) {
        where += " AND p.branch=?";
        values.emplace_back(*c.branch);
    }
    if (!c.agency.empty()) {
        where += " AND p.branch IN (SELECT branch FROM branches WHERE agency=?)";
        values.emplace_back(c.agency);
    }
    if (c.community) {
        where += " AND d.community=?";
        values.emplace_back(*c.community);
    }
    return number_of(session, text + where + ") w", values);
}

}  // namespace

Result<std::int64_t> count_people(sql::Session& session, const PeopleConditions& c) {
    if (c.serial || c.receipt || c.number || !c.name_hashes.empty()) {
        const PeopleQuery query = count_query(c);
        return number_of(session, query.text, query.values);
    }
    return c.show == Show::waiting ? waiting(session, c) : summed(session, c);
}

Result<std::vector<CommunityId>> communities_with(sql::Session& session, const PeopleConditions& c) {
    std::vector<CommunityId> out;
    const auto take = [&](const sql::Row& row) {
        out.push_back(row.number<CommunityId>(0));
        return Status{};
    };
    const auto read =
        c.show == Show::waiting
            ? session.query("SELECT DISTINCT community FROM doubts WHERE from_ms<=? ORDER BY community",
                            {c.now}, take)
            : session.query(
                  "SELECT t.community FROM community_totals t LEFT JOIN community_years y ON "
                  "y.community=t.community AND y.year=? WHERE t.registered>COALESCE(y.all_done,0) "
                  "ORDER BY t.community",
                  {c.year}, take);
    if (!read) return read.error();
    return out;
}

}  // namespace baodao::hq
