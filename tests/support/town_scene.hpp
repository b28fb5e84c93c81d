// SPDX-License-Identifier: MIT
// A town with one community's window and its records, for pages.
#pragma once

#include "domain/event/kinds_activity.hpp"
#include "domain/event/kinds_attendance.hpp"
#include "domain/event/kinds_machine.hpp"
#include "domain/event/kinds_member.hpp"
#include "tests/support/web_scene.hpp"

namespace baodao::test {

struct TestMember {
    SlipSerial serial;
    MemberNumber number;
};

class TownScene {
  public:
    explicit TownScene(std::string store = "", CommunityId community = {0xF00001});

    // A minute passes with each event. `at` instead of now when given.
    template <class Body>
    Record write(const Body& body, std::optional<UtcMillis> at = std::nullopt,
                 std::optional<ActivityId> activity = std::nullopt, CardFields card = {}) {
        Event event;
        event.kind = Body::kind;
        event.body = to_body(body);
        event.activity = activity;
        return put(std::move(event), at, std::move(card));
    }
    // On the roster with a slip; registered under the next number when `registers`.
    TestMember member(const std::string& name, const std::string& branch, bool registers = true);
    // From `hour` on that many days ago, local time, for so many minutes.
    void serve(const TestMember& who, int days_ago, int hour, int minutes,
               std::optional<ActivityId> activity = std::nullopt);
    [[nodiscard]] UtcMillis moment(int days_ago, int hour, int minute = 0) const;
    // What was written arrives at headquarters and is projected.
    void send();
    [[nodiscard]] std::string digest();

    WebScene web;
    KioskScene kiosk;
    CommunityId community;
    std::string agency = "镇财政所";

  private:
    Record put(Event event, std::optional<UtcMillis> at, CardFields card);
    UtcMillis now_;
    int members_ = 0;
};

}  // namespace baodao::test
