// SPDX-License-Identifier: MIT
#include "kiosk/app/staff_desk.hpp"

#include <catch2/catch.hpp>

#include "domain/event/kinds_attendance.hpp"
#include "domain/event/kinds_staff.hpp"
#include "kiosk/app/drafts.hpp"
#include "kiosk/app/staff_card.hpp"
#include "tests/support/staffed.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr const char* pin = staffed_pin;

// And what it shows and leaves on the log.
struct Watched : Staffed {
    using Staffed::Staffed;
    Board board() { return ask<BoardAnswered>(AskBoard{}).board; }

    std::vector<std::string> kinds() {
        std::vector<std::string> found;
        REQUIRE(opened->journal()
                    .for_each(select::OfKind{"staff."},
                              [&](const Record& record) {
                                  found.push_back(entry_from(record)->event.kind);
                                  return Step::go_on;
                              })
                    .ok());
        return found;
    }
};

}  // namespace

TEST_CASE("who comes in, leaves and is turned away is on the log") {
    StaffedCommunity community;
    Watched desk(community, "2026-03-02T08:30:00+08:00");
    const auto away = desk.ask<StaffTurnedAway>(TryPin{"111222"});
    CHECK(away.notice == PinNotice::wrong);
    CHECK(away.tries_left == 4);
    CHECK(desk.ask<StaffAdmitted>(TryPin{pin}).name == "周敏");
    CHECK_FALSE(desk.staff.answer(LeaveStaff{"locked"}).has_value());
    CHECK(desk.kinds() == std::vector<std::string>{"staff.denied", "staff.entered", "staff.left"});
}

TEST_CASE("nobody who is not in gets an answer from behind the door") {
    StaffedCommunity community;
    Watched desk(community, "2026-03-02T08:30:00+08:00");
    CHECK_FALSE(desk.staff.answer(AskBoard{}).has_value());
    CHECK_FALSE(desk.staff.answer(SetPin{"740213"}).has_value());
    CHECK_FALSE(desk.staff.answer(ConfirmEnd{}).has_value());
    desk.enter();
    (void)desk.staff.answer(LeaveStaff{"idle"});
    CHECK_FALSE(desk.staff.answer(AskBoard{}).has_value());
}

TEST_CASE("the deputy is in while one is named for that day") {
    StaffedCommunity community;
    {
        const auto opened = community.at("2026-03-01T09:00:00+08:00");
        REQUIRE(opened->desk()
                    .note({draft_of(DeputyNamed{"王强", "6612 0444", date_from_civil({2026, 3, 2}),
                                                date_from_civil({2026, 3, 3})})})
                    .ok());
    }
    Watched during(community, "2026-03-03T23:00:00+08:00");
    CHECK(during.ask<StaffAdmitted>(TryPin{pin}).name == "王强");
    CHECK(during.opened->desk().home().contact.deputy);
}

TEST_CASE("a staff card opens, a member's slip at the door is an ordinary scan") {
    StaffedCommunity community;
    const auto slips = community.issue({"陈建国"}, "2026-03-01T09:00:00+08:00");
    Watched desk(community, "2026-03-02T08:30:00+08:00");
    const auto card = issue_staff_card("周敏", desk.opened->installation(),
                                       default_validity(true, LocalDate{2250}), desk.opened->random());
    REQUIRE(card.ok());
    CHECK(desk.ask<NotAStaffCard>(TryStaffCard{slips[0].text, true}).text == slips[0].text);
    CHECK(desk.ask<NotAStaffCard>(TryStaffCard{"https://example.org", false}).text == "https://example.org");
    CHECK(desk.ask<StaffAdmitted>(TryStaffCard{*card}).name == "周敏");
}

TEST_CASE("a revoked staff card, one of another day and one by a stranger do not open") {
    StaffedCommunity community;
    Watched desk(community, "2026-03-02T08:30:00+08:00");
    const Installation& own = desk.opened->installation();
    const LocalDate today = date_from_civil({2026, 3, 2});
    const auto old = issue_staff_card("", own, {{today.days - 9}, {today.days - 1}}, desk.opened->random());
    CHECK(desk.ask<StaffTurnedAway>(TryStaffCard{*old}).notice == PinNotice::card_refused);

    Installation stranger = own;
    stranger.issuer = signing_key_from(desk.opened->random().draw<KeySeed>());
    stranger.issuer_id = {static_cast<std::uint16_t>(own.issuer_id.value + 1)};
    const auto foreign = issue_staff_card("", stranger, {today, today}, desk.opened->random());
    CHECK(desk.ask<StaffTurnedAway>(TryStaffCard{*foreign}).notice == PinNotice::card_refused);

    const auto lost = issue_staff_card("", own, {today, today}, desk.opened->random());
    const auto read = read_staff_card(*lost, own, today, desk.opened->journal());
    REQUIRE(std::holds_alternative<StaffCard>(read));
    REQUIRE(desk.opened->desk().note({draft_of(SlipRevoked{std::get<StaffCard>(read).serial, "lost"})}).ok());
    CHECK(desk.ask<StaffTurnedAway>(TryStaffCard{*lost}).notice == PinNotice::card_refused);
}

