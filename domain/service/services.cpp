// SPDX-License-Identifier: MIT
#include "domain/service/services.hpp"

#include <algorithm>

#include "domain/service/credit.hpp"
#include "domain/service/stretches.hpp"

namespace baodao {

namespace {

// One service: one stretch, or all stretches at one activity (one service per person and activity).
struct Draft {
    std::vector<Stretch> stretches;  // by time
    Service service;
};

UtcMillis time_of(const Stretch& stretch) {
    return stretch.start ? *stretch.start : *stretch.end;
}

bool earlier(const Stretch& a, const Stretch& b) {
    return std::tuple(time_of(a), a.events.front()) < std::tuple(time_of(b), b.events.front());
}

std::vector<Draft> group(std::vector<Stretch> stretches) {
    std::sort(stretches.begin(), stretches.end(), earlier);
    std::vector<Draft> drafts;
    std::map<ActivityId, std::size_t> by_activity;
    for (Stretch& stretch : stretches) {
        const bool joins = stretch.activity && !stretch.voided && !stretch.refused;
        if (joins) {
            const auto [place, fresh] = by_activity.try_emplace(*stretch.activity, drafts.size());
            if (!fresh) {
                drafts[place->second].stretches.push_back(std::move(stretch));
                continue;
            }
        }
        drafts.push_back({{std::move(stretch)}, {}});
    }
    return drafts;
}

// Sign-outs alone explain nothing once the activity has a stretch with a sign-in.
bool any_with_start(const Draft& draft) {
    return std::any_of(draft.stretches.begin(), draft.stretches.end(),
                       [](const Stretch& stretch) { return stretch.start.has_value(); });
}

void set_times(Draft& draft) {
    Service& service = draft.service;
    const bool began = any_with_start(draft);
    bool all_ended = true;
    for (const Stretch& stretch : draft.stretches) {
        service.others.insert(service.others.end(), stretch.events.begin(), stretch.events.end());
        if (began && !stretch.start) continue;
        if (!service.in) service.in = stretch.in;
        if (!service.started) service.started = stretch.start;
        service.out = stretch.out ? stretch.out : service.out;
        service.ended = std::max(service.ended, stretch.end);
        all_ended &= stretch.end.has_value();
    }
    service.activity = draft.stretches.front().activity;
    if (!all_ended) {
        service.ended.reset();
        service.out.reset();
    }
}

void mark_if(Service& service, Mark mark, bool holds) {
    if (holds) service.marks.insert(mark);
}

void set_marks(Draft& draft, const ServiceContext& context) {
    Service& service = draft.service;
    const bool began = any_with_start(draft);
    mark_if(service, Mark::without_sign_in, !began);
    const Activity* activity = service.activity ? context.community.activity(*service.activity) : nullptr;
    mark_if(service, Mark::unplanned, !service.activity || (activity != nullptr && activity->plan.cancelled));
    for (const Stretch& stretch : draft.stretches) {
        mark_if(service, Mark::parked, stretch.waits);
        mark_if(service, Mark::doubtful_clock, stretch.doubtful);
        mark_if(service, Mark::after_revoking, stretch.late);
        mark_if(service, Mark::back_entry, stretch.back_entry);
        mark_if(service, Mark::voided, stretch.voided);
        mark_if(service, Mark::refused, stretch.refused);
        mark_if(service, Mark::confirmed, stretch.end_confirmed);
        const bool running = stretch.start && !stretch.end && !stretch.voided && !stretch.refused;
        mark_if(service, Mark::open, running && context.now <= stretch.limit);
        mark_if(service, Mark::forgotten, running && context.now > stretch.limit);
    }
}

// Corrections of this service: 更正, objections, and those that wait for a second consent.
void set_corrections(Draft& draft, const ServiceContext& context) {
    Service& service = draft.service;
    const Corrections& corrections = context.corrections;
    const LocalDate day = local_date(time_of(draft.stretches.front()), context.community.offset());
    const auto closed = context.community.day_closed_at(day);
    const auto wait_if_late = [&](const EventId& id, UtcMillis made) {
        mark_if(service, Mark::pending_review, closed && corrections.waits_for_consent(id, made, *closed));
    };
    for (const auto& fact : context.facts.of<AttendanceRecorded>()) {
        const bool ours =
            std::find(service.others.begin(), service.others.end(), fact.id) != service.others.end();
        if (ours) wait_if_late(fact.id, fact.at);
    }
    for (const Correction* correction : corrections.naming(service.others)) {
        mark_if(service, Mark::amended, correction->kind == Correction::Kind::amended);
        wait_if_late(correction->id, correction->at);
        service.others.push_back(correction->id);
    }
    mark_if(service, Mark::disputed, corrections.disputed(service.others));
}

// For a forgotten sign-out: team-mates' sign-outs, else the planned end, else her last sighting.
void propose_end(Draft& draft, const ServiceContext& context) {
    Service& service = draft.service;
    const auto open = std::find_if(draft.stretches.rbegin(), draft.stretches.rend(),
                                   [](const Stretch& stretch) { return stretch.start && !stretch.end; });
    if (!service.has(Mark::forgotten) || open == draft.stretches.rend()) return;
    const auto useful = [&](UtcMillis end) { return end > *open->start; };
    if (service.activity) {
        const auto team = context.hints.team_ends.find(*service.activity);
        const Activity* activity = context.community.activity(*service.activity);
        if (team != context.hints.team_ends.end() && useful(team->second)) {
            service.proposed_end = team->second;
        } else if (activity != nullptr && useful(activity->plan.end)) {
            service.proposed_end = activity->plan.end;
        }
    }
    if (!service.proposed_end && useful(open->last_seen)) service.proposed_end = open->last_seen;
}

// From the sign-in, at most early_minutes before the planned start (decision 5).
std::optional<Span> credited_span(const Stretch& stretch, const CommunityState& community) {
    if (!stretch.start || !stretch.end || stretch.voided || stretch.refused) return std::nullopt;
    UtcMillis start = *stretch.start;
    const Activity* activity = stretch.activity ? community.activity(*stretch.activity) : nullptr;
    if (activity != nullptr && !activity->plan.cancelled && !stretch.start_given) {
        const LocalDate day = local_date(activity->plan.start, community.offset());
        const std::int64_t early = community.rules().value(Rule::early_minutes, day) * ms_per_minute;
        start = std::max(start, activity->plan.start - early);
    }
    if (*stretch.end <= start) return std::nullopt;
    return Span{start, *stretch.end};
}

// Takes from `covered` what the stretches of one service that wait (or not) still can claim.
std::vector<Span> claim(const Draft& draft, bool waiting, Covered& covered, const CommunityState& community,
                        bool& overlapped) {
    std::vector<Span> pieces;
    for (const Stretch& stretch : draft.stretches) {
        const auto span = credited_span(stretch, community);
        if (!span || stretch.waits != waiting) continue;
        const auto fresh = covered.uncovered(*span);
        overlapped |=
            fresh.size() != 1 || fresh.front().start != span->start || fresh.front().end != span->end;
        pieces.insert(pieces.end(), fresh.begin(), fresh.end());
        covered.add(*span);
    }
    return pieces;
}

std::int64_t sum(const std::vector<DayMinutes>& days) {
    std::int64_t total = 0;
    for (const DayMinutes& day : days) total += day.minutes;
    return total;
}

void credit(std::vector<Draft>& drafts, const CommunityState& community) {
    Covered covered;
    for (const bool waiting : {false, true}) {
        for (Draft& draft : drafts) {
            bool overlapped = false;
            const auto pieces = claim(draft, waiting, covered, community, overlapped);
            const auto days = minutes_by_day(pieces, community.offset());
            Service& service = draft.service;
            if (waiting) {
                service.pending_minutes = sum(days);
            } else {
                service.days = days;
                service.minutes = sum(days);
            }
            mark_if(service, Mark::overlapping, overlapped);
        }
    }
}

// Policy R22: one activity, with or without a confirmed end (decision 2).
bool counts(const Draft& draft) {
    return std::any_of(draft.stretches.begin(), draft.stretches.end(), [](const Stretch& stretch) {
        return stretch.start && !stretch.voided && !stretch.refused && !stretch.waits;
    });
}

// `in` and `out` have their own places.
void tidy_others(Service& service) {
    std::erase_if(service.others, [&](const EventId& id) { return id == service.in || id == service.out; });
    std::sort(service.others.begin(), service.others.end());
    service.others.erase(std::unique(service.others.begin(), service.others.end()), service.others.end());
}

}  // namespace

std::vector<Service> services_of(const ServiceContext& context) {
    auto drafts = group(stretches_of(context));
    for (Draft& draft : drafts) {
        set_times(draft);
        set_marks(draft, context);
        set_corrections(draft, context);
        propose_end(draft, context);
        draft.service.counted = counts(draft);
    }
    credit(drafts, context.community);
    std::vector<Service> services;
    for (Draft& draft : drafts) {
        tidy_others(draft.service);
        services.push_back(std::move(draft.service));
    }
    return services;
}

}  // namespace baodao
