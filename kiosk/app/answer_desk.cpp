// SPDX-License-Identifier: MIT
#include "kiosk/app/answer_desk.hpp"

#include <algorithm>
#include <limits>

#include "domain/event/kinds_attendance.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/event_lines.hpp"
#include "kiosk/app/member_news.hpp"
#include "kiosk/app/team_ends.hpp"

namespace baodao {

namespace {

struct Question {
    EventId id;
    UtcMillis asked;
    AttendanceDisputed body;
};
struct Verdict {
    bool agreed = false;
    UtcMillis at;
};

bool rests_on(const Service& service, const EventId& event) {
    return service.in == event || service.out == event ||
           std::find(service.others.begin(), service.others.end(), event) != service.others.end();
}

const Service* service_of(const PersonState& person, const EventId& event) {
    const auto found = std::find_if(person.services.begin(), person.services.end(),
                                    [&](const Service& service) { return rests_on(service, event); });
    return found == person.services.end() ? nullptr : &*found;
}

// What the fold would say if the times that she remembers were the cadre's word.
std::optional<std::int64_t> minutes_then(const LoadedPerson& person, const Question& question,
                                         const EventId& named, OpenedDesk& opened) {
    if (!question.body.start && !question.body.end) return std::nullopt;
    const AttendanceAmended amended{question.body.who, named, question.body.start, question.body.end, {}, {}};
    Entry supposed;
    supposed.id = {opened.journal().origin(), {std::numeric_limits<std::uint32_t>::max()}, {1}};
    supposed.event.kind = AttendanceAmended::kind;
    supposed.event.body = to_body(amended);
    supposed.event.community = opened.installation().community;
    const UtcMillis now = opened.desk().now();
    supposed.event.at.wall = now;
    std::vector<Entry> entries = person.entries;
    entries.push_back(supposed);
    const PersonState then =
        fold_person(question.body.who.serial->value, entries, opened.desk().community(), now, person.hints);
    const Service* service = service_of(then, named);
    return service == nullptr ? std::nullopt : std::optional(service->minutes);
}

bool was_confirmed_short(const LoadedPerson& person, const Service& service) {
    return std::any_of(person.entries.begin(), person.entries.end(), [&](const Entry& entry) {
        const auto out = service.out == entry.id ? body_of<AttendanceOut>(entry.event) : std::nullopt;
        return out && out->confirmed_short;
    });
}

OpenCorrection open_correction(const Question& question, const LoadedPerson& person, const Service& service,
                               OpenedDesk& opened) {
    const CommunityState& community = opened.desk().community();
    OpenCorrection open;
    open.question = question.id;
    open.begun_by = service.in ? *service.in : *service.out;
    open.who = question.body.who;
    open.asked = question.asked;
    open.wrong = wrong_from(question.body.reason).value_or(Wrong::other);
    open.start = question.body.start;
    open.end = question.body.end;
    open.service = opened.desk().service_view(service);
    open.minutes_then = minutes_then(person, question, open.begun_by, opened);
    open.confirmed_short = was_confirmed_short(person, service);
    if (service.started) {
        const LocalDate day = local_date(*service.started, community.offset());
        open.day_final = community.day_closed_at(day).has_value();
        if (service.activity) open.team = team_hours(opened.journal(), *service.activity, day, person.state);
    }
    return open;
}

}  // namespace

Result<CorrectionList> correction_list(OpenedDesk& opened) {
    std::vector<Question> questions;
    std::map<EventId, Verdict> verdicts;
    const auto read =
        opened.journal().for_each(select::OfKind{"attendance.disputed"}, [&](const Record& record) {
            const auto entry = entry_from(record);
            if (!entry || entry->event.drill) return Step::go_on;
            if (auto body = body_of<AttendanceDisputed>(entry->event); body && body->who.serial)
                questions.push_back({entry->id, entry->event.at.estimated(), std::move(*body)});
            return Step::go_on;
        });
    if (!read) return read.error();
    const auto answers =
        opened.journal().for_each(select::OfKind{"conflict.resolved"}, [&](const Record& record) {
            const auto entry = entry_from(record);
            if (!entry) return Step::go_on;
            if (const auto body = body_of<ConflictResolved>(entry->event))
                verdicts[body->event] = {body->accepted, entry->event.at.estimated()};
            return Step::go_on;
        });
    if (!answers) return answers.error();

    CorrectionList list;
    for (const Question& question : questions) {
        const auto person = opened.desk().load(question.body.who.serial->value);
        if (!person) return person.error();
        const Service* service = service_of(person->state, question.body.event);
        if (service == nullptr) continue;
        const PersonCard card =
            read_card(opened.journal(), person->entries, opened.installation().community_key);
        const auto verdict = verdicts.find(question.id);
        if (verdict == verdicts.end()) {
            if (!service->has(Mark::disputed)) continue;  // answered by a correction, or too late
            OpenCorrection open = open_correction(question, *person, *service, opened);
            open.name = card.name;
            list.open.push_back(std::move(open));
            continue;
        }
        const auto last = last_scan_before(person->entries, {});
        list.answered.push_back({card.name, opened.desk().service_view(*service).title, service->started,
                                 verdict->second.agreed, verdict->second.at,
                                 last && *last > verdict->second.at});
    }
    std::sort(list.open.begin(), list.open.end(),
              [](const OpenCorrection& a, const OpenCorrection& b) { return a.asked < b.asked; });
    std::sort(list.answered.begin(), list.answered.end(),
              [](const AnsweredCorrection& a, const AnsweredCorrection& b) { return b.at < a.at; });
    return list;
}

std::vector<Draft> answer_drafts(const AnswerCorrection& answer) {
    const OpenCorrection& asked = answer.asked;
    const std::string basis(token(answer.basis));
    std::vector<Draft> drafts;
    if (answer.agreed && asked.wrong == Wrong::person) {
        drafts.push_back(draft_of(AttendanceVoided{asked.who, asked.begun_by, basis}));
    } else if (answer.agreed && (answer.start || answer.end)) {
        drafts.push_back(
            draft_of(AttendanceAmended{asked.who, asked.begun_by, answer.start, answer.end, {}, basis}));
    }
    drafts.push_back(draft_of(ConflictResolved{asked.who, asked.question, answer.agreed, basis}));
    return drafts;
}

}  // namespace baodao
