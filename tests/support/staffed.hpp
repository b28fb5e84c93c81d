// SPDX-License-Identifier: MIT
// A community whose window has a PIN, and its staff's desk at a time with somebody in.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "kiosk/app/paper_desk.hpp"
#include "kiosk/app/staff_desk.hpp"
#include "tests/support/desk_fixture.hpp"

namespace baodao::test {

inline constexpr const char* staffed_pin = "250719";

struct StaffedCommunity : DeskFixture {
    StaffedCommunity() {
        const auto opened = at("2026-03-01T07:00:00+08:00");
        auto door =
            StaffDoor::open(data(), opened->installation().community, opened->clock(), opened->random());
        REQUIRE(door.ok());
        door->set_cost({1, 8});
        REQUIRE(door->set_pin(staffed_pin).ok());
    }
};

struct Staffed {
    std::unique_ptr<OpenedDesk> opened;
    StaffDesk staff;

    Staffed(DeskFixture& fixture, const std::string& time)
        : opened(fixture.at(time)), staff(*StaffDesk::open(*opened, fixture.data())) {}

    template <class Answer>
    Answer ask(const StaffRequest& request) {
        const auto answer = staff.answer(request);
        REQUIRE(answer.has_value());
        REQUIRE(std::holds_alternative<Answer>(*answer));
        return std::get<Answer>(*answer);
    }
    void enter() { (void)ask<StaffAdmitted>(TryPin{staffed_pin}); }
};

// Somebody is in and sheets can be asked for; what is sent to the printer stays here.
struct StaffedWithPapers : Staffed {
    StaffedWithPapers(DeskFixture& fixture, const std::string& time)
        : Staffed(fixture, time), papers(*PaperDesk::open(*opened, [this](PaperOrder order) {
              sent.push_back(std::move(order));
              return takes;
          })) {
        staff.use(papers);
        enter();
    }

    std::vector<PaperOrder> sent;
    bool takes = true;
    PaperDesk papers;
};

}  // namespace baodao::test
