// SPDX-License-Identifier: MIT
// The part of the desk that shows people what is recorded about them, and takes their objections.
#include <algorithm>

#include "domain/event/kinds_attendance.hpp"
#include "domain/service/quota.hpp"
#include "kiosk/app/claim_desk.hpp"
#include "kiosk/app/desk.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/event_lines.hpp"
#include "kiosk/app/team_ends.hpp"

namespace baodao {

bool Desk::objection_over(const ServiceView& service, UtcMillis now) const {
    const auto target = objection_target(service);
    if (!target || target == service.service.in || target == service.service.out) return false;
    for (const EventLine& line : service.events) {
        if (line.id != *target) continue;
        const LocalDate day = local_date(line.at, community_.offset());
        return now - line.at > community_.rules().value(Rule::objection_days, day) * ms_per_day;
    }
    return false;
}

Result<EventLine> Desk::dispute(const AskCorrection& asked) {
    const auto person = load(asked.serial.value);
    if (!person) return person.error();
    PersonRef who{asked.serial, std::nullopt};
    if (!person->state.members.empty()) who.member = *person->state.members.begin();
    Draft disputed = draft_of(AttendanceDisputed{who, asked.event, asked.reason, asked.start, asked.end});
    disputed.event.actor = {ActorKind::member, asked.serial.value};
    if (auto noted = note({std::move(disputed)}); !noted) return noted.error();
    const auto written = parts_.journal.last_records(1);
    if (!written) return written.error();
    const auto entry = written->empty() ? std::nullopt : entry_from(written->back());
    if (!entry) return Error{ErrorKind::not_found, "the objection is not in the log", {}};
    return event_line(*entry, person->state, own_terminal());
}

OwnTerminal Desk::own_terminal() const {
    return {parts_.journal.origin(), community_.settings().short_name + parts_.installation.terminal};
}

TeamTimes Desk::team_times(const AskTeamTimes& asked) {
    const auto person = load(asked.serial.value);
    if (!person) return {};
    return team_hours(parts_.journal, asked.activity, local_date(asked.around, community_.offset()),
                      person->state);
}

Result<LoadedPerson> Desk::load(std::uint64_t subject) {
    return load_person(parts_.journal, subject, community_, stamp_.moment().time.estimated());
}

Result<KnownPerson> Desk::known(const SubmitScan& request) {
    const LocalDate today = local_date(stamp_.moment().time.estimated(), community_.offset());
    const auto read_text = read(request, today);
    if (std::holds_alternative<RefusedText>(read_text)) return Error{ErrorKind::refused, "not a slip", {}};
    const ReadSlip& slip = std::get<ReadSlip>(read_text);
    auto person = load(slip.slip.serial.value);
    if (!person) return person.error();
    const SlipState* state = person->state.slip(slip.slip.serial);
    if (!person->state.registered || (state != nullptr && state->revoked)) {
        return Error{ErrorKind::not_found, "nobody is registered with this slip", {}};
    }
    KnownPerson known;
    known.serial = slip.slip.serial;
    known.card = read_card(parts_.journal, person->entries, parts_.installation.community_key);
    known.name = known.card.name.empty() ? slip.name : known.card.name;
    known.person = std::move(person).value();
    return known;
}

Result<RecordView> Desk::record(const SubmitScan& request) {
    const auto known = this->known(request);
    if (!known) return known.error();
    const PersonState& person = known->person.state;
    const LocalDate today = local_date(stamp_.moment().time.estimated(), community_.offset());
    RecordView record;
    record.name = known->name;
    record.serial = known->serial;
    record.year = year_account(person, year_of(today), today, community_.rules());
    const Views view = views();
    const OwnTerminal own = own_terminal();
    for (const Service& service : person.services) {
        ServiceView shown = view.service(service);
        shown.events = event_lines(service, person, known->person.entries, own);
        shown.objection_over = objection_over(shown, stamp_.moment().time.estimated());
        record.services.push_back(std::move(shown));
    }
    record.openings = opening_lines(person, record.year.year, known->person.entries, own);
    std::reverse(record.services.begin(), record.services.end());
    for (const ItemPublished* item : held_items(items_, person)) record.claimed_items.push_back(item->title);
    record.check_code = check_code(record);
    return record;
}

}  // namespace baodao
