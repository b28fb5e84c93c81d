// SPDX-License-Identifier: MIT
#include "domain/service/person.hpp"

#include <algorithm>

#include "domain/service/corrections.hpp"
#include "domain/service/facts.hpp"
#include "domain/service/services.hpp"

namespace baodao {

namespace {

SlipState& slip_of(PersonState& person, SlipSerial serial) {
    SlipState& slip = person.slips[serial];
    slip.serial = serial;
    return slip;
}

template <class Body>
void note_scans(PersonState& person, const Facts& facts) {
    for (const Fact<Body>& fact : facts.of<Body>()) {
        SlipState& slip = slip_of(person, fact.body.serial);
        if (!slip.parked && !fact.body.parked.empty()) slip.parked = park_reason_from(fact.body.parked);
        if (slip.last_seen &&
            std::tie(slip.last_seen->at, slip.last_seen->event) > std::tie(fact.at, fact.id)) {
            continue;
        }
        const EventTime& time = fact.entry->event.at;
        slip.last_seen =
            Sighting{fact.id, std::string(Body::kind), fact.at, time.mono, time.boot, fact.id.origin};
    }
}

void fold_slips(PersonState& person, const Facts& facts) {
    for (const auto& fact : facts.of<SlipIssued>()) {
        SlipState& slip = slip_of(person, fact.body.serial);
        if (!slip.issued) slip.issued = fact.body;
    }
    for (const auto& fact : facts.of<SlipRevoked>()) {
        SlipState& slip = slip_of(person, fact.body.serial);
        if (slip.revoked) continue;
        slip.revoked = fact.at;
        slip.revoked_why = fact.body.why;
    }
    for (const auto& fact : facts.of<SlipResolved>()) {
        SlipState& slip = slip_of(person, fact.body.serial);
        slip.resolution = fact.body.accepted() ? Resolution::accepted : Resolution::refused;
        slip.refused_why = fact.body.refused;
    }
    note_scans<MemberRegistered>(person, facts);
    note_scans<AttendanceIn>(person, facts);
    note_scans<AttendanceOut>(person, facts);
}

// Registration is with one community; elsewhere she registers anew, and her hours come along.
template <class Body>
bool is_here(const Fact<Body>& fact, CommunityId here) {
    return fact.entry->event.community == here;
}

void fold_registration(PersonState& person, const Facts& facts, CommunityId here) {
    for (const auto& fact : facts.of<MemberRegistered>()) {
        if (!is_here(fact, here)) continue;
        const SlipState& slip = person.slips.at(fact.body.serial);
        if (slip.resolution == Resolution::refused) continue;
        const bool waits = !fact.body.parked.empty() && slip.resolution == Resolution::waiting;
        // A registration that stands comes before one that still waits.
        if (person.registered && (waits || !person.registered->parked)) continue;
        person.registered = Registration{fact.id, fact.body.serial, fact.body.number, fact.at, waits};
        if (!person.agency) person.agency = fact.body.agency;
    }
}

void fold_roll(PersonState& person, const Facts& facts, CommunityId here) {
    const auto begin_on = [&](LocalDate day) {
        person.on_roll_since = std::min(person.on_roll_since.value_or(day), day);
    };
    for (const auto& fact : facts.of<MemberListed>()) {
        if (!is_here(fact, here)) continue;
        person.listed = true;
        begin_on(fact.body.since.value_or(local_date(fact.at, person.offset)));
        if (fact.body.agency) person.agency = fact.body.agency;
    }
    if (person.registered && !person.registered->parked) {
        begin_on(local_date(person.registered->at, person.offset));
    }
    for (const auto& fact : facts.of<MemberClosed>()) {
        if (!is_here(fact, here)) continue;
        person.left = Leaving{fact.body.day, fact.body.reason, std::nullopt};
    }
    for (const auto& fact : facts.of<MemberTransferred>()) {
        if (fact.body.to == here) {
            // She came here; whatever closed before that belongs to another roll.
            if (person.left && person.left->day <= fact.body.day) person.left.reset();
        } else if (!person.left || person.left->day > fact.body.day) {
            person.left = Leaving{fact.body.day, {}, fact.body.to};
        }
    }
    // She returned.
    const auto return_by = [&](const auto& fact) {
        if (!person.left || !is_here(fact, here)) return;
        if (local_date(fact.at, person.offset) > person.left->day) person.left.reset();
    };
    for (const auto& fact : facts.of<MemberListed>()) return_by(fact);
    for (const auto& fact : facts.of<MemberRegistered>()) return_by(fact);
}

void fold_excuses(PersonState& person, const Facts& facts) {
    for (const auto& fact : facts.of<MemberExcused>()) {
        const auto same = [&](const Excuse& excuse) { return excuse.half == fact.body.half; };
        if (std::any_of(person.excused.begin(), person.excused.end(), same)) continue;
        person.excused.push_back({fact.body.half, fact.body.reason});
    }
}

void fold_openings(PersonState& person, const Facts& facts) {
    std::map<std::pair<PersonRef, std::int32_t>, Opening> latest;
    for (const auto& fact : facts.of<BalanceOpening>()) {
        const BalanceOpening& balance = fact.body;
        if (balance.first_half < 0 || balance.second_half < 0 || balance.minutes < 0) continue;
        latest.insert_or_assign({balance.who, balance.year}, Opening{fact.id, balance});
    }
    for (auto& [key, opening] : latest) person.openings.push_back(std::move(opening));
}

std::uint64_t key_of(const PersonKeys& keys) {
    if (!keys.members.empty()) return keys.members.begin()->value;
    return keys.serials.begin()->value;
}

}  // namespace

const SlipState* PersonState::slip(SlipSerial serial) const {
    const auto found = slips.find(serial);
    return found == slips.end() ? nullptr : &found->second;
}

const Service* PersonState::open_service() const {
    const auto found = std::find_if(services.rbegin(), services.rend(),
                                    [](const Service& service) { return service.has(Mark::open); });
    return found == services.rend() ? nullptr : &*found;
}

const Service* PersonState::forgotten_service() const {
    const auto found = std::find_if(services.rbegin(), services.rend(),
                                    [](const Service& service) { return service.has(Mark::forgotten); });
    return found == services.rend() ? nullptr : &*found;
}

UtcMillis closing_limit(UtcMillis started, const Activity* activity, const Rules& rules, UtcOffset offset) {
    const LocalDate day = local_date(started, offset);
    const std::int64_t hour_ms = rules.value(Rule::close_hour, day) * ms_per_hour;
    UtcMillis limit = day_start(day, offset) + hour_ms;
    if (limit <= started) limit = day_start({day.days + 1}, offset) + hour_ms;
    if (activity == nullptr || activity->plan.cancelled) return limit;
    const std::int64_t after_ms = rules.value(Rule::close_after_minutes, day) * ms_per_minute;
    return std::max(limit, std::min(activity->plan.end + after_ms, started + 7 * ms_per_day));
}

PersonState fold_person(std::uint64_t subject, std::span<const Entry> entries,
                        const CommunityState& community, UtcMillis now, const FoldHints& hints) {
    const Timeline timeline(entries, community);
    Facts facts = gather(entries, timeline);
    const PersonKeys keys = keys_of(subject, facts);
    keep_only(keys, facts);

    PersonState person;
    person.key = key_of(keys);
    person.members = keys.members;
    person.offset = community.offset();
    fold_slips(person, facts);
    fold_registration(person, facts, community.community());
    fold_roll(person, facts, community.community());
    fold_excuses(person, facts);
    fold_openings(person, facts);
    const Corrections corrections(facts, community.rules(), community.offset());
    person.services = services_of({facts, timeline, corrections, community, person.slips, hints, now});
    return person;
}

}  // namespace baodao
