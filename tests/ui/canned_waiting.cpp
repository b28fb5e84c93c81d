// SPDX-License-Identifier: MIT
// What waits, and closing the day.
#include "tests/ui/canned_pages.hpp"

namespace baodao::test {
namespace {

Model staffed_waiting(StaffPage page) {
    Model model = canned_model();
    model.screen = Screen::staff;
    model.wall = canned_time(20, 35);
    model.staff = StaffState{"周敏", model.now, false, std::move(page), 7};
    model.home.link = {LinkState::good, 128, 52};
    return model;
}

WaitingBoard canned_waiting() {
    WaitingBoard board;
    board.unreported = {128, canned_time(16, 5) - 2 * ms_per_day, 3, 71};
    WaitingThing scan;
    scan.kind = WaitKind::unconfirmed;
    scan.name = "陈建国";
    scan.detail = "attendance.out";
    scan.at = canned_time(11, 28);
    scan.event = EventId{};
    scan.may_void = true;
    WaitingThing parked;
    parked.name = "买买提·吐尔逊";
    parked.number = "枫林A-待核 0042";
    parked.detail = "unknown_key";
    parked.at = canned_time(8, 59) - ms_per_day;
    WaitingThing disputed;
    disputed.kind = WaitKind::disputed;
    disputed.name = "曹志勇";
    disputed.number = "枫林A-0031";
    disputed.at = canned_time(11, 31);
    WaitingThing paper;
    paper.kind = WaitKind::paper;
    paper.name = "周国栋";
    paper.number = "枫林A-0194";
    paper.detail = "stick_read_only";
    paper.at = canned_time(8, 22);
    WaitingThing stopped = paper;
    stopped.detail.clear();
    board.things = {scan, parked, disputed, paper, stopped};
    return board;
}

}  // namespace

void add_waiting_pages(std::vector<CannedScreen>& screens) {
    WaitingPage page;
    screens.push_back({"09c-staff-waiting-loading", staffed_waiting(page)});
    page.board = canned_waiting();
    screens.push_back({"09d-staff-waiting", staffed_waiting(page)});
    WaitingPage later = page;
    later.page = 1;
    screens.push_back({"09e-staff-waiting-more", staffed_waiting(later)});
    page.voiding = page.board->things.front();
    screens.push_back({"09f-staff-waiting-void", staffed_waiting(page)});
    WaitingPage none;
    none.board.emplace();
    screens.push_back({"09g-staff-waiting-none", staffed_waiting(none)});
    DayPage day;
    day.board = DayBoard{local_date(canned_time(12, 0), canned_home().offset),
                         3,
                         24,
                         22,
                         6,
                         2,
                         1,
                         3,
                         4,
                         128,
                         2318,
                         "7F3A-91C2",
                         std::nullopt};
    screens.push_back({"09h-staff-day", staffed_waiting(day)});
    day.board->closed = canned_time(20, 31);
    screens.push_back({"09i-staff-day-closed", staffed_waiting(day)});
    BoardPage board;
    board.board.emplace();
    board.board->unreported = 128;
    board.board->records = 2318;
    screens.push_back({"09j-staff-board", staffed_waiting(board)});
}

}  // namespace baodao::test
