// SPDX-License-Identifier: MIT
#include "domain/service/corrections.hpp"

#include <algorithm>

namespace baodao {

Corrections::Corrections(const Facts& facts, const Rules& rules, UtcOffset offset) {
    for (const auto& verdict : facts.of<ConflictResolved>()) {
        verdicts_[verdict.body.event] = verdict.body.accepted;
    }
    collect(facts);
    std::vector<Correction> holding;
    for (const Correction& correction : all_) {
        std::set<EventId> asking;
        if (holds(correction, asking)) holding.push_back(correction);
    }
    all_ = std::move(holding);
    by_target_.clear();
    for (const Correction& correction : all_) {
        by_target_.emplace(correction.target, &correction);
        if (correction.kind == Correction::Kind::voided) voided_.insert(correction.target);
    }
    for (const auto& in : facts.of<AttendanceIn>()) last_scan_ = std::max(last_scan_, std::optional(in.at));
    for (const auto& out : facts.of<AttendanceOut>())
        last_scan_ = std::max(last_scan_, std::optional(out.at));
    collect_disputes(facts, rules, offset);
}

void Corrections::collect(const Facts& facts) {
    for (const auto& fact : facts.of<AttendanceVoided>()) {
        all_.push_back({Correction::Kind::voided, fact.id, fact.body.event, fact.at, {}, {}, {}});
    }
    for (const auto& fact : facts.of<AttendanceConfirmed>()) {
        all_.push_back(
            {Correction::Kind::confirmed, fact.id, fact.body.event, fact.at, {}, fact.body.end, {}});
    }
    for (const auto& fact : facts.of<AttendanceAmended>()) {
        all_.push_back({Correction::Kind::amended, fact.id, fact.body.event, fact.at, fact.body.start,
                        fact.body.end, fact.body.activity});
    }
    std::sort(all_.begin(), all_.end(), [](const Correction& a, const Correction& b) {
        return std::tie(a.at, a.id) < std::tie(b.at, b.id);
    });
    for (const Correction& correction : all_) by_target_.emplace(correction.target, &correction);
}

// `asking` ends the walk when voids name each other in a circle: those then hold.
bool Corrections::holds(const Correction& correction, std::set<EventId>& asking) const {
    if (refused(correction.id)) return false;
    if (!asking.insert(correction.id).second) return true;
    const auto [first, last] = by_target_.equal_range(correction.id);
    return std::none_of(first, last, [&](const auto& named) {
        return named.second->kind == Correction::Kind::voided && holds(*named.second, asking);
    });
}

void Corrections::collect_disputes(const Facts& facts, const Rules& rules, UtcOffset offset) {
    std::map<EventId, UtcMillis> said;
    facts.for_each([&](const auto& fact) { said.emplace(fact.id, fact.at); });
    // What staff said stands after so many days; what she scanned herself can be asked about at any time.
    std::set<EventId> words;
    for (const auto& fact : facts.of<AttendanceConfirmed>()) words.insert(fact.id);
    for (const auto& fact : facts.of<AttendanceAmended>()) words.insert(fact.id);
    for (const auto& fact : facts.of<AttendanceVoided>()) words.insert(fact.id);
    for (const auto& fact : facts.of<AttendanceRecorded>()) words.insert(fact.id);
    for (const auto& fact : facts.of<AttendanceDisputed>()) {
        const auto named = said.find(fact.body.event);
        if (named == said.end() || verdicts_.contains(fact.id) || voided(fact.id)) continue;
        const std::int64_t days = rules.value(Rule::objection_days, local_date(named->second, offset));
        if (words.contains(named->first) && fact.at - named->second > days * ms_per_day) continue;
        disputes_.push_back({fact.id, fact.body.event, fact.at});
    }
}

bool Corrections::refused(const EventId& event) const {
    const auto verdict = verdicts_.find(event);
    return verdict != verdicts_.end() && !verdict->second;
}

bool Corrections::accepted(const EventId& event) const {
    const auto verdict = verdicts_.find(event);
    return verdict != verdicts_.end() && verdict->second;
}

std::vector<const Correction*> Corrections::naming(std::span<const EventId> events) const {
    std::vector<const Correction*> found;
    if (by_target_.empty()) return found;
    for (const EventId& event : events) {
        const auto [first, last] = by_target_.equal_range(event);
        for (auto named = first; named != last; ++named) found.push_back(named->second);
    }
    std::sort(found.begin(), found.end(), [](const Correction* a, const Correction* b) {
        return std::tie(a->at, a->id) < std::tie(b->at, b->id);
    });
    return found;
}

GivenTimes Corrections::times(std::span<const EventId> events) const {
    GivenTimes given;
    for (const Correction* correction : naming(events)) {
        if (correction->kind == Correction::Kind::amended) {
            if (correction->start) given.start = correction->start;
            if (correction->end) given.end = correction->end;
            if (correction->end) given.ended_at = correction->at;
        } else if (correction->kind == Correction::Kind::confirmed) {
            given.confirmed_end = correction->end;
            given.ended_at = correction->at;
        }
    }
    return given;
}

std::optional<ActivityId> Corrections::activity(const Entry& entry) const {
    std::optional<ActivityId> named = entry.event.activity;
    for (const Correction* correction : naming({&entry.id, 1})) {
        if (correction->activity) named = correction->activity;
    }
    return named;
}

bool Corrections::disputed(std::span<const EventId> events) const {
    return std::any_of(disputes_.begin(), disputes_.end(), [&](const Dispute& dispute) {
        const bool about = std::find(events.begin(), events.end(), dispute.target) != events.end();
        if (!about) return false;
        const auto answers = naming(events);
        return std::none_of(answers.begin(), answers.end(),
                            [&](const Correction* answer) { return answer->at > dispute.at; });
    });
}

bool Corrections::waits_for_consent(const EventId& id, UtcMillis made, UtcMillis day_closed) const {
    if (made <= day_closed || accepted(id)) return false;
    const bool objected = std::any_of(disputes_.begin(), disputes_.end(),
                                      [&](const Dispute& dispute) { return dispute.target == id; });
    return objected || !last_scan_ || *last_scan_ <= made;
}

}  // namespace baodao
