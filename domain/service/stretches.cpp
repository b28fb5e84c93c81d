// SPDX-License-Identifier: MIT
#include "domain/service/stretches.hpp"

#include <algorithm>
#include <iterator>

namespace baodao {

namespace {

struct Scans {
    std::vector<Scan> good;     // of slips that are accepted or still wait
    std::vector<Scan> refused;  // of slips that HQ refused
    std::vector<Scan> voided;
};

template <class Body>
void sort_into(Scans& scans, Scan::Way way, const ServiceContext& context) {
    for (const Fact<Body>& fact : context.facts.of<Body>()) {
        const auto found = context.slips.find(fact.body.serial);
        const SlipState slip = found == context.slips.end() ? SlipState{} : found->second;
        Scan scan{way, fact.id, fact.at, fact.body.serial, context.corrections.activity(*fact.entry)};
        scan.waits = !fact.body.parked.empty() && slip.resolution == Resolution::waiting;
        scan.doubtful = context.timeline.doubtful(*fact.entry);
        scan.late = slip.revoked && fact.at > *slip.revoked;
        const bool refused = slip.resolution == Resolution::refused;
        auto& list = context.corrections.voided(fact.id) ? scans.voided
                     : refused                           ? scans.refused
                                                         : scans.good;
        list.push_back(scan);
    }
}

void sort_by_time(std::vector<Scan>& scans) {
    std::sort(scans.begin(), scans.end(),
              [](const Scan& a, const Scan& b) { return std::tie(a.at, a.id) < std::tie(b.at, b.id); });
}

Scans scans_of(const ServiceContext& context) {
    Scans scans;
    sort_into<AttendanceIn>(scans, Scan::Way::in, context);
    sort_into<AttendanceOut>(scans, Scan::Way::out, context);
    for (auto* list : {&scans.good, &scans.refused, &scans.voided}) sort_by_time(*list);
    return scans;
}

// A sign-in that was taken back keeps the sign-out that only it explains.
void adopt_orphans(std::vector<Stretch>& voided, std::vector<Stretch>& paired) {
    for (Stretch& owner : voided) {
        const auto orphan = std::find_if(paired.begin(), paired.end(), [&](const Stretch& stretch) {
            return !stretch.start && *stretch.end >= *owner.start && *stretch.end <= owner.limit &&
                   stretch.activity == owner.activity;
        });
        if (orphan == paired.end()) continue;
        owner.out = orphan->out;
        owner.end = orphan->end;
        owner.events.insert(owner.events.end(), orphan->events.begin(), orphan->events.end());
        paired.erase(orphan);
    }
}

std::vector<Stretch> back_entries(const ServiceContext& context) {
    std::vector<Stretch> entries;
    for (const auto& fact : context.facts.of<AttendanceRecorded>()) {
        if (fact.body.end < fact.body.start || fact.body.end - fact.body.start > stretch_ms_max) continue;
        Stretch entry;
        entry.in = fact.id;
        entry.events = {fact.id};
        entry.activity = context.corrections.activity(*fact.entry);
        entry.back_entry = true;
        entry.start_given = true;
        entry.voided = context.corrections.voided(fact.id) || context.corrections.refused(fact.id);
        const GivenTimes given = context.corrections.times(entry.events);
        entry.start = given.start.value_or(fact.body.start);
        entry.end = given.end.value_or(fact.body.end);
        if (*entry.end < *entry.start || *entry.end - *entry.start > stretch_ms_max) entry.end = entry.start;
        entry.limit = entry.last_seen = *entry.end;
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace

std::vector<Stretch> stretches_of(const ServiceContext& context) {
    const Scans scans = scans_of(context);
    auto paired = pair_scans(scans.good, context.community, context.corrections);
    auto refused = pair_scans(scans.refused, context.community, context.corrections);
    for (Stretch& stretch : refused) stretch.refused = true;

    std::vector<Stretch> voided;
    for (const Scan& scan : scans.voided) {
        if (scan.way == Scan::Way::out) continue;  // found through its correction
        auto alone = pair_scans({scan}, context.community, context.corrections);
        alone.front().voided = true;
        voided.push_back(std::move(alone.front()));
    }
    adopt_orphans(voided, paired);

    for (auto* more : {&refused, &voided}) std::move(more->begin(), more->end(), std::back_inserter(paired));
    auto entered = back_entries(context);
    std::move(entered.begin(), entered.end(), std::back_inserter(paired));
    return paired;
}

}  // namespace baodao