TEST_CASE("after the town's code a new PIN is set, and it opens") {
    StaffedCommunity community;
    Watched desk(community, "2026-03-02T08:30:00+08:00");
    const std::string challenge = desk.ask<ChallengeGiven>(AskChallenge{}).digits;
    const auto secrets = load_staff_secrets(community.data());
    const std::string code = reset_code(secrets->town, desk.opened->installation().community, challenge);
    (void)desk.ask<ResetAdmitted>(TryResetCode{code});
    CHECK(desk.ask<PinWasSet>(SetPin{"123456"}).notice == PinNotice::easy);
    CHECK(desk.ask<PinWasSet>(SetPin{"740213"}).notice == PinNotice::changed);
    CHECK_FALSE(desk.staff.answer(SetPin{"740214"}).has_value());
    CHECK(desk.ask<StaffTurnedAway>(TryPin{pin}).notice == PinNotice::wrong);
    (void)desk.ask<StaffAdmitted>(TryPin{"740213"});
}

TEST_CASE("the board shows who is here, and from the next day whose sign-out is missing") {
    StaffedCommunity community;
    const auto slips = community.issue({"陈建国", "林晓燕"}, "2026-03-01T09:00:00+08:00");
    for (const IssuedSlip& slip : slips) {
        (void)community.scan(slip.text, "2026-03-02T08:50:00+08:00");
        CHECK(community.scan(slip.text, "2026-03-02T09:00:00+08:00").outcome == Outcome::signed_in);
    }
    (void)community.scan(slips[1].text, "2026-03-02T11:00:00+08:00");
    {
        Watched desk(community, "2026-03-02T11:30:00+08:00");
        desk.enter();
        const Board board = desk.board();
        REQUIRE(board.present.size() == 1);
        CHECK(board.present[0].name == "陈建国");
        CHECK(board.present[0].agency == "镇财政所");
        CHECK(board.missing_ends.empty());
        CHECK(board.signed_out_today == 1);
        CHECK(board.registered_today == 2);
    }
    Watched desk(community, "2026-03-03T09:00:00+08:00");
    desk.enter();
    const Board board = desk.board();
    CHECK(board.present.empty());
    REQUIRE(board.missing_ends.size() == 1);
    CHECK(board.missing_ends[0].name == "陈建国");
}

TEST_CASE("one touch confirms a missing sign-out: the minutes count and the line goes") {
    StaffedCommunity community;
    const auto slips = community.issue({"陈建国"}, "2026-03-01T09:00:00+08:00");
    (void)community.scan(slips[0].text, "2026-03-02T08:50:00+08:00");
    (void)community.scan(slips[0].text, "2026-03-02T09:00:00+08:00");
    {
        Watched desk(community, "2026-03-03T09:00:00+08:00");
        desk.enter();
        const MissingEnd missing = desk.board().missing_ends.at(0);
        const UtcMillis end = missing.since + 90 * ms_per_minute;
        CHECK(
            desk.ask<BoardAnswered>(ConfirmEnd{missing.who, missing.event, end}).board.missing_ends.empty());
    }
    SubmitScan request;
    request.text = slips[0].text;
    const auto record = community.at("2026-03-03T09:01:00+08:00")->desk().record(request);
    REQUIRE(record.ok());
    CHECK(record->year.minutes == 90);
    CHECK(record->services.at(0).service.has(Mark::confirmed));
}

TEST_CASE("a call for help stays on the board until somebody answers it") {
    StaffedCommunity community;
    const auto slips = community.issue({"陈建国"}, "2026-03-01T09:00:00+08:00");
    Watched desk(community, "2026-03-02T09:00:00+08:00");
    REQUIRE(desk.opened->desk().note({draft_of(StaffCalled{"correct_time", slips[0].serial})}).ok());
    desk.enter();
    const Board board = desk.board();
    REQUIRE(board.calls.size() == 1);
    CHECK(board.calls[0].name == "陈建国");
    CHECK(board.calls[0].reason == "correct_time");
    CHECK(desk.ask<BoardAnswered>(AnswerCall{board.calls[0].event, slips[0].serial}).board.calls.empty());
}
