// SPDX-License-Identifier: MIT
// The screen of a service event (17): a live masked list, scans without a touch, a team signed by its leader.
// Plain data. Names are masked from the start: everybody at the site can read them.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/base/ids.hpp"
#include "domain/base/time.hpp"
#include "kiosk/app/answer.hpp"

namespace baodao {

struct EventPerson {
    SlipSerial serial;  // that she is registered with
    std::string name;   // masked
    std::optional<UtcMillis> in;
    std::optional<UtcMillis> out;
    [[nodiscard]] bool present() const { return in && !out; }
};

struct EventView {
    ActivityView activity;
    UtcMillis counted_from;           // minutes run from the sign-in, at most from here (decision 5)
    bool closed = false;              // by staff
    std::vector<EventPerson> people;  // who came, the last one first
};

// The answer to the last scan, shown inside the event.
struct EventNotice {
    Outcome outcome = Outcome::signed_in;
    std::string name;
    UtcMillis at;
    std::int64_t minutes = 0;
    MonoMillis until;
};

// Opens on the leader's card and closes after a minute without a touch.
struct TeamList {
    SlipSerial leader;
    std::string leader_name;          // masked
    std::vector<EventPerson> people;  // of the team, and who else is here
};

struct EventState {
    EventView view;
    std::optional<EventNotice> notice;
    std::optional<TeamList> team;
    std::vector<SlipSerial> ticked;
    std::size_t page = 0;
};

inline constexpr std::int64_t team_list_ms = 60'000;
inline constexpr std::int64_t event_notice_ms = 6'000;
inline constexpr std::size_t event_people_on_page = 12;

// ---- touches
struct PersonTicked {
    SlipSerial serial;
};
enum class TeamWay { in, out };
struct TeamConfirmed {  // 给勾选的 n 人签到, 签退
    TeamWay way;
};
struct TeamClosed {};  // 收起名单
struct EventPageTurned {
    int by = 0;
};
using EventTouch = std::variant<PersonTicked, TeamConfirmed, TeamClosed, EventPageTurned>;

// Who is on the page that shows: of the team list while it is open, else of those who came.
[[nodiscard]] const std::vector<EventPerson>& people_shown(const EventState& event);
[[nodiscard]] std::size_t event_pages(const EventState& event);

}  // namespace baodao
