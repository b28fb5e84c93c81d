// SPDX-License-Identifier: MIT
// Internal to domain/service: what staff, the member and the reviewer said about other events,
// and which of it holds (a correction can itself be voided or refused).
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <vector>

#include "domain/service/facts.hpp"
#include "domain/service/rules.hpp"

namespace baodao {

struct Correction {
    enum class Kind { voided, confirmed, amended };
    Kind kind;
    EventId id;
    EventId target;
    UtcMillis at;
    std::optional<UtcMillis> start;
    std::optional<UtcMillis> end;
    std::optional<ActivityId> activity;
};

// Times that staff gave for one stretch; of several the last one holds.
struct GivenTimes {
    std::optional<UtcMillis> start;          // amended
    std::optional<UtcMillis> end;            // amended
    std::optional<UtcMillis> confirmed_end;  // 补记: fills a missing sign-out, never replaces one
    std::optional<UtcMillis> ended_at;       // when either end was said: later scans are another service
};

class Corrections {
  public:
    Corrections(const Facts& facts, const Rules& rules, UtcOffset offset);
    Corrections(const Corrections&) = delete;  // the index points into the list
    Corrections& operator=(const Corrections&) = delete;

    [[nodiscard]] bool voided(const EventId& event) const { return voided_.contains(event); }
    // The reviewer refused this back entry or correction.
    [[nodiscard]] bool refused(const EventId& event) const;
    [[nodiscard]] bool accepted(const EventId& event) const;
    // Corrections that hold and name one of the events, by time.
    [[nodiscard]] std::vector<const Correction*> naming(std::span<const EventId> events) const;
    [[nodiscard]] GivenTimes times(std::span<const EventId> events) const;
    // The activity that staff named for this event, else its own.
    [[nodiscard]] std::optional<ActivityId> activity(const Entry& entry) const;
    // The member objected to one of the events and nobody has answered yet.
    [[nodiscard]] bool disputed(std::span<const EventId> events) const;
    // After a day was final, a correction waits for the reviewer or for the member's own later
    // scan, if she doesn't object (decision 12).
    [[nodiscard]] bool waits_for_consent(const EventId& id, UtcMillis made, UtcMillis day_closed) const;

  private:
    struct Dispute {
        EventId id;
        EventId target;
        UtcMillis at;
    };
    [[nodiscard]] bool holds(const Correction& correction, std::set<EventId>& asking) const;
    void collect(const Facts& facts);
    void collect_disputes(const Facts& facts, const Rules& rules, UtcOffset offset);

    std::vector<Correction> all_;  // by time; after construction only those that hold
    std::multimap<EventId, const Correction*> by_target_;
    std::map<EventId, bool> verdicts_;  // latest conflict.resolved by event
    std::set<EventId> voided_;
    std::vector<Dispute> disputes_;
    std::optional<UtcMillis> last_scan_;
};

}  // namespace baodao
