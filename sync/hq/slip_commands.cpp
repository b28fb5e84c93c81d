// SPDX-License-Identifier: MIT
#include "sync/hq/slip_commands.hpp"

#include <algorithm>
#include <iterator>

#include "domain/base/file.hpp"
#include "domain/paper/slip_sheet.hpp"
#include "sync/hq/slips.hpp"
#include "sync/hq/web/audit.hpp"

namespace baodao::hq {

namespace {

constexpr std::int64_t batches_listed = 1000;

Json lines_of(const std::vector<RosterRemark>& remarks, std::size_t beyond) {
    Json out = Json::array();
    for (const RosterRemark& remark : remarks) out.push_back(to_text(remark));
    if (beyond > 0) out.push_back("另有 " + std::to_string(beyond) + " 处");
    return out;
}

Json words_of(const BatchName& name) {
    return {{"agency", name.agency.value}, {"year", name.year}, {"batch", name.batch.value}};
}

// Those that were asked for; without a word about it, all of the newest hand-in.
Result<std::vector<BatchLine>> wanted_batches(sql::Session& session, const Json& json) {
    auto all = slip_batches(session, text_at(json, "agency").value_or(""), batches_listed);
    if (!all) return all;
    const auto year = integer_at(json, "year");
    const auto batch = integer_at(json, "batch");
    std::erase_if(*all, [&](const BatchLine& line) {
        return (year && line.name.year != *year) || (batch && line.name.batch.value != *batch);
    });
    if (all->empty()) return Error{ErrorKind::not_found, "nothing of that kind was issued here", ""};
    if (!batch) {
        const UtcMillis newest = all->front().issued;
        std::erase_if(*all, [&](const BatchLine& line) { return line.issued != newest; });
    }
    return all;
}

}  // namespace

Result<Json> import_roster(const Asked& asked) {
    const auto bytes = read_file(asked.text("file"), roster_bytes_max);
    if (!bytes) return bytes.error();
    Roster roster = read_roster(*bytes);
    const auto number = integer_at(asked.json, "community");
    const auto otherwise =
        number ? std::optional(CommunityId{static_cast<std::uint32_t>(*number)}) : std::nullopt;
    return asked.pool.with<Json>([&](sql::Session& session) -> Result<Json> {
        const auto plan = plan_roster(session, roster, otherwise, "");
        if (!plan) return plan.error();
        Json out{{"faults", lines_of(plan->roster.faults, plan->roster.faults_beyond)},
                 {"notes", lines_of(plan->roster.notes, plan->roster.notes_beyond)},
                 {"columns", plan->roster.unknown_columns},
                 {"issued", 0}};
        if (!plan->roster.usable()) return out;
        const auto people = std::ssize(plan->roster.rows);
        const auto noted = note_audit(
            session, {asked.now, "baodao-hq roster import", "issue", "rows=" + std::to_string(people)},
            asked.random);
        if (!noted) return noted.error();
        const auto batches = issue_slips(session, asked.keys, *plan, {0, {asked.now, {}, {}}}, asked.random);
        if (!batches) return batches.error();
        out["issued"] = people;
        out["batches"] = Json::array();
        for (const BatchName& batch : *batches) out["batches"].push_back(words_of(batch));
        return out;
    });
}

Result<Json> print_slips(const Asked& asked) {
    const auto papers = asked.pool.with<BatchPapers>([&](sql::Session& session) -> Result<BatchPapers> {
        const auto batches = wanted_batches(session, asked.json);
        if (!batches) return batches.error();
        BatchPapers all;
        for (const BatchLine& batch : *batches) {
            auto part = read_batch(session, batch);
            if (!part) return part.error();
            std::ranges::move(part->slips, std::back_inserter(all.slips));
            std::ranges::move(part->communities, std::back_inserter(all.communities));
            all.known.merge(part->known);
        }
        const auto noted = note_audit(
            session, {asked.now, "baodao-hq slips", "papers", "", std::ssize(all.slips)}, asked.random);
        if (!noted) return noted.error();
        return all;
    });
    if (!papers) return papers.error();
    const auto sheet = batch_sheet(*papers, asked.now);
    if (!sheet) return sheet.error();
    const auto texts = write_file_atomic(asked.text("texts"), slip_table(papers->slips), Readers::owner_only);
    if (!texts) return texts.error();
    const auto pdf = write_file_atomic(asked.text("out"), *sheet, Readers::owner_only);
    if (!pdf) return pdf.error();
    return Json{{"slips", papers->slips.size()}};
}

}  // namespace baodao::hq
