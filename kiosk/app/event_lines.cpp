// SPDX-License-Identifier: MIT
#include "kiosk/app/event_lines.hpp"

#include <algorithm>
#include <tuple>

#include "domain/event/kinds_attendance.hpp"

namespace baodao {

namespace {

struct Named {
    std::optional<EventId> target;  // the event that this one speaks about
    EventLine line;
};

EventBy by_whom(const Event& event, const PersonState& person) {
    switch (event.actor.kind) {
        case ActorKind::staff:
            return EventBy::cadre;
        case ActorKind::member: {
            const bool herself = person.slips.contains(SlipSerial{event.actor.id}) ||
                                 person.members.contains(MemberNumber{event.actor.id});
            return herself ? EventBy::member : EventBy::leader;
        }
        default:
            return EventBy::machine;
    }
}

Named named(EventWhat what, const std::optional<EventId>& target = {}) {
    Named made;
    made.target = target;
    made.line.what = what;
    return made;
}

template <class Body>
Named with_times(EventWhat what, const std::optional<EventId>& target, const Body& body) {
    Named made = named(what, target);
    made.line.reason = body.reason;
    made.line.start = body.start;
    made.line.end = body.end;
    return made;
}

// What the kind adds; nullopt: not about attendance.
std::optional<Named> read(const Event& event) {
    if (event.kind == kinds::attendance_in) return named(EventWhat::signed_in);
    if (event.kind == kinds::attendance_out) return named(EventWhat::signed_out);
    if (const auto body = body_of<AttendanceRecorded>(event)) {
        Named made = with_times(EventWhat::recorded, {}, *body);
        made.line.sheet = body->sheet;
        return made;
    }
    if (const auto body = body_of<AttendanceConfirmed>(event)) {
        Named made = named(EventWhat::confirmed, body->event);
        made.line.end = body->end;
        return made;
    }
    if (const auto body = body_of<AttendanceAmended>(event))
        return with_times(EventWhat::amended, body->event, *body);
    if (const auto body = body_of<AttendanceDisputed>(event))
        return with_times(EventWhat::disputed, body->event, *body);
    if (const auto body = body_of<AttendanceVoided>(event)) {
        Named made = named(EventWhat::voided, body->event);
        made.line.reason = body->reason;
        return made;
    }
    if (const auto body = body_of<ConflictResolved>(event)) {
        Named made = named(body->accepted ? EventWhat::agreed : EventWhat::refused, body->event);
        made.line.reason = body->reason;
        return made;
    }
    return std::nullopt;
}

EventLine finished(EventLine line, const Entry& entry, const PersonState& person, const OwnTerminal& own) {
    line.id = entry.id;
    line.by = by_whom(entry.event, person);
    line.at = entry.event.at.estimated();
    line.doubtful_clock = entry.event.at.confidence == Confidence::doubtful;
    if (entry.id.origin == own.origin) line.terminal = own.name;
    return line;
}

bool contains(const std::vector<EventId>& ids, const EventId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

Result<EventLine> event_line(const Entry& entry, const PersonState& person, const OwnTerminal& own) {
    const auto said = read(entry.event);
    if (!said) return Error{ErrorKind::bad_input, "this event is not about attendance", {}};
    return finished(said->line, entry, person, own);
}

std::vector<EventLine> event_lines(const Service& service, const PersonState& person,
                                   std::span<const Entry> entries, const OwnTerminal& own) {
    std::vector<EventId> of_service = service.others;
    if (service.in) of_service.push_back(*service.in);
    if (service.out) of_service.push_back(*service.out);
    std::vector<EventLine> lines;
    // What speaks about an event of the service belongs to it, and what speaks about that in turn; an answer
    // may have arrived before its question.
    std::vector<EventId> taken;
    for (bool more = true; more;) {
        more = false;
        for (const Entry& entry : entries) {
            const auto said = read(entry.event);
            if (!said || contains(taken, entry.id) || entry.event.drill) continue;
            const bool about =
                said->target && (contains(of_service, *said->target) || contains(taken, *said->target));
            if (!contains(of_service, entry.id) && !about) continue;
            EventLine line = finished(said->line, entry, person, own);
            const bool answer = line.what == EventWhat::agreed || line.what == EventWhat::refused;
            const auto question = std::find_if(lines.begin(), lines.end(), [&](const EventLine& other) {
                return said->target == other.id && other.what == EventWhat::disputed;
            });
            if (answer && question == lines.end()) {
                line.what = EventWhat::reviewed;
                line.by = EventBy::town;
            }
            lines.push_back(std::move(line));
            taken.push_back(entry.id);
            more = true;
        }
    }
    std::sort(lines.begin(), lines.end(), [](const EventLine& a, const EventLine& b) {
        return std::tie(a.at, a.id) < std::tie(b.at, b.id);
    });
    return lines;
}

std::vector<OpeningView> opening_lines(const PersonState& person, std::int32_t year,
                                       std::span<const Entry> entries, const OwnTerminal& own) {
    std::vector<OpeningView> openings;
    for (const Opening& opening : person.openings) {
        if (opening.balance.year != year) continue;
        const auto entry = std::find_if(entries.begin(), entries.end(),
                                        [&](const Entry& each) { return each.id == opening.event; });
        if (entry == entries.end()) continue;
        EventLine line;
        line.what = EventWhat::opening;
        line.reason = opening.balance.source;
        openings.push_back({finished(std::move(line), *entry, person, own), opening.balance.minutes,
                            opening.balance.first_half, opening.balance.second_half});
    }
    return openings;
}

}  // namespace baodao
