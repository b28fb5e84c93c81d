// SPDX-License-Identifier: MIT
// The desk's side of a service event: who came, the team behind a leader's card, and signing it. On the
// thread that owns the desk.
#pragma once

#include <map>
#include <optional>

#include "kiosk/app/effect.hpp"
#include "kiosk/app/event_mode.hpp"
#include "kiosk/app/opened_desk.hpp"

namespace baodao {

class EventDesk {
  public:
    // `opened` outlives this. Nothing: there is no such activity. Error: the store cannot be read.
    [[nodiscard]] static Result<std::optional<EventDesk>> watch(OpenedDesk& opened, ActivityId activity);

    [[nodiscard]] EventView view() const;
    // That person did something here: her line is made anew.
    [[nodiscard]] Status refresh(SlipSerial serial);
    // The list behind a leader's card; nothing: the text is no card that opens one here today.
    [[nodiscard]] std::optional<TeamList> team_for(const SubmitScan& scan);
    // In or out for each of them, marked as done by the leader; who is in already, or out, is passed over.
    // All or nothing.
    [[nodiscard]] Status sign(const SignTeam& team);
    [[nodiscard]] TeamList team(SlipSerial leader, std::string_view leader_name);

  private:
    EventDesk(OpenedDesk& opened, ActivityId activity) : opened_(&opened), activity_(activity) {}
    [[nodiscard]] Status look_through();
    [[nodiscard]] Status take(std::uint64_t subject);

    OpenedDesk* opened_;
    ActivityId activity_;
    std::map<std::uint64_t, EventPerson> people_;  // by PersonState::key; who came
};

}  // namespace baodao
