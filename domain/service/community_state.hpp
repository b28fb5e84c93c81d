// SPDX-License-Identifier: MIT
// What the scans of one community depend on besides the person: activities, rules, settings,
// final days, corrections of clocks. A fold of the community-level events: order and repeats
// don't matter, what it doesn't know is passed over.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/event/kinds_activity.hpp"
#include "domain/event/kinds_machine.hpp"
#include "domain/event/kinds_subjects.hpp"
#include "domain/service/rules.hpp"

namespace baodao {

struct Activity {
    ActivityId id;
    ActivityPlanned plan;
    std::optional<UtcMillis> opened;  // first opening
    std::optional<UtcMillis> closed;  // last closing, unless opened again after it
};

// Latest writer wins, by estimated time and then by EventId, whatever the order of arrival.
template <class T>
struct Latest {
    std::optional<T> value;
    UtcMillis written;
    EventId id;
    void put(const Entry& entry, T newer) {
        const UtcMillis at = entry.event.at.estimated();
        if (value && std::pair(at, entry.id) < std::pair(written, id)) return;
        value = std::move(newer);
        written = at;
        id = entry.id;
    }
};

class CommunityState {
  public:
    explicit CommunityState(CommunityId community) : community_(community) {}

    // Events of other communities, drills, and events about a person are passed over;
    // clock corrections are taken from wherever they come.
    void apply(const Entry& entry);

    [[nodiscard]] CommunityId community() const { return community_; }
    // Empty texts until the first community.set arrives.
    [[nodiscard]] CommunitySet settings() const { return settings_.value.value_or(CommunitySet{}); }
    [[nodiscard]] UtcOffset offset() const { return offset_; }
    [[nodiscard]] const Rules& rules() const { return rules_; }
    // The newest roster's day, or nullopt when none ever arrived.
    [[nodiscard]] std::optional<LocalDate> roster_day() const { return roster_day_; }
    // When that day was declared final, or nullopt while it is not.
    [[nodiscard]] std::optional<UtcMillis> day_closed_at(LocalDate day) const;

    // nullptr: never planned here. A cancelled plan is returned too (see plan.cancelled).
    [[nodiscard]] const Activity* activity(ActivityId id) const;
    // By planned start, cancelled ones left out.
    [[nodiscard]] std::vector<const Activity*> activities_on(LocalDate day) const;
    // Those at which a scan now signs in: not cancelled, not closed, opened by staff or within
    // early_minutes of the planned start, and not past the planned end (opened ones: until
    // close_after_minutes past it).
    [[nodiscard]] std::vector<const Activity*> running(UtcMillis now) const;
    // The first that starts after now; nullptr when none is planned.
    [[nodiscard]] const Activity* next(UtcMillis now) const;

    // The theme of a month (policy R12); empty when none is set.
    [[nodiscard]] std::string theme(std::int32_t year, std::int32_t month) const;
    [[nodiscard]] std::string quarter_plan(std::int32_t year, std::int32_t quarter) const;

    struct Contact {
        std::string name;
        std::string phone;
        bool deputy = false;
    };
    // The deputy while one is named for that day, else the cadre (policy R41).
    [[nodiscard]] Contact contact(LocalDate day) const;
    // Who stands in on that day or will later, by the newest word; nothing: nobody, or it was ended early.
    [[nodiscard]] std::optional<DeputyNamed> deputy_from(LocalDate day) const;

    // True time at monotonic zero of that boot, when it was learned later.
    [[nodiscard]] std::optional<UtcMillis> corrected_zero(const OriginId& origin, const BootId& boot) const;

  private:
    struct Doors {  // openings and closings of one activity
        std::optional<UtcMillis> first_opened;
        std::optional<UtcMillis> last_opened;
        std::optional<UtcMillis> last_closed;
    };
    void apply_settings(const Entry& entry);
    void apply_activity(const Entry& entry);
    void refresh(ActivityId id);

    CommunityId community_;
    Latest<CommunitySet> settings_;
    UtcOffset offset_;
    std::optional<std::pair<UtcMillis, EventId>> created_;
    Rules rules_;
    std::optional<LocalDate> roster_day_;
    std::map<LocalDate, UtcMillis> closed_days_;
    std::map<ActivityId, Latest<ActivityPlanned>> plans_;
    std::map<ActivityId, Doors> doors_;
    std::map<ActivityId, Activity> activities_;
    std::map<std::pair<std::int32_t, std::int32_t>, Latest<std::string>> months_;
    std::map<std::pair<std::int32_t, std::int32_t>, Latest<std::string>> quarters_;
    std::map<std::pair<UtcMillis, EventId>, DeputyNamed> deputies_;
    std::map<std::pair<OriginId, BootId>, Latest<UtcMillis>> zeros_;
};

}  // namespace baodao
