// SPDX-License-Identifier: MIT
#include "story.hpp"

#include <cstdio>

#include "domain/base/text.hpp"

namespace baodao::test {

UtcMillis wall(std::string_view text) {
    std::string rfc(text);
    rfc[10] = 'T';
    if (rfc.size() == 16) rfc += ":00";
    return parse_rfc3339(rfc + "+08:00").value();
}

LocalDate day(std::string_view text) {
    return parse_date(text).value();
}

Story::Story() {
    for (const Where where : {Where::a, Where::b, Where::hq}) {
        machine(where).origin.bytes[0] = static_cast<std::uint8_t>(where);
        machine(where).mono_zero = wall("2025-12-01 00:00");
        reboot(where);
    }
}

void Story::shift_wall(Where where, std::int64_t ms, Confidence confidence) {
    machine(where).wall_error_ms = ms;
    machine(where).confidence = confidence;
}

void Story::reboot(Where where) {
    machine(where).boot.bytes[0] = ++boots_;
    machine(where).mono_zero = machine(where).mono_zero + ms_per_hour;
}

EventId Story::tell_at(Where where, UtcMillis when, std::string_view kind, std::string body,
                       std::optional<ActivityId> activity) {
    Machine& from = machine(where);
    Entry entry;
    entry.id = {from.origin, {1}, {++from.seq}};
    entry.event.kind = kind;
    entry.event.community = fenglin;
    entry.event.activity = activity;
    entry.event.at = {when + from.wall_error_ms, {when - from.mono_zero}, from.boot, 0, -1, from.confidence};
    entry.event.body = std::move(body);
    entries.push_back(entry);
    return entry.id;
}

EventId Story::in(Where where, std::string_view when, std::optional<ActivityId> activity, SlipSerial serial) {
    return tell(where, when, AttendanceIn{serial, {}}, activity);
}

EventId Story::out(Where where, std::string_view when, std::optional<ActivityId> activity,
                   SlipSerial serial) {
    return tell(where, when, AttendanceOut{serial, {}, false}, activity);
}

EventId Story::registered(std::string_view when, SlipSerial serial) {
    MemberRegistered body;
    body.serial = serial;
    body.number = "枫林A-0195";
    return tell(Where::a, when, body);
}

ActivityId Story::activity(std::string_view start, std::string_view end) {
    const ActivityId id{0xAC00 + ++activities_};
    ActivityPlanned plan;
    plan.title = "河道清洁";
    plan.start = wall(start);
    plan.end = wall(end);
    tell_at(Where::hq, wall("2025-12-02 08:00"), ActivityPlanned::kind, to_body(plan), id);
    return id;
}

CommunityState Story::community() const {
    CommunityState state(fenglin);
    for (const Entry& entry : entries) state.apply(entry);
    return state;
}

PersonState Story::person(std::string_view now, SlipSerial serial) const {
    return fold_person(serial.value, entries, community(), wall(now));
}

YearAccount Story::year(std::int32_t year, std::string_view today) const {
    return year_account(person(), year, day(today), community().rules());
}

std::string ledger_text(const PersonState& person) {
    std::string text = to_hex64(person.key);
    const auto time = [](const std::optional<UtcMillis>& at) {
        return at ? std::to_string(at->value) : std::string("-");
    };
    for (const Service& service : person.services) {
        text += "\n" + time(service.started) + " " + time(service.ended) + " " + time(service.proposed_end);
        text += " " + std::to_string(service.minutes) + "+" + std::to_string(service.pending_minutes);
        for (const EventId& id : service.others) text += " " + to_string(id);
        for (const Mark mark : service.marks) text += " m" + std::to_string(static_cast<int>(mark));
        for (const DayMinutes& day : service.days) {
            text += " " + to_string(day.day) + "=" + std::to_string(day.minutes);
        }
    }
    return text;
}

}  // namespace baodao::test
