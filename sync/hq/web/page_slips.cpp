// SPDX-License-Identifier: MIT
// Slips from a roster: the file is looked at, its report shown with the rows' numbers, and signed when
// somebody says so; the papers go out after password and code were given once more.
#include <charconv>

#include "domain/base/text.hpp"
#include "domain/community/roster.hpp"
#include "sync/hq/slips.hpp"
#include "sync/hq/web/audit.hpp"
#include "sync/hq/web/pages.hpp"

namespace baodao::hq {

namespace {

constexpr std::int64_t batches_on_page = 30;
constexpr std::size_t rows_in_preview = 20;
constexpr std::int64_t upload_kept_ms = ms_per_hour;

using UploadId = Bytes<struct UploadIdTag, 16>;

ByteVector bound_to(const UploadId& id, const std::string& who) {
    ByteVector out(id.bytes.begin(), id.bytes.end());
    out.insert(out.end(), who.begin(), who.end());
    return out;
}

// It holds names, so it lies there sealed; one of each user's, and for an hour.
Result<UploadId> keep_upload(const Asking& asking, const std::string& bytes) {
    const UploadId id = asking.random.draw<UploadId>();
    const ByteVector sealed =
        seal(asking.keys.sessions, as_bytes(bytes), bound_to(id, asking.user.name), asking.random);
    const auto kept = asking.session.transaction([&]() -> Status {
        const auto swept = asking.session.run("DELETE FROM uploads WHERE who=? OR made_ms<?",
                                              {asking.user.name, asking.now() - upload_kept_ms});
        if (!swept) return swept.error();
        const auto put = asking.session.run("INSERT INTO uploads(upload,who,made_ms,bytes) VALUES (?,?,?,?)",
                                            {id, asking.user.name, asking.now(), sealed});
        return put ? Status{} : Status{put.error()};
    });
    if (!kept) return kept.error();
    return id;
}

// nullopt: signed already, too old, or somebody else's.
Result<std::optional<std::string>> find_upload(const Asking& asking, const UploadId& id) {
    std::optional<std::string> out;
    const auto read =
        asking.session.query("SELECT bytes FROM uploads WHERE upload=? AND who=? AND made_ms>=?",
                             {id, asking.user.name, asking.now() - upload_kept_ms}, [&](const sql::Row& row) {
                                 const auto plain = unseal(asking.keys.sessions, as_bytes(row.bytes(0)),
                                                           bound_to(id, asking.user.name));
                                 if (plain) out = std::string(plain->begin(), plain->end());
                                 return Status{};
                             });
    if (!read) return read.error();
    return out;
}

// In the transaction that signs: whoever presses the button twice signs once.
Status use_upload(const Asking& asking, const UploadId& id) {
    const auto gone =
        asking.session.run("DELETE FROM uploads WHERE upload=? AND who=?", {id, asking.user.name});
    if (!gone) return gone.error();
    if (*gone != 1) return Error{ErrorKind::not_found, "signed already", ""};
    return {};
}

Json lines_of(const std::vector<RosterRemark>& remarks, std::size_t beyond, const Speech& say) {
    Json out = Json::array();
    for (const RosterRemark& remark : remarks) out.push_back(to_text(remark));
    if (beyond > 0) out.push_back(say("and_more", {std::to_string(beyond)}));
    return out;
}

Json preview_of(const RosterPlan& plan, std::map<CommunityId, PlaceNames>& names) {
    Json rows = Json::array();
    for (std::size_t i = 0; i < plan.roster.rows.size() && i < rows_in_preview; ++i) {
        const RosterRow& row = plan.roster.rows[i];
        rows.push_back({{"row", row.row},
                        {"name", row.name},
                        {"agency", row.agency},
                        {"branch", row.branch},
                        {"community", names[plan.communities[i]].name},
                        {"batch", row.batch ? std::to_string(row.batch->value) : "—"}});
    }
    return rows;
}

Result<Json> batch_rows(const Asking& asking) {
    const auto batches = slip_batches(asking.session, bound_agency(asking.user), batches_on_page);
    if (!batches) return batches.error();
    Json rows = Json::array();
    for (const BatchLine& batch : *batches) {
        const std::string number = std::to_string(batch.name.batch.value);
        rows.push_back({{"agency", batch.agency},
                        {"batch", asking.say("batch_of_year", {std::to_string(batch.name.year), number})},
                        {"issued", asking.say.day(batch.issued, town_offset)},
                        {"people", asking.say("people", {grouped(batch.people)})},
                        {"href", "/slips/" + std::to_string(batch.name.agency.value) + "/" +
                                     std::to_string(batch.name.year) + "/" + number}});
    }
    return rows;
}

Result<Page> slips_with(const Asking& asking, std::optional<Note> note) {
    const auto names = place_names(asking);
    if (!names) return names.error();
    const auto batches = batch_rows(asking);
    if (!batches) return batches.error();
    Page page;
    page.title = asking.say("nav_slips");
    page.subtitle = asking.say("slips_words");
    page.nav = "slips";
    page.file = "slips.html";
    page.note = std::move(note);
    page.view["batches"] = *batches;
    page.view["no_batches"] = batches->empty();
    page.view["communities"] = Json::array();
    for (const auto& [community, place] : *names)
        page.view["communities"].push_back({{"value", community.value}, {"label", place.name}});
    return page;
}

Result<RosterPlan> plan_of(const Asking& asking, const std::string& bytes) {
    const auto number = asking.form.number("community");
    const auto otherwise =
        number ? std::optional(CommunityId{static_cast<std::uint32_t>(*number)}) : std::nullopt;
    return plan_roster(asking.session, read_roster(bytes), otherwise, bound_agency(asking.user));
}

Result<Page> report_page(const Asking& asking, const std::string& file_name, const std::string& bytes,
                         std::optional<UploadId> kept) {
    const auto plan = plan_of(asking, bytes);
    if (!plan) return plan.error();
    auto names = place_names(asking);
    if (!names) return names.error();
    const bool usable = plan->roster.usable() && !plan->roster.rows.empty();
    if (usable && !kept) {
        const auto id = keep_upload(asking, bytes);
        if (!id) return id.error();
        kept = *id;
    }
    const auto shown = std::min(plan->roster.rows.size(), rows_in_preview);
    const auto noted = note_audit(asking, "roster", "rows=" + std::to_string(plan->roster.rows.size()),
                                  static_cast<std::int64_t>(shown));
    if (!noted) return noted.error();
    Page page;
    page.title = asking.say(usable ? "roster_good" : "roster_bad");
    page.subtitle = file_name;
    page.nav = "slips";
    page.file = "slips_check.html";
    const Roster& roster = plan->roster;
    page.view["faults"] = lines_of(roster.faults, roster.faults_beyond, asking.say);
    page.view["has_faults"] = !roster.faults.empty();
    page.view["notes"] = lines_of(roster.notes, roster.notes_beyond, asking.say);
    page.view["has_notes"] = !roster.notes.empty();
    page.view["columns"] = Json::array();
    for (const std::string& column : roster.unknown_columns) page.view["columns"].push_back(column);
    page.view["has_columns"] = !roster.unknown_columns.empty();
    page.view["rows"] = preview_of(*plan, *names);
    page.view["usable"] = usable;
    page.view["upload"] = usable ? to_hex(*kept) : "";
    page.view["community"] = asking.form.text("community");
    page.view["file_name"] = file_name;
    const auto people = static_cast<std::int64_t>(roster.rows.size());
    page.view["sign"] = asking.say("sign_people", {grouped(people)});
    page.view["shown"] = asking.say("first_rows", {grouped(people), std::to_string(shown)});
    return page;
}

std::optional<BatchName> batch_name(const Asking& asking) {
    std::uint32_t numbers[3] = {0, 0, 0};
    for (std::size_t i = 0; i < 3; ++i) {
        const std::string& part = asking.parts[i];
        const auto [stop, error] = std::from_chars(part.data(), part.data() + part.size(), numbers[i]);
        if (error != std::errc() || stop != part.data() + part.size()) return std::nullopt;
    }
    if (numbers[1] > 9999 || numbers[2] > UINT16_MAX) return std::nullopt;
    return BatchName{
        {numbers[0]}, static_cast<std::int32_t>(numbers[1]), {static_cast<std::uint16_t>(numbers[2])}};
}

Result<BatchLine> batch_of_address(const Asking& asking) {
    const Error none{ErrorKind::not_found, "no such batch", ""};
    const auto name = batch_name(asking);
    if (!name) return none;
    const auto batch = find_batch(asking.session, *name);
    if (!batch) return batch.error();
    const std::string bound = bound_agency(asking.user);
    if (!*batch || (!bound.empty() && (*batch)->agency != bound)) return none;
    return **batch;
}

std::string title_of(const BatchLine& batch, const Speech& say) {
    return batch.agency + " · " +
           say("batch_of_year", {std::to_string(batch.name.year), std::to_string(batch.name.batch.value)});
}

Result<Page> batch_with(const Asking& asking, const BatchLine& batch, std::optional<Note> note) {
    auto names = place_names(asking);
    if (!names) return names.error();
    Page page;
    page.title = title_of(batch, asking.say);
    page.subtitle = asking.say("issued_on", {asking.say.day(batch.issued, town_offset)});
    page.nav = "slips";
    page.file = "slips_batch.html";
    page.note = std::move(note);
    page.view["action"] = "/slips/" + asking.parts[0] + "/" + asking.parts[1] + "/" + asking.parts[2];
    page.view["people"] = asking.say("people", {grouped(batch.people)});
    page.view["sheets"] = asking.say("sheets", {grouped((batch.people + 7) / 8)});
    page.view["places"] = Json::array();
    const auto read = asking.session.query(
        "SELECT community,count(*) FROM issued_slips WHERE agency=? AND year=? AND batch=? GROUP BY "
        "community "
        "ORDER BY community",
        {batch.name.agency, std::int64_t{batch.name.year}, batch.name.batch}, [&](const sql::Row& row) {
            page.view["places"].push_back({{"name", (*names)[row.number<CommunityId>(0)].name},
                                           {"people", asking.say("people", {grouped(row.integer(1))})}});
            return Status{};
        });
    if (!read) return read.error();
    return page;
}

}  // namespace

Result<Page> slips_page(const Asking& asking) {
    if (asking.query.has("signed")) return slips_with(asking, Note{asking.say("slips_signed"), false});
    if (asking.query.has("before")) return slips_with(asking, Note{asking.say("roster_gone"), true});
    return slips_with(asking, std::nullopt);
}

Result<Page> check_roster_page(const Asking& asking) {
    if (asking.file == nullptr) return slips_with(asking, Note{asking.say("no_file"), true});
    return report_page(asking, asking.file->name, asking.file->bytes, std::nullopt);
}

Result<Page> sign_slips_page(const Asking& asking) {
    Page gone;
    gone.go_to = "/slips?before=1";
    const auto id = id_from_hex<UploadId>(asking.form.text("upload"));
    if (!id) return gone;
    const auto bytes = find_upload(asking, *id);
    if (!bytes) return bytes.error();
    if (!*bytes) return gone;
    const auto plan = plan_of(asking, **bytes);
    if (!plan) return plan.error();
    // Since it was looked at, something may have changed.
    if (!plan->roster.usable() || plan->roster.rows.empty())
        return report_page(asking, asking.form.text("file_name"), **bytes, *id);
    const auto noted = note_audit(asking, "issue", "rows=" + std::to_string(plan->roster.rows.size()));
    if (!noted) return noted.error();
    const auto batches = issue_slips(asking.session, asking.keys, *plan, {asking.user.number, asking.clock},
                                     asking.random, [&] { return use_upload(asking, *id); });
    if (!batches && batches.error().kind == ErrorKind::not_found) return gone;
    if (!batches && batches.error().kind == ErrorKind::refused)
        return slips_with(asking, Note{asking.say("key_over"), true});
    if (!batches) return batches.error();
    Page page;
    page.go_to = "/slips?signed=1";
    return page;
}

Result<Page> batch_page(const Asking& asking) {
    const auto batch = batch_of_address(asking);
    if (!batch) return batch.error();
    return batch_with(asking, *batch, std::nullopt);
}

Result<Page> batch_papers_page(const Asking& asking) {
    const auto batch = batch_of_address(asking);
    if (!batch) return batch.error();
    if (!asking.proven) {
        auto page = batch_with(asking, *batch, Note{asking.say("papers_wrong"), true});
        if (page) page->status = 403;
        return page;
    }
    auto papers = read_batch(asking.session, *batch);
    if (!papers) return papers.error();
    const std::string about = asking.parts[0] + "/" + asking.parts[1] + "/" + asking.parts[2];
    const auto noted = note_audit(asking, "papers", about, std::ssize(papers->slips));
    if (!noted) return noted.error();
    Page page;
    page.download = "slips-" + asking.parts[1] + "-" + asking.parts[0] + "-" + asking.parts[2] + ".pdf";
    page.file_type = "application/pdf";
    page.later = [papers = std::move(*papers), now = asking.now()] { return batch_sheet(papers, now); };
    return page;
}

}  // namespace baodao::hq
