// SPDX-License-Identifier: MIT
// What waits for the town's word, and the word itself: slips to verify, objections, late corrections. An
// answer is an event in headquarters' own log of that community.
#include "domain/base/text.hpp"
#include "domain/event/kinds_attendance.hpp"
#include "domain/event/kinds_member.hpp"
#include "domain/slip/short_code.hpp"
#include "sync/hq/own_log.hpp"
#include "sync/hq/web/audit.hpp"
#include "sync/hq/web/figures.hpp"
#include "sync/hq/web/pages.hpp"

namespace baodao::hq {

namespace {

constexpr std::int64_t doubts_on_page = 100;
constexpr std::size_t reason_bytes_max = 300;

bool answerable(const std::string& kind) {
    return kind == "parked" || kind == "disputed" || kind == "pending_review";
}

// One doubt as it stands now, with the person it is about.
struct Opened {
    DoubtLine line;
    PersonRow row;
};

Result<Opened> open_doubt(const Asking& asking) {
    const Error gone{ErrorKind::not_found, "this does not wait", ""};
    const auto community = community_of(asking.parts[0]);
    const auto person = from_hex64(asking.parts[1]);
    const auto event = event_id_from(asking.parts[3]);
    if (!community || !person || !event || !may_see(asking.user, *community)) return gone;
    std::optional<Opened> out;
    const auto read = asking.session.query(
        "SELECT serial,at_ms,received_ms,reason FROM doubts WHERE community=? AND person=? AND kind=? AND "
        "origin=? "
        "AND epoch=? AND seq=? AND from_ms<=?",
        {*community, static_cast<std::int64_t>(*person), asking.parts[2], event->origin, event->epoch,
         event->seq, asking.now()},
        [&](const sql::Row& row) {
            out = Opened{{*community,
                          *person,
                          asking.parts[2],
                          *event,
                          row.number<SlipSerial>(0),
                          {row.integer(1)},
                          {row.integer(2)},
                          row.text(3),
                          {}},
                         {}};
            return Status{};
        });
    if (!read) return read.error();
    if (!out) return gone;
    const auto row = find_person(asking, *community, *person, 0);
    if (!row) return row.error();
    if (!*row) return gone;
    out->row = **row;
    return *out;
}

Result<bool> was_issued(const Asking& asking, SlipSerial serial) {
    const auto file = load_person_file(asking.session, serial.value);
    if (!file) return file.error();
    return std::ranges::any_of(file->entries, [&](const Entry& entry) {
        const auto issued = body_of<SlipIssued>(entry.event);
        return issued && issued->serial == serial;
    });
}

Result<Page> doubt_form(const Asking& asking, const Opened& doubt, std::string_view wrong) {
    const auto noted = note_audit(asking, "doubt", asking.parts[0] + "/" + doubt.row.number, 1);
    if (!noted) return noted.error();
    auto names = place_names(asking);
    if (!names) return names.error();
    const auto issued = was_issued(asking, doubt.line.serial);
    if (!issued) return issued.error();
    const PlaceNames& place = (*names)[doubt.line.community];
    const Speech& say = asking.say;
    const bool town = asking.user.role == Role::town;
    Page page;
    page.title = say("doubt_" + doubt.line.kind);
    page.subtitle = place.name;
    page.nav = "waiting";
    page.file = "doubt.html";
    if (!wrong.empty()) page.note = Note{say(wrong), true};
    page.view = {{"name", doubt.row.name.empty() ? say("no_card") : doubt.row.name},
                 {"number", doubt.row.number},
                 {"branch", doubt.row.branch.empty() ? doubt.row.agency : doubt.row.branch},
                 {"code", short_code(doubt.line.serial)},
                 {"why", why_words(doubt.line, say, place.offset)},
                 {"reason", !doubt.line.reason.empty() && say.knows("reason_" + doubt.line.reason)
                                ? say("reason_" + doubt.line.reason)
                                : ""},
                 {"at", say.day(doubt.line.at, place.offset) + " " + clock_text(doubt.line.at, place.offset)},
                 {"received", say.day(doubt.line.received, place.offset) + " " +
                                  clock_text(doubt.line.received, place.offset)},
                 {"ledger", "/ledger/" + asking.parts[0] + "/" + asking.parts[1]},
                 {"action", "/waiting/" + asking.parts[0] + "/" + asking.parts[1] + "/" + asking.parts[2] +
                                "/" + asking.parts[3]},
                 {"given_reason", asking.form.text("reason")},
                 {"given_number", asking.form.text("number")},
                 {"parked", doubt.line.kind == "parked" && town},
                 {"issued", *issued},
                 {"review", doubt.line.kind == "pending_review" && town},
                 {"disputed", doubt.line.kind == "disputed" && town},
                 {"question", answerable(doubt.line.kind) && town},
                 {"only_window", !answerable(doubt.line.kind) || !town}};
    return page;
}

// The member whom a slip is accepted for; a person that has no number yet is given one by her own slip.
Result<MemberNumber> number_of(const Asking& asking, const Opened& doubt, const Writer& writer) {
    PeopleFilter filter;
    filter.community = doubt.line.community;
    filter.search = asking.form.text("number");
    const auto found = list_people(asking, filter, 0, {.count = 2});
    if (!found) return found.error();
    if (found->rows.size() != 1 || found->rows[0].number != std::string(trim(filter.search)))
        return Error{ErrorKind::bad_input, "number_unknown", ""};
    const auto file = load_person_file(asking.session, found->rows[0].person);
    if (!file) return file.error();
    const PersonState person =
        fold_person(found->rows[0].person, file->entries, CommunityState(doubt.line.community), asking.now());
    if (!person.members.empty()) return *person.members.begin();
    const MemberNumber fresh{asking.random.next_u64()};
    Event event;
    event.kind = SlipResolved::kind;
    event.body = to_body(SlipResolved{found->rows[0].serial, fresh, ""});
    const auto written = write_own(asking.session, doubt.line.community, event, writer, asking.random);
    if (!written) return written.error();
    return fresh;
}

Result<SlipResolved> slip_answer(const Asking& asking, const Opened& doubt, const Writer& writer) {
    const std::string& answer = asking.form.text("answer");
    SlipResolved resolved{doubt.line.serial, std::nullopt, ""};
    if (answer == "refuse") {
        resolved.refused = asking.form.text("reason");
        return resolved;
    }
    if (answer == "same") {
        const auto member = number_of(asking, doubt, writer);
        if (!member) return member.error();
        resolved.member = *member;
        return resolved;
    }
    const auto file = load_person_file(asking.session, doubt.line.serial.value);
    if (!file) return file.error();
    for (const Entry& entry : file->entries) {
        const auto issued = body_of<SlipIssued>(entry.event);
        if (answer == "issued" && issued && issued->serial == doubt.line.serial)
            resolved.member = issued->member;
    }
    if (!resolved.member) resolved.member = MemberNumber{asking.random.next_u64()};
    return resolved;
}

}  // namespace

Result<Page> waiting_page(const Asking& asking) {
    const auto lines = doubt_lines(asking, doubts_on_page);
    if (!lines) return lines.error();
    auto names = place_names(asking);
    if (!names) return names.error();
    Page page;
    page.title = asking.say("nav_waiting");
    page.subtitle = asking.say("waiting_words");
    page.nav = "waiting";
    page.file = "waiting.html";
    if (asking.query.has("answered")) page.note = Note{asking.say("answered"), false};
    if (asking.query.has("before")) page.note = Note{asking.say("answered_before"), true};
    page.view["doubts"] = Json::array();
    for (const DoubtLine& line : *lines) {
        const PlaceNames& place = (*names)[line.community];
        page.view["doubts"].push_back(
            {{"kind", asking.say("doubt_" + line.kind)},
             {"name", line.masked_name},
             {"place", place.name},
             {"why", why_words(line, asking.say, place.offset)},
             {"at", asking.say.day(line.at, place.offset) + " " + clock_text(line.at, place.offset)},
             {"received", asking.say("received", {asking.say.stamp(line.received, place.offset)})},
             {"href", doubt_address(line)},
             {"button", asking.say(answerable(line.kind) ? "attend" : "look")}});
    }
    page.view["nothing"] = lines->empty();
    return page;
}

Result<Page> doubt_page(const Asking& asking) {
    const auto doubt = open_doubt(asking);
    if (!doubt && doubt.error().kind == ErrorKind::not_found) {
        Page page;
        page.go_to = "/waiting?before=1";
        return page;
    }
    if (!doubt) return doubt.error();
    return doubt_form(asking, *doubt, "");
}

Result<Page> answer_page(const Asking& asking) {
    Page page;
    page.go_to = "/waiting?before=1";
    const auto doubt = open_doubt(asking);
    if (!doubt && doubt.error().kind == ErrorKind::not_found) return page;
    if (!doubt) return doubt.error();
    const std::string& answer = asking.form.text("answer");
    const std::string reason(trim(asking.form.text("reason")));
    const bool parked = doubt->line.kind == "parked";
    const bool known = parked
                           ? answer == "new" || answer == "issued" || answer == "same" || answer == "refuse"
                           : answer == "accept" || answer == "decline";
    const bool needs_reason = !parked || answer == "refuse";
    if (!answerable(doubt->line.kind) || !known) return doubt_form(asking, *doubt, "answer_title");
    if ((needs_reason && reason.empty()) || reason.size() > reason_bytes_max)
        return doubt_form(asking, *doubt, "reason_needed");
    const auto noted = note_audit(
        asking, "resolve", asking.parts[0] + "/" + doubt->row.number + " " + doubt->line.kind + " " + answer);
    if (!noted) return noted.error();

    const Writer writer{asking.user.number, asking.clock};
    Event event;
    if (parked) {
        const auto resolved = slip_answer(asking, *doubt, writer);
        if (!resolved && resolved.error().kind == ErrorKind::bad_input)
            return doubt_form(asking, *doubt, resolved.error().message);
        if (!resolved) return resolved.error();
        event.kind = SlipResolved::kind;
        event.body = to_body(*resolved);
    } else {
        event.kind = ConflictResolved::kind;
        event.body = to_body(ConflictResolved{
            {doubt->row.serial, std::nullopt}, doubt->line.event, answer == "accept", reason});
    }
    const auto written = write_own(asking.session, doubt->line.community, event, writer, asking.random);
    if (!written) return written.error();
    page.go_to = "/waiting?answered=1";
    return page;
}

}  // namespace baodao::hq
