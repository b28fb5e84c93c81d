// SPDX-License-Identifier: MIT
// The desk on a real journal in a real folder.
#include "kiosk/app/desk.hpp"

#include "domain/slip/short_code.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

const std::string morning = "2026-03-01T09:00:00+08:00";

SubmitScan scan_of(const std::string& text) {
    SubmitScan request;
    request.text = text;
    return request;
}

}  // namespace

TEST_CASE("the first scan registers, the next signs in, the next signs out with the minutes between") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕"}, "2026-02-01T09:00:00+08:00");

    const ScanAnswer registered = kiosk.scan(slips[0].text, morning);
    CHECK(registered.outcome == Outcome::registered);
    CHECK(registered.name == "林晓燕");
    CHECK(registered.branch == "镇财政所党支部");
    CHECK(registered.slip_number == "财政-2026-1-01");
    CHECK(registered.registration_number == "枫林A-0001");
    CHECK(registered.community == "云溪镇枫林社区");
    REQUIRE(registered.event);

    const ScanAnswer in = kiosk.scan(slips[0].text, "2026-03-01T10:00:00+08:00");
    CHECK(in.outcome == Outcome::signed_in);
    REQUIRE(in.service);
    CHECK(in.service->service.has(Mark::open));

    const ScanAnswer out = kiosk.scan(slips[0].text, "2026-03-01T12:40:00+08:00");
    CHECK(out.outcome == Outcome::signed_out);
    REQUIRE(out.service);
    CHECK(out.service->service.minutes == 160);
    CHECK(out.year->minutes == 160);
    CHECK(out.year->owed_minutes == 440);
    CHECK(out.event->id.seq.value == registered.event->id.seq.value + 2);
}

TEST_CASE("fault_042 a slip scanned fifty times in two seconds makes one event") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕", "陈建国"}, morning);
    auto opened = kiosk.at(morning);
    const auto before = opened->journal().count();
    for (int i = 0; i < 50; ++i) (void)opened->desk().scan(scan_of(slips[0].text));
    CHECK(opened->journal().count() == before + 1);
    // A-B-A does not defeat it.
    for (int i = 0; i < 10; ++i) {
        (void)opened->desk().scan(scan_of(slips[1].text));
        (void)opened->desk().scan(scan_of(slips[0].text));
    }
    CHECK(opened->journal().count() == before + 2);
}

TEST_CASE("a sign-out within five minutes asks first, and the answer is taken") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕"}, morning);
    (void)kiosk.scan(slips[0].text, morning);
    (void)kiosk.scan(slips[0].text, "2026-03-01T10:00:00+08:00");
    CHECK(kiosk.scan(slips[0].text, "2026-03-01T10:02:00+08:00").outcome == Outcome::confirm_short);

    SubmitScan yes = scan_of(slips[0].text);
    yes.sign_out_confirmed = true;
    CHECK(kiosk.at("2026-03-01T10:02:10+08:00")->desk().scan(yes).outcome == Outcome::signed_out);
}

TEST_CASE("fault_040 what is not one of ours leaves no event and shows nothing of itself") {
    DeskFixture kiosk;
    auto opened = kiosk.at(morning);
    const auto before = opened->journal().count();
    for (const char* text : {"https://example.org/a?b=c", "wxp://f2f0abc", "file:///etc/passwd", "", "BD2ABC",
                             "<script>alert(1)</script>"}) {
        const ScanAnswer answer = opened->desk().scan(scan_of(text));
        CHECK(answer.outcome == Outcome::foreign);
        CHECK_FALSE(answer.event);
    }
    CHECK(opened->journal().count() == before);
}

TEST_CASE("what looks like a slip and is none is noted once, and junk cannot fill the disk") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕"}, morning);
    auto opened = kiosk.at(morning);
    const auto before = opened->journal().count();
    std::string damaged = slips[0].text;
    damaged[40] = damaged[40] == 'A' ? 'B' : 'A';
    CHECK(opened->desk().scan(scan_of(damaged)).outcome == Outcome::unreadable);
    CHECK(opened->desk().scan(scan_of(damaged)).outcome == Outcome::unreadable);
    CHECK(opened->journal().count() == before + 1);
    for (int i = 0; i < 1000; ++i) (void)opened->desk().scan(scan_of("BD1JUNK" + std::to_string(i)));
    CHECK(opened->journal().count() < before + 50);
}

TEST_CASE("a slip of another community's key is parked with its text and can sign in and out") {
    DeskFixture kiosk;
    DeskFixture elsewhere;
    const auto theirs = elsewhere.issue({"赵堃"}, morning);
    const ScanAnswer parked = kiosk.scan(theirs[0].text, morning);
    CHECK(parked.outcome == Outcome::parked);
    CHECK(parked.park_reason == ParkReason::unknown_key);
    CHECK(parked.name == "赵堃");
    CHECK(parked.registration_number == "枫林A-待核 0001");
    CHECK(kiosk.scan(theirs[0].text, "2026-03-01T10:00:00+08:00").outcome == Outcome::signed_in);
    const ScanAnswer out = kiosk.scan(theirs[0].text, "2026-03-01T11:00:00+08:00");
    CHECK(out.outcome == Outcome::signed_out);
    CHECK(out.service->service.has(Mark::parked));
    CHECK(out.year->minutes == 0);
}

