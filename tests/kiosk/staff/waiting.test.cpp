// SPDX-License-Identifier: MIT
// 待办明细 at the desk, on a real journal.
#include "kiosk/app/waiting_desk.hpp"

#include <catch2/catch.hpp>

#include "domain/event/kinds_attendance.hpp"
#include "kiosk/app/drafts.hpp"
#include "tests/support/staffed.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

struct Inside : StaffedWithPapers {
    using StaffedWithPapers::StaffedWithPapers;
    WaitingBoard waiting() { return ask<WaitingAnswered>(AskWaiting{}).board; }
};

std::size_t count_of(const WaitingBoard& board, WaitKind kind) {
    return static_cast<std::size_t>(
        std::count_if(board.things.begin(), board.things.end(),
                      [&](const WaitingThing& thing) { return thing.kind == kind; }));
}

}  // namespace

TEST_CASE("nobody who is not in learns what waits") {
    StaffedCommunity community;
    Staffed desk(community, "2026-03-02T08:30:00+08:00");
    CHECK_FALSE(desk.staff.answer(AskWaiting{}).has_value());
    CHECK_FALSE(desk.staff.answer(VoidRecord{}).has_value());
    CHECK_FALSE(desk.staff.answer(AskDay{}).has_value());
    CHECK_FALSE(desk.staff.answer(CloseDay{}).has_value());
}

TEST_CASE("what headquarters has not acknowledged is counted by kind, from the oldest on") {
    StaffedCommunity community;
    const auto slips = community.issue({"陈建国", "林晓燕"}, "2026-03-01T09:00:00+08:00");
    for (const IssuedSlip& slip : slips) {
        (void)community.scan(slip.text, "2026-03-02T08:50:00+08:00");
        (void)community.scan(slip.text, "2026-03-02T09:00:00+08:00");
    }
    Inside desk(community, "2026-03-02T10:00:00+08:00");
    const WaitingBoard board = desk.waiting();
    CHECK(board.unreported.all == static_cast<std::int64_t>(desk.opened->journal().count()));
    CHECK(board.unreported.registrations == 2);
    CHECK(board.unreported.attendance == 2);
    REQUIRE(board.unreported.since);
    CHECK(*board.unreported.since < *parse_rfc3339("2026-03-02T00:00:00+08:00"));
}

TEST_CASE("a receipt that did not come out and an open objection are on the list with what they are") {
    StaffedCommunity community;
    const auto slips = community.issue({"陈建国"}, "2026-03-01T09:00:00+08:00");
    (void)community.scan(slips[0].text, "2026-03-02T08:50:00+08:00");
    (void)community.scan(slips[0].text, "2026-03-02T09:00:00+08:00");
    (void)community.scan(slips[0].text, "2026-03-02T10:00:00+08:00");
    Inside desk(community, "2026-03-02T11:00:00+08:00");
    REQUIRE(desk.papers.list_owed_receipts().ok());
    SubmitScan request;
    request.text = slips[0].text;
    const auto record = desk.opened->desk().record(request);
    REQUIRE(record.ok());
    const auto& service = record->services.at(0).service;
    REQUIRE(desk.opened->desk().dispute({slips[0].serial, *service.in, "out_time", {}, {}}).ok());
    const WaitingBoard board = desk.waiting();
    REQUIRE(count_of(board, WaitKind::paper) == 1);
    REQUIRE(count_of(board, WaitKind::disputed) == 1);
    for (const WaitingThing& thing : board.things) {
        CHECK(thing.name == "陈建国");
        CHECK_FALSE(thing.number.empty());
    }
}

TEST_CASE("a voided record stays in the log, counts nothing, and says by whom") {
    StaffedCommunity community;
    const auto slips = community.issue({"陈建国"}, "2026-03-01T09:00:00+08:00");
    (void)community.scan(slips[0].text, "2026-03-02T08:50:00+08:00");
    (void)community.scan(slips[0].text, "2026-03-02T09:00:00+08:00");
    Inside desk(community, "2026-03-02T09:10:00+08:00");
    const auto person = desk.opened->desk().load(slips[0].serial.value);
    REQUIRE(person.ok());
    const EventId in = *person->state.services.at(0).in;
    (void)desk.ask<WaitingAnswered>(VoidRecord{in});
    const auto after = desk.opened->desk().load(slips[0].serial.value);
    REQUIRE(after.ok());
    CHECK(std::none_of(after->state.services.begin(), after->state.services.end(),
                       [](const Service& service) { return service.has(Mark::open); }));
    const auto last = desk.opened->journal().last_records(1);
    REQUIRE(last.ok());
    const auto entry = entry_from(last->front());
    REQUIRE(entry);
    CHECK(entry->event.kind == AttendanceVoided::kind);
    CHECK(entry->event.actor.kind == ActorKind::staff);
    CHECK(desk.opened->journal().record(in).ok());
}

TEST_CASE("only a sign-in or a sign-out can be voided here") {
    StaffedCommunity community;
    const auto slips = community.issue({"陈建国"}, "2026-03-01T09:00:00+08:00");
    const auto registered = community.scan(slips[0].text, "2026-03-02T08:50:00+08:00");
    REQUIRE(registered.outcome == Outcome::registered);
    Inside desk(community, "2026-03-02T09:10:00+08:00");
    const auto first = desk.opened->journal().outbox(1, 1 << 20);
    REQUIRE(first.ok());
    CHECK_FALSE(void_draft(*desk.opened, first->front().id).ok());
    (void)desk.ask<StaffFailed>(VoidRecord{first->front().id});
}

TEST_CASE("the list prints with every line, or says that the printer takes no more") {
    StaffedCommunity community;
    const auto slips = community.issue({"陈建国"}, "2026-03-01T09:00:00+08:00");
    (void)community.scan(slips[0].text, "2026-03-02T08:50:00+08:00");
    Inside desk(community, "2026-03-02T09:10:00+08:00");
    REQUIRE(desk.papers.list_owed_receipts().ok());
    CHECK(desk.ask<SheetAsked>(PrintWaiting{}).taken);
    REQUIRE(desk.sent.size() == 1);
    CHECK(desk.sent[0].parts.empty());
    const auto& sheet = std::get<OfficeSheet>(desk.sent[0].content);
    REQUIRE(sheet.sections.size() == 2);
    CHECK(sheet.sections[1].lines.size() == 1);
    CHECK(sheet.sections[1].lines[0].label.find("陈建国") != std::string::npos);
    desk.takes = false;
    CHECK_FALSE(desk.ask<SheetAsked>(PrintWaiting{true}).taken);
    CHECK(desk.sent.back().way == PaperWay::stick);
}
