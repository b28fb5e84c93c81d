// SPDX-License-Identifier: MIT
#include "domain/service/quota.hpp"

#include <algorithm>

namespace baodao {

namespace {

struct Days {  // both included; empty when last < first
    LocalDate first;
    LocalDate last;
    [[nodiscard]] std::int64_t count() const { return std::max(0, last.days - first.days + 1); }
};

// Days of the half-year on which she was, or will be, on the roll of this community.
Days on_roll(const PersonState& person, HalfYear half) {
    if (!person.on_roll_since) return {first_day(half), {first_day(half).days - 1}};
    Days days{std::max(first_day(half), *person.on_roll_since), last_day(half)};
    if (person.left) days.last = std::min(days.last, person.left->day);
    return days;
}

bool excused(const PersonState& person, HalfYear half) {
    return std::any_of(person.excused.begin(), person.excused.end(),
                       [&](const Excuse& excuse) { return excuse.half == half; });
}

// Nothing is asked in a half-year that she left in, was excused from, or was too short on the roll.
NotAsked why_not_asked(const PersonState& person, HalfYear half, const Rules& rules) {
    if (excused(person, half)) return NotAsked::excused;
    if (person.left && person.left->day <= last_day(half)) return NotAsked::left;
    const bool enough = on_roll(person, half).count() >= rules.value(Rule::roll_days, last_day(half));
    return enough ? NotAsked::no : NotAsked::short_roll;
}

bool asked(const PersonState& person, HalfYear half, const Rules& rules) {
    return why_not_asked(person, half, rules) == NotAsked::no;
}

HalfAccount half_account(const PersonState& person, HalfYear half, LocalDate today, const Rules& rules) {
    HalfAccount account;
    account.half = half;
    account.due = last_day(half);
    account.started = first_day(half) <= today;
    for (const Service& service : person.services) {
        if (service.counted && half_of(local_date(*service.started, person.offset)) == half) ++account.count;
    }
    for (const Opening& opening : person.openings) {
        if (opening.balance.year != half.year) continue;
        account.count += half.half == 1 ? opening.balance.first_half : opening.balance.second_half;
    }
    const bool done = account.count >= rules.value(Rule::half_count, last_day(half));
    account.not_asked = why_not_asked(person, half, rules);
    account.duty = done ? Duty::done : account.not_asked == NotAsked::no ? Duty::owed : Duty::not_asked;
    return account;
}

void add_minutes(YearAccount& account, const PersonState& person) {
    for (const Service& service : person.services) {
        for (const DayMinutes& day : service.days) {
            if (year_of(day.day) == account.year) account.minutes += day.minutes;
        }
    }
    for (const Opening& opening : person.openings) {
        if (opening.balance.year != account.year) continue;
        account.opening_minutes += opening.balance.minutes;
        if (account.opening_source.empty()) account.opening_source = opening.balance.source;
    }
    account.minutes += account.opening_minutes;
}

// The share of the year's minutes that falls on days asked; only ever shown as 仅供参考.
std::int64_t pro_rata(const PersonState& person, const HalfAccount (&halves)[2], std::int64_t required) {
    std::int64_t days = 0;
    for (const HalfAccount& half : halves) {
        if (!excused(person, half.half)) days += on_roll(person, half.half).count();
    }
    const std::int64_t whole = last_day(halves[1].half).days - first_day(halves[0].half).days + 1;
    return required * days / whole;
}

}  // namespace

YearAccount year_account(const PersonState& person, std::int32_t year, LocalDate today, const Rules& rules) {
    YearAccount account;
    account.year = year;
    account.halves[0] = half_account(person, {year, 1}, today, rules);
    account.halves[1] = half_account(person, {year, 2}, today, rules);
    account.due = last_day({year, 2});
    add_minutes(account, person);

    const std::int64_t required = rules.value(Rule::year_minutes, account.due);
    const bool whole_year_asked = asked(person, {year, 1}, rules) && asked(person, {year, 2}, rules);
    if (account.minutes >= required) {
        account.hours = Duty::done;
    } else if (whole_year_asked) {
        account.hours = Duty::owed;
        account.owed_minutes = required - account.minutes;
    } else {
        account.hours = Duty::not_asked;
        account.hint_minutes = pro_rata(person, account.halves, required);
    }
    return account;
}

}  // namespace baodao
