// SPDX-License-Identifier: MIT
// Writes the events of a small community for tests: two kiosks with their own clocks, and HQ.
#pragma once

#include <string_view>
#include <vector>

#include "domain/event/kinds_activity.hpp"
#include "domain/event/kinds_attendance.hpp"
#include "domain/event/kinds_machine.hpp"
#include "domain/event/kinds_member.hpp"
#include "domain/service/person.hpp"
#include "domain/service/quota.hpp"

namespace baodao::test {

inline constexpr UtcOffset china{480};
inline constexpr CommunityId fenglin{0xF00001};
inline constexpr SlipSerial chen{0x1111};

// "2026-03-01 09:00" or "… 09:00:30" on the community's wall.
[[nodiscard]] UtcMillis wall(std::string_view text);
[[nodiscard]] LocalDate day(std::string_view text);

enum class Where : std::uint8_t { a = 1, b = 2, hq = 3 };

class Story {
  public:
    Story();

    template <class Body>
    EventId tell(Where where, std::string_view when, const Body& body,
                 std::optional<ActivityId> activity = std::nullopt) {
        return tell_at(where, wall(when), Body::kind, to_body(body), activity);
    }
    EventId tell_at(Where where, UtcMillis when, std::string_view kind, std::string body,
                    std::optional<ActivityId> activity = std::nullopt);

    EventId in(Where where, std::string_view when, std::optional<ActivityId> activity = std::nullopt,
               SlipSerial serial = chen);
    EventId out(Where where, std::string_view when, std::optional<ActivityId> activity = std::nullopt,
                SlipSerial serial = chen);
    EventId registered(std::string_view when, SlipSerial serial = chen);
    ActivityId activity(std::string_view start, std::string_view end);

    // From now on that kiosk's wall clock is wrong by so much, or it was restarted.
    void shift_wall(Where where, std::int64_t ms, Confidence confidence);
    void reboot(Where where);

    [[nodiscard]] CommunityState community() const;
    [[nodiscard]] PersonState person(std::string_view now = "2026-12-31 23:00",
                                     SlipSerial serial = chen) const;
    [[nodiscard]] YearAccount year(std::int32_t year, std::string_view today) const;

    std::vector<Entry> entries;

  private:
    struct Machine {
        OriginId origin;
        BootId boot;
        UtcMillis mono_zero;  // true time at monotonic zero
        std::int64_t wall_error_ms = 0;
        Confidence confidence = Confidence::free_running;
        std::uint64_t seq = 0;
    };
    Machine& machine(Where where) { return machines_[static_cast<std::size_t>(where)]; }
    Machine machines_[4];
    std::uint8_t boots_ = 0;
    std::uint64_t activities_ = 0;
};

// What a ledger would show: everything that must not depend on order or repeats.
[[nodiscard]] std::string ledger_text(const PersonState& person);

}  // namespace baodao::test
