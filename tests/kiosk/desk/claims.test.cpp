// SPDX-License-Identifier: MIT
// Claiming service items at the desk, on a real journal in a real folder.
#include "kiosk/app/claim_desk.hpp"

#include "kiosk/app/drafts.hpp"
#include "tests/support/desk_fixture.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

const std::string morning = "2026-03-01T09:00:00+08:00";
constexpr ItemId law{11};
constexpr ItemId river{12};
constexpr ItemId stall{13};

SubmitScan scan_of(const std::string& text, ScanPurpose purpose = ScanPurpose::attend) {
    SubmitScan request;
    request.text = text;
    request.purpose = purpose;
    return request;
}

void publish(Desk& desk, ItemId id, std::string title, std::string post, std::int64_t places,
             std::vector<std::string> skills = {}) {
    const ItemPublished item{id, std::move(title), std::move(post), {}, {}, std::move(skills), places, false};
    REQUIRE(desk.note({draft_of(item)}).ok());
}

void publish_three(const DeskFixture& kiosk) {
    auto opened = kiosk.at("2026-02-20T09:00:00+08:00");
    publish(opened->desk(), law, "合同帮您看", "法律咨询岗", 2, {"法律"});
    publish(opened->desk(), river, "河道巡护清洁", "环境义务岗", 10);
    publish(opened->desk(), stall, "反诈宣传摊位", "政策宣传岗", 1);
}

}  // namespace

TEST_CASE("a registration offers the open items, and claims change the team at once") {
    DeskFixture kiosk;
    publish_three(kiosk);
    const auto slips = kiosk.issue({"林晓燕", "陈建国"}, "2026-02-21T09:00:00+08:00");
    auto opened = kiosk.at(morning);
    Desk& desk = opened->desk();
    const ScanAnswer answer = desk.scan(scan_of(slips[0].text));
    REQUIRE(answer.claim);
    CHECK(answer.claim->items.size() == 3);
    CHECK(answer.claim->items[0].post == "环境义务岗");  // the policy's order of posts
    CHECK(answer.claim->proposed.size() == 3);
    CHECK(answer.claim->items[0].wanted() == 10);

    const ClaimResult result = claim_items(desk, {*answer.serial, {law, river}});
    CHECK(result.state == ClaimResult::State::recorded);
    CHECK(result.held == 2);
    CHECK(desk.items().team(law).size() == 1);
    const auto again = open_claim(desk, scan_of(slips[0].text, ScanPurpose::claim));
    REQUIRE(again.ok());
    CHECK(again->name == "林晓燕");
    CHECK(again->items[0].team == 1);
    CHECK(again->items[0].held);
}

TEST_CASE("claims live in the log: after a start the team, the record and the receipt know them") {
    DeskFixture kiosk;
    publish_three(kiosk);
    const auto slips = kiosk.issue({"林晓燕"}, "2026-02-21T09:00:00+08:00");
    {
        auto opened = kiosk.at(morning);
        const ScanAnswer answer = opened->desk().scan(scan_of(slips[0].text));
        CHECK(claim_items(opened->desk(), {*answer.serial, {river}}).held == 1);
    }
    auto opened = kiosk.at("2026-03-02T09:00:00+08:00");
    Desk& desk = opened->desk();
    const auto record = desk.record(scan_of(slips[0].text));
    REQUIRE(record.ok());
    CHECK(record->claimed_items == std::vector<std::string>{"河道巡护清洁"});
    const auto person = desk.load(record->serial.value);
    REQUIRE(person.ok());
    const auto lines = receipt_items(desk.items(), person->state);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].post == "环境义务岗");
    CHECK(lines[0].item == "河道巡护清洁");
    CHECK(lines[0].team == "河道巡护清洁党员服务队");
    // Releasing is an event of its own: the claim stays in the log.
    const auto before = opened->journal().count();
    CHECK(claim_items(desk, {record->serial, {}}).state == ClaimResult::State::recorded);
    CHECK(opened->journal().count() == before + 1);
    CHECK(desk.items().team(river).empty());
}

TEST_CASE("an item that was filled meanwhile is told and not claimed, the other one is") {
    DeskFixture kiosk;
    publish_three(kiosk);
    const auto slips = kiosk.issue({"林晓燕", "陈建国"}, "2026-02-21T09:00:00+08:00");
    auto opened = kiosk.at(morning);
    Desk& desk = opened->desk();
    const auto first = desk.scan(scan_of(slips[0].text)).serial;
    const auto second = desk.scan(scan_of(slips[1].text)).serial;
    CHECK(claim_items(desk, {*first, {stall}}).state == ClaimResult::State::recorded);
    const ClaimResult late = claim_items(desk, {*second, {stall, river}});
    CHECK(late.state == ClaimResult::State::partly);
    CHECK(late.held == 1);
    CHECK(desk.items().team(stall).size() == 1);
    CHECK(desk.items().team(river).size() == 1);
}

TEST_CASE("a second tap on 确认认领 records nothing") {
    DeskFixture kiosk;
    publish_three(kiosk);
    const auto slips = kiosk.issue({"林晓燕"}, "2026-02-21T09:00:00+08:00");
    auto opened = kiosk.at(morning);
    const auto serial = opened->desk().scan(scan_of(slips[0].text)).serial;
    (void)claim_items(opened->desk(), {*serial, {river}});
    const auto before = opened->journal().count();
    CHECK(claim_items(opened->desk(), {*serial, {river}}).state == ClaimResult::State::unchanged);
    CHECK(opened->journal().count() == before);
}

TEST_CASE("a slip that nobody registered with cannot claim: the scan registers instead") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕"}, morning);
    auto opened = kiosk.at(morning);
    CHECK_FALSE(open_claim(opened->desk(), scan_of(slips[0].text, ScanPurpose::claim)).ok());
    CHECK(opened->desk().scan(scan_of(slips[0].text, ScanPurpose::claim)).outcome == Outcome::registered);
}

TEST_CASE("for a forgotten sign-out the team's leaving is proposed before the planned end") {
    DeskFixture kiosk;
    const auto slips = kiosk.issue({"林晓燕", "陈建国", "赵堃", "高淑珍"}, "2026-02-21T09:00:00+08:00");
    {
        auto opened = kiosk.at("2026-02-25T09:00:00+08:00");
        for (const auto& slip : slips) (void)opened->desk().scan(scan_of(slip.text));
        ActivityPlanned plan;
        plan.title = "河道巡护清洁";
        plan.start = *parse_rfc3339("2026-03-01T09:00:00+08:00");
        plan.end = *parse_rfc3339("2026-03-01T11:30:00+08:00");
        Draft planned = draft_of(plan);
        planned.event.activity = ActivityId{5};
        REQUIRE(opened->desk().note({planned}).ok());
    }
    for (const auto& slip : slips) (void)kiosk.scan(slip.text, "2026-03-01T09:05:00+08:00");
    (void)kiosk.scan(slips[1].text, "2026-03-01T10:40:00+08:00");
    (void)kiosk.scan(slips[2].text, "2026-03-01T10:50:00+08:00");
    (void)kiosk.scan(slips[3].text, "2026-03-01T11:20:00+08:00");
    const ScanAnswer next_day = kiosk.scan(slips[0].text, "2026-03-02T09:00:00+08:00");
    CHECK(next_day.outcome == Outcome::forgotten_sign_out);
    REQUIRE(next_day.forgotten);
    CHECK(next_day.forgotten->service.proposed_end == *parse_rfc3339("2026-03-01T10:50:00+08:00"));
}
