// SPDX-License-Identifier: MIT
// Settings that change hours. They are rule.set events with an effective day, or the fold
// would give another answer tomorrow for the same events.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string_view>

#include "domain/base/time.hpp"
#include "domain/event/event.hpp"
#include "domain/event/kinds_machine.hpp"

namespace baodao {

enum class Rule {
    early_minutes,          // minutes count from at most so long before the planned start (decision 5)
    close_hour,             // a scan closes an open service until this local hour …
    close_after_minutes,    // … or so long after the planned end, if that is later
    confirm_short_minutes,  // a sign-out sooner than this asks first
    repeat_seconds,         // the same slip again within this is the same scan
    year_minutes,           // policy R23
    half_count,             // policy R22
    roll_days,              // fewer days on the roll in a half-year: 本期不作要求 (decision 10)
    objection_days,         // the member may object so long (decision 2)
};

struct RuleWord {
    Rule rule;
    std::string_view name;  // in rule.set events and on the settings sheet
    std::int64_t standard;  // holds until a rule.set says otherwise
    std::int64_t least;     // outside these a rule.set is passed over
    std::int64_t most;
};

inline constexpr std::array rule_words{
    RuleWord{Rule::early_minutes, "early_minutes", 30, 0, 24 * 60},
    RuleWord{Rule::close_hour, "close_hour", 4, 0, 23},
    RuleWord{Rule::close_after_minutes, "close_after_minutes", 120, 0, 24 * 60},
    RuleWord{Rule::confirm_short_minutes, "confirm_short_minutes", 5, 0, 60},
    RuleWord{Rule::repeat_seconds, "repeat_seconds", 5, 1, 60},
    RuleWord{Rule::year_minutes, "year_minutes", 600, 0, 366 * 24 * 60},
    RuleWord{Rule::half_count, "half_count", 1, 0, 200},
    RuleWord{Rule::roll_days, "roll_days", 90, 0, 184},
    RuleWord{Rule::objection_days, "objection_days", 30, 0, 366},
};

class Rules {
  public:
    // What holds on that day.
    [[nodiscard]] std::int64_t value(Rule rule, LocalDate day) const;

    // Order and repeats don't matter: of two for the same rule and day the later written one
    // holds. Unknown names and absurd values are passed over.
    void apply(const EventId& id, const Event& event, const RuleSet& set);

  private:
    struct Entry {
        std::int64_t value;
        UtcMillis written;
        EventId id;
    };
    std::map<std::pair<Rule, LocalDate>, Entry> set_;
};

}  // namespace baodao
