// SPDX-License-Identifier: MIT
#include "domain/event/kinds.hpp"

#include <catch2/catch.hpp>

#include "domain/event/kinds_activity.hpp"
#include "domain/event/kinds_attendance.hpp"
#include "domain/event/kinds_machine.hpp"
#include "domain/event/kinds_member.hpp"
#include "domain/event/kinds_staff.hpp"
#include "domain/event/kinds_subjects.hpp"

using namespace baodao;

namespace {

template <class Body>
Event event_of(const Body& body) {
    Event event;
    event.kind = Body::kind;
    event.body = to_body(body);
    return event;
}

// Reading what was written and writing it again gives the same text.
template <class Body>
void round_trips(const Body& body) {
    const std::string text = to_body(body);
    const auto read = from_body<Body>(text);
    CAPTURE(Body::kind, text);
    REQUIRE(read.ok());
    CHECK(to_body(*read) == text);
}

const PersonRef both{SlipSerial{0x0123456789abcdef}, MemberNumber{0xfedcba9876543210}};

EventId some_event() {
    EventId id{{}, {2}, {17}};
    id.origin.bytes[0] = 0xab;
    return id;
}

}  // namespace

TEST_CASE("every body read back from its text is the same body") {
    const LocalDate date{2500};
    round_trips(MemberListed{both, AgencyId{5}, date});
    round_trips(MemberRegistered{{1}, MemberNumber{2}, "枫林A-0195", AgencyId{0xF00010}, 4, "unknown_key"});
    round_trips(MemberTransferred{both, {77}, date});
    round_trips(MemberExcused{both, {2026, 2}, "illness"});
    round_trips(MemberClosed{both, date, "retired"});
    round_trips(MemberSame{{1}, {2}});
    round_trips(MemberParted{{1}, {2}, some_event(), "mistake"});
    round_trips(BalanceOpening{both, 2026, 1, 2, 300, "纸质签到簿"});
    round_trips(SlipIssued{{1}, {2}, {3}, {4}, 7, 2026});
    round_trips(SlipRevoked{{1}, "lost"});
    round_trips(SlipResolved{{1}, MemberNumber{2}, {}});
    round_trips(SlipResolved{{1}, {}, "no such member"});
    round_trips(AttendanceIn{{1}, "not_on_roster"});
    round_trips(AttendanceOut{{1}, {}, true});
    round_trips(AttendanceRecorded{both, {1000}, {2000}, "7", "home_visit"});
    round_trips(AttendanceConfirmed{both, some_event(), {2000}});
    round_trips(AttendanceAmended{both, some_event(), UtcMillis{1}, UtcMillis{2}, ActivityId{3}, "clock"});
    round_trips(AttendanceVoided{both, some_event(), "wrong_scan"});
    round_trips(AttendanceDisputed{both, some_event(), "later", UtcMillis{1}, UtcMillis{2}});
    round_trips(ConflictResolved{both, some_event(), true, "sheet seen"});
    round_trips(ActivityPlanned{"河道清洁", "环境义务岗", "便民利民", "东门", {1}, {2}, 12, ItemId{9}, true});
    round_trips(ItemPublished{{9}, "合同帮您看", "法律咨询岗", "活动室", "居民反映", {"law"}, 6, true});
    round_trips(ItemClaimed{both, {9}});
    round_trips(ItemReleased{both, {9}});
    round_trips(PlanTheme{2026, 3, 0, "学雷锋"});
    round_trips(CommunitySet{"枫林社区", "枫林", "临江镇", "李敏", "0571-8", "8:30–17:00", 480});
    round_trips(DeputyNamed{"王强", "0571-1", date, date});
    round_trips(RosterReceived{date, 300, "town"});
    round_trips(RuleSet{"early_minutes", 15, date});
    round_trips(DayClosed{date, "B was off for 14 days"});
    round_trips(DayClosed{date, "", true, EventId{}, std::string(64, 'a'), {"signed_in=24"}});
    round_trips(ClockObserved{-1500, 40});
    round_trips(ClockCorrected{{}, {}, {1000}, {2}, -1500});
    round_trips(KeyAdded{{7}, std::string(64, 'a'), date, date, "town"});
    round_trips(KeyRevoked{{7}, std::string(64, 'a'), "leaked"});
    round_trips(StaffEntered{"pin"});
    round_trips(StaffLeft{"idle"});
    round_trips(StaffDenied{"pin", 3, true, "revoked"});
    round_trips(StaffPinSet{"init"});
    round_trips(StaffCalled{"no_card", SlipSerial{1}});
    round_trips(StaffCallAnswered{some_event(), SlipSerial{1}});
    round_trips(ScanRefused{"altered", SlipSerial{1}, "signature"});
    round_trips(KioskStarted{"0.1"});
    round_trips(KioskTested{"morning", {"camera=good", "printer=printer_no_paper"}});
    round_trips(KioskRecovered{"mirror refilled", 0, 1});
    round_trips(PaperRequested{1, "receipt", both, 2});
    round_trips(PaperPrinted{1, both, "printer", 2});
    round_trips(PaperFailed{1, both, "no_paper", 2});
}