TEST_CASE("a short code typed by hand stands for the slip that was issued here, and for no other") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕"}, morning);
    auto opened = kiosk.at(morning);
    SubmitScan typed = scan_of(short_code(slips[0].serial));
    typed.source = ScanSource::typed_code;
    CHECK(opened->desk().scan(typed).outcome == Outcome::registered);
    typed.text = short_code(SlipSerial{slips[0].serial.value ^ 1});
    CHECK(opened->desk().scan(typed).outcome == Outcome::foreign);
    typed.text = "0000";
    CHECK(opened->desk().scan(typed).outcome == Outcome::unreadable);
}

TEST_CASE("my record lists every service behind the year's figure, newest first") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕"}, morning);
    (void)kiosk.scan(slips[0].text, morning);
    for (const char* time : {"2026-03-02T09:00:00+08:00", "2026-03-02T10:00:00+08:00",
                             "2026-03-03T09:00:00+08:00", "2026-03-03T11:00:00+08:00"}) {
        (void)kiosk.scan(slips[0].text, time);
    }
    auto opened = kiosk.at("2026-03-04T09:00:00+08:00");
    const auto record = opened->desk().record(scan_of(slips[0].text));
    REQUIRE(record.ok());
    REQUIRE(record->services.size() == 2);
    CHECK(record->services[0].service.minutes == 120);
    CHECK(record->services[1].service.minutes == 60);
    CHECK(record->year.minutes == 180);
    CHECK(record->check_code.size() == 9);
    CHECK_FALSE(opened->desk().record(scan_of("BD1NOTHING")).ok());
}

TEST_CASE("a time can be told to test data only") {
    TemporaryFolder folder;
    NewCommunity real;
    real.folder = folder.path() / "data";
    REQUIRE(make_community(real).ok());
    CHECK(OpenedDesk::open({real.folder, std::nullopt}).ok());
    const auto refused = OpenedDesk::open({real.folder, *parse_rfc3339(morning)});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().kind == ErrorKind::refused);
    CHECK_FALSE(make_community(real).ok());
}

TEST_CASE("registration numbers go on after a restart") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕", "陈建国"}, morning);
    CHECK(kiosk.scan(slips[0].text, morning).registration_number == "枫林A-0001");
    CHECK(kiosk.scan(slips[1].text, morning).registration_number == "枫林A-0002");
}

TEST_CASE("two people of one name are two people, and slip numbers go on in the batch") {
    DeskFixture kiosk;
    const auto first = kiosk.issue({"陈建国", "陈建国"}, morning);
    const auto second = kiosk.issue({"林晓燕"}, morning);
    CHECK(first[0].serial != first[1].serial);
    CHECK(first[1].slip_number == "财政-2026-1-02");
    CHECK(second[0].slip_number == "财政-2026-1-03");
}

TEST_CASE("who signs in to an activity is told when it ends") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕"}, morning);
    {
        auto opened = kiosk.at(morning);
        ActivityPlanned plan;
        plan.title = "河道巡护清洁";
        plan.start = *parse_rfc3339("2026-03-02T09:00:00+08:00");
        plan.end = *parse_rfc3339("2026-03-02T11:30:00+08:00");
        std::vector<Draft> one(1);
        one[0].event.kind = std::string(ActivityPlanned::kind);
        one[0].event.body = to_body(plan);
        one[0].event.activity = ActivityId{42};
        REQUIRE(opened->desk().note(std::move(one)).ok());
    }
    CHECK_FALSE(kiosk.scan(slips[0].text, morning).running);
    const ScanAnswer in = kiosk.scan(slips[0].text, "2026-03-02T08:58:00+08:00");
    REQUIRE(in.outcome == Outcome::signed_in);
    REQUIRE(in.running);
    CHECK(in.running->title == "河道巡护清洁");
    CHECK(clock_text(in.running->ends, UtcOffset{480}) == "11:30");
    CHECK(in.running->present_people == 1);
}

TEST_CASE("a told time may go back: the desk answers as it would have at that time") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕"}, morning);
    (void)kiosk.scan(slips[0].text, morning);
    CHECK(kiosk.scan(slips[0].text, "2026-03-20T09:00:00+08:00").outcome == Outcome::signed_in);
    CHECK(kiosk.scan(slips[0].text, "2026-03-20T10:00:00+08:00").outcome == Outcome::signed_out);
    CHECK(kiosk.scan(slips[0].text, "2026-03-10T09:00:00+08:00").outcome == Outcome::signed_in);
    const ScanAnswer out = kiosk.scan(slips[0].text, "2026-03-10T11:00:00+08:00");
    CHECK(out.outcome == Outcome::signed_out);
    CHECK(out.service->service.minutes == 120);
    CHECK(out.year->minutes == 180);
    CHECK_FALSE(out.service->service.has(Mark::doubtful_clock));
}
