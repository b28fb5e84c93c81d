// SPDX-License-Identifier: MIT
#include "sync/hq/web/figures.hpp"

#include <algorithm>
#include <cstdio>

#include "domain/base/text.hpp"
#include "sync/hq/registry.hpp"
#include "sync/hq/web/people_list.hpp"

namespace baodao::hq {

namespace {

// First the few that are shown, then who they are about.
#define DOUBTS                                                                                            \
    "SELECT "                                                                                             \
    "d.community,d.person,d.kind,d.origin,d.epoch,d.seq,d.serial,d.at_ms,d.received_ms,d.reason,p.cards " \
    "FROM (SELECT * FROM doubts WHERE "
#define DOUBTS_END                                                                              \
    " ORDER BY at_ms,community,person LIMIT ?) d JOIN people p ON p.community=d.community AND " \
    "p.person=d.person ORDER BY d.at_ms,d.community,d.person"

}  // namespace

void Sums::add(const Sums& more) {
    expected += more.expected;
    registered += more.registered;
    half_done[0] += more.half_done[0];
    half_done[1] += more.half_done[1];
    hours_done += more.hours_done;
    received = std::max(received, more.received);
}

Result<std::map<CommunityId, Sums>> sums_by_community(const Asking& asking, std::int32_t year) {
    std::map<CommunityId, Sums> out;
    const auto visible = visible_communities(asking);
    if (!visible) return visible.error();
    for (const CommunityId community : *visible) out[community] = {};
    const std::string agency = bound_agency(asking.user);
    const auto take_totals = [&](const sql::Row& row) {
        const auto found = out.find(row.number<CommunityId>(0));
        if (found != out.end()) found->second = {row.integer(1), row.integer(2), {0, 0}, 0, {row.integer(3)}};
        return Status{};
    };
    const auto take_years = [&](const sql::Row& row) {
        const auto found = out.find(row.number<CommunityId>(0));
        if (found == out.end()) return Status{};
        found->second.half_done[0] = row.integer(1);
        found->second.half_done[1] = row.integer(2);
        found->second.hours_done = row.integer(3);
        return Status{};
    };
    const std::int64_t in_year{year};
    // An agency's members are few; everybody's are summed up already.
    const auto totals =
        agency.empty()
            ? asking.session.query("SELECT community,expected,registered,received_ms FROM community_totals",
                                   {}, take_totals)
            : asking.session.query(
                  "SELECT t.community,CAST(sum(t.expected) AS bigint),CAST(sum(t.registered) AS bigint),"
                  "max(t.received_ms) FROM branch_totals t JOIN branches b ON b.branch=t.branch WHERE "
                  "b.agency=? GROUP BY t.community",
                  {agency}, take_totals);
    if (!totals) return totals.error();
    const auto years =
        agency.empty()
            ? asking.session.query(
                  "SELECT community,first_done,second_done,hours_done FROM community_years WHERE year=?",
                  {in_year}, take_years)
            : asking.session.query(
                  "SELECT y.community,CAST(sum(y.first_done) AS bigint),CAST(sum(y.second_done) AS bigint),"
                  "CAST(sum(y.hours_done) AS bigint) FROM branch_years y JOIN branches b ON "
                  "b.branch=y.branch "
                  "WHERE b.agency=? AND y.year=? GROUP BY y.community",
                  {agency, in_year}, take_years);
    if (!years) return years.error();
    return out;
}

Result<std::vector<BranchSums>> sums_by_branch(const Asking& asking) {
    std::vector<BranchSums> out;
    const std::string agency = bound_agency(asking.user);
    const auto bound = bound_community(asking.user);
    const auto take = [&](const sql::Row& row) {
        out.push_back(
            {row.integer(0), row.text(1), row.text(2), row.integer(3), row.integer(4), row.integer(5)});
        return Status{};
    };
    const auto read =
        bound
            ? asking.session.query(
                  "SELECT b.branch,b.agency,b.name,t.expected,t.registered,t.filed FROM branch_totals t JOIN "
                  "branches b ON b.branch=t.branch WHERE t.community=? AND t.expected>0 "
                  "ORDER BY b.agency,b.name,b.branch",
                  {*bound}, take)
        : agency.empty() ? asking.session.query(
                               "SELECT branch,agency,name,expected,registered,filed FROM branches WHERE "
                               "expected>0 ORDER BY agency,name,branch",
                               {}, take)
                         : asking.session.query(
                               "SELECT branch,agency,name,expected,registered,filed FROM branches WHERE "
                               "agency=? AND expected>0 ORDER BY name,branch",
                               {agency}, take);
    if (!read) return read.error();
    return out;
}

std::string branch_title(const BranchSums& branch, const Speech& say) {
    if (!branch.name.empty()) return branch.name;
    return branch.agency.empty() ? say("no_branch") : branch.agency;
}

Result<std::vector<DoubtLine>> doubt_lines(const Asking& asking, std::int64_t count) {
    std::vector<DoubtLine> out;
    if (asking.user.role == Role::agency) return out;
    const auto bound = bound_community(asking.user);
    std::vector<ByteVector> cards;
    const auto take = [&](const sql::Row& row) {
        out.push_back({row.number<CommunityId>(0),
                       static_cast<std::uint64_t>(row.integer(1)),
                       row.text(2),
                       {row.id<OriginId>(3), row.number<Epoch>(4), row.number<Seq>(5)},
                       row.number<SlipSerial>(6),
                       {row.integer(7)},
                       {row.integer(8)},
                       row.text(9),
                       {}});
        const std::string_view names = row.bytes(10);
        cards.emplace_back(names.begin(), names.end());
        return Status{};
    };
    const auto read = bound
                          ? asking.session.query(DOUBTS "community=? AND from_ms<=?" DOUBTS_END,
                                                 {*bound, asking.now(), count}, take)
                          : asking.session.query(DOUBTS "from_ms<=?" DOUBTS_END, {asking.now(), count}, take);
    if (!read) return read.error();
    CardReader reader(asking.session);
    if (const auto fetched = reader.fetch(cards); !fetched) return fetched.error();
    for (std::size_t i = 0; i < out.size(); ++i) {
        const auto card = reader.read(out[i].community, cards[i]);
        if (!card) return card.error();
        if (!card->name.empty()) out[i].masked_name = mask_name_fully(card->name);
    }
    if (bound) return out;
    const auto logs = asking.session.query(
        "SELECT a.origin,a.epoch,a.seq,a.word,a.noted_ms,k.community FROM attention a JOIN kiosks k ON "
        "k.origin=a.origin ORDER BY a.noted_ms LIMIT ?",
        {count}, [&](const sql::Row& row) {
            const UtcMillis noted{row.integer(4)};
            out.push_back({row.number<CommunityId>(5),
                           0,
                           row.text(3),
                           {row.id<OriginId>(0), row.number<Epoch>(1), row.number<Seq>(2)},
                           {},
                           noted,
                           noted,
                           {},
                           {}});
            return Status{};
        });
    if (!logs) return logs.error();
    std::ranges::stable_sort(out, {}, &DoubtLine::at);
    return out;
}

std::string why_words(const DoubtLine& line, const Speech& say, UtcOffset offset) {
    std::string words = say("why_" + line.kind, {say.stamp(line.at, offset)});
    const std::string reason = "why_" + line.reason;
    if (line.kind == "parked" && say.knows(reason))
        words = say(reason) + (say.tongue() == Tongue::zh ? "；" : ". ") + words;
    return words;
}

std::string doubt_address(const DoubtLine& line) {
    if (line.person == 0) return "/terminals";
    return "/waiting/" + std::to_string(line.community.value) + "/" + to_hex64(line.person) + "/" +
           line.kind + "/" + to_string(line.event);
}

Json bar(std::int64_t part, std::int64_t whole, const char* colour) {
    char width[16];
    const double share =
        whole > 0 ? 100.0 * static_cast<double>(std::min(part, whole)) / static_cast<double>(whole) : 0;
    std::snprintf(width, sizeof width, "%.1f", share);
    return {{"width", std::string(width)}, {"colour", colour}, {"text", percent(part, whole)}};
}

}  // namespace baodao::hq