TEST_CASE("the text of a body is part of the format and never changes") {
    CHECK(to_body(AttendanceIn{{0x0123456789abcdef}, {}}) == R"({"serial":"0123456789abcdef"})");
    CHECK(to_body(AttendanceOut{{1}, "unknown_key", true}) ==
          R"({"confirmed_short":true,"parked":"unknown_key","serial":"0000000000000001"})");
    CHECK(to_body(MemberExcused{{{}, MemberNumber{2}}, {2026, 2}, "illness"}) ==
          R"({"half":"2026-2","member":"0000000000000002","reason":"illness"})");
    CHECK(to_body(RuleSet{"close_hour", 4, {0}}) == R"({"from":"2020-01-01","rule":"close_hour","value":4})");
}

TEST_CASE("a body that lacks a field, or has it in another type or out of range, is refused by its name") {
    struct Row {
        const char* text;
        const char* field;
    };
    for (const Row& row :
         {Row{R"({})", "start"}, Row{R"({"start":1})", "end"}, Row{R"({"start":"1","end":2})", "start"},
          Row{R"({"start":1.5,"end":2})", "start"}, Row{R"({"start":9223372036854775807,"end":2})", "start"},
          Row{R"({"start":-1000000000000001,"end":2})", "start"},
          Row{R"({"start":1,"end":2,"serial":"12"})", "serial"},
          Row{R"({"start":1,"end":2,"serial":12})", "serial"},
          Row{R"({"start":1,"end":2,"sheet":7})", "sheet"}}) {
        CAPTURE(row.text);
        const auto read = from_body<AttendanceRecorded>(row.text);
        REQUIRE_FALSE(read.ok());
        CHECK(read.error().context == row.field);
    }
    CHECK_FALSE(from_body<AttendanceRecorded>("[]").ok());
    CHECK_FALSE(from_body<AttendanceRecorded>("{").ok());
    CHECK_FALSE(from_body<MemberExcused>(R"({"half":"2026-3"})").ok());
    CHECK_FALSE(from_body<MemberClosed>(R"({"day":"2026-02-30"})").ok());
    CHECK_FALSE(from_body<BalanceOpening>(R"({"year":99999999999})").ok());
}

TEST_CASE("unknown fields are passed over, other kinds and later versions are not read") {
    CHECK(from_body<AttendanceIn>(R"({"serial":"0000000000000001","mood":[1,2]})").ok());
    Event event = event_of(AttendanceIn{{1}, {}});
    CHECK(body_of<AttendanceIn>(event).has_value());
    CHECK_FALSE(body_of<AttendanceOut>(event).has_value());
    event.sv = 2;
    CHECK_FALSE(body_of<AttendanceIn>(event).has_value());
}

TEST_CASE("an event is indexed under every slip and number that it names, of unknown kinds too") {
    CHECK(subjects_of(event_of(AttendanceIn{{7}, {}})) == std::vector<std::uint64_t>{7});
    CHECK(subjects_of(event_of(MemberSame{{9}, {3}})) == std::vector<std::uint64_t>{3, 9});
    CHECK(subjects_of(event_of(SlipIssued{{1}, {2}, {3}, {4}, 7, 2026})) == std::vector<std::uint64_t>{1, 2});
    CHECK(subjects_of(event_of(DayClosed{{2500}, {}})).empty());
    Event tomorrow = event_of(AttendanceIn{{7}, {}});
    tomorrow.kind = "attendance.beamed";
    tomorrow.sv = 9;
    CHECK(subjects_of(tomorrow) == std::vector<std::uint64_t>{7});
    tomorrow.body = R"({"serial":12,"member":"zz","a":"0000000000000007","b":"0000000000000007"})";
    CHECK(subjects_of(tomorrow) == std::vector<std::uint64_t>{7});
}

TEST_CASE("the walk over a person's slips ends even when somebody tied a thousand of them together") {
    const auto about = [](std::uint64_t subject) {
        EventId id{{}, {1}, {subject}};
        return std::vector{make_record(id, {}, to_bytes(event_of(MemberSame{{subject}, {subject + 1}})))};
    };
    CHECK(entries_about(1, about).size() == closure_subjects_max);
}
