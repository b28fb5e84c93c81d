// SPDX-License-Identifier: MIT
// 日结 at the desk, on a real journal.
#include "kiosk/app/day_desk.hpp"

#include <catch2/catch.hpp>

#include "domain/base/text.hpp"
#include "domain/paper/paper.hpp"
#include "tests/support/staffed.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

struct Inside : StaffedWithPapers {
    using StaffedWithPapers::StaffedWithPapers;
    DayBoard day() { return ask<DayAnswered>(AskDay{}).board; }
    DayClosed last_closed() {
        std::optional<DayClosed> found;
        REQUIRE(opened->journal()
                    .for_each(select::OfKind{std::string(DayClosed::kind)},
                              [&](const Record& record) {
                                  found = body_of<DayClosed>(entry_from(record)->event);
                                  return Step::go_on;
                              })
                    .ok());
        REQUIRE(found);
        return *found;
    }
};

// Two people came, one of them left.
std::vector<IssuedSlip> a_day(StaffedCommunity& community) {
    const auto slips = community.issue({"陈建国", "林晓燕"}, "2026-03-01T09:00:00+08:00");
    for (const IssuedSlip& slip : slips) {
        (void)community.scan(slip.text, "2026-03-02T08:50:00+08:00");
        (void)community.scan(slip.text, "2026-03-02T09:00:00+08:00");
    }
    (void)community.scan(slips[1].text, "2026-03-02T11:00:00+08:00");
    return slips;
}

}  // namespace

TEST_CASE("the day's figures are those of the log, and what is open is told apart") {
    StaffedCommunity community;
    (void)a_day(community);
    Inside desk(community, "2026-03-02T20:30:00+08:00");
    const DayBoard day = desk.day();
    CHECK(day.registered == 2);
    CHECK(day.signed_in == 2);
    CHECK(day.signed_out == 1);
    CHECK(day.present == 1);
    CHECK_FALSE(day.closed);
    CHECK(day.check_code.size() == 9);
}

TEST_CASE("closing is recorded with the chain's head before it, and the sheet's code says the same") {
    StaffedCommunity community;
    (void)a_day(community);
    Inside desk(community, "2026-03-02T20:30:00+08:00");
    const EventId head = *desk.opened->journal().last_own();
    const Hash hash = desk.opened->journal().record(head)->hash;
    CHECK(desk.ask<SheetAsked>(CloseDay{}).taken);
    const DayClosed closed = desk.last_closed();
    CHECK(closed.sheet);
    CHECK(closed.day == date_from_civil({2026, 3, 2}));
    CHECK(closed.head == head);
    CHECK(closed.hash == to_hex(hash));
    CHECK(closed.counts.at(1) == "signed_in=2");

    REQUIRE(desk.sent.size() == 1);
    const auto& sheet = std::get<OfficeSheet>(desk.sent[0].content);
    CHECK(sheet.qr_text == chain_head_text(head, closed.day, hash));
    CHECK(std::all_of(sheet.qr_text.begin(), sheet.qr_text.end(),
                      [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }));
    const auto pages = lay_out(desk.sent[0].content);
    REQUIRE(pages.ok());
    PdfCanvas canvas;
    const auto bitmap = canvas.bitmap(pages->front());
    REQUIRE(bitmap.ok());
    CHECK(prove_codes(pages->front(), *bitmap).ok());
    CHECK(desk.day().closed);
}

TEST_CASE("a closing sheet makes no day final: a late sign-out and a correction count as before") {
    StaffedCommunity community;
    const auto slips = a_day(community);
    {
        Inside desk(community, "2026-03-02T20:30:00+08:00");
        (void)desk.ask<SheetAsked>(CloseDay{});
        CHECK_FALSE(desk.opened->desk().community().day_closed_at(date_from_civil({2026, 3, 2})));
    }
    CHECK(community.scan(slips[0].text, "2026-03-02T21:00:00+08:00").outcome == Outcome::signed_out);
}
