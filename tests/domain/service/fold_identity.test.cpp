// SPDX-License-Identifier: MIT
#include <catch2/catch.hpp>

#include "story.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

constexpr SlipSerial new_card{0x2222};
constexpr MemberNumber number{0xAAAA};
constexpr MemberNumber other_number{0x9999};

void issue(Story& story, SlipSerial serial, MemberNumber member, std::string_view when = "2026-01-02 09:00") {
    SlipIssued body;
    body.serial = serial;
    body.member = member;
    body.agency = {0xF00010};
    story.tell(Where::hq, when, body);
}

void park(Story& story, std::string_view when, ParkReason reason) {
    MemberRegistered body;
    body.serial = chen;
    body.number = "枫林A-待核 0042";
    body.parked = token(reason);
    story.tell(Where::a, when, body);
}

}  // namespace

TEST_CASE("a reissued card is the same person with the same hours") {
    Story story;
    issue(story, chen, number);
    story.registered("2026-02-01 09:00");
    story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 10:00");
    story.tell(Where::hq, "2026-03-02 09:00", SlipRevoked{chen, "lost"});
    issue(story, new_card, number, "2026-03-02 09:01");
    story.in(Where::a, "2026-03-08 09:00", {}, new_card);
    story.out(Where::a, "2026-03-08 10:00", {}, new_card);
    for (const std::uint64_t subject : {chen.value, new_card.value, number.value}) {
        const auto person = fold_person(subject, story.entries, story.community(), wall("2026-03-09 09:00"));
        CHECK(person.key == number.value);
        CHECK(person.services.size() == 2);
        CHECK(person.registered->number == "枫林A-0195");
        CHECK(person.slip(chen)->revoked.has_value());
        CHECK_FALSE(person.slip(new_card)->revoked.has_value());
    }
}

TEST_CASE("two records joined are one person, parted again they are two") {
    Story story;
    issue(story, chen, number);
    issue(story, new_card, other_number);
    story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 10:00");
    story.in(Where::a, "2026-03-08 09:00", {}, new_card);
    story.out(Where::a, "2026-03-08 10:00", {}, new_card);
    const EventId joined = story.tell(Where::hq, "2026-03-09 09:00", MemberSame{number, other_number});
    CHECK(story.person().services.size() == 2);
    CHECK(story.person().key == other_number.value);
    CHECK(story.person("2026-12-31 23:00", new_card).services.size() == 2);
    story.tell(Where::hq, "2026-03-10 09:00", MemberParted{number, other_number, joined, "mistake"});
    CHECK(story.person().services.size() == 1);
    CHECK(story.person().key == number.value);
    CHECK(story.person("2026-12-31 23:00", new_card).services.size() == 1);
}

TEST_CASE("a slip that nobody issued here stands for its person") {
    Story story;
    story.in(Where::a, "2026-03-01 09:00");
    const PersonState person = story.person();
    CHECK(person.key == chen.value);
    CHECK(person.members.empty());
    CHECK_FALSE(person.registered.has_value());
}

TEST_CASE("a parked service counts from the day of the scan once HQ accepts the slip") {
    Story story;
    park(story, "2026-03-01 08:50", ParkReason::unknown_key);
    story.tell(Where::a, "2026-03-01 09:00", AttendanceIn{chen, "unknown_key"});
    story.tell(Where::a, "2026-03-01 10:00", AttendanceOut{chen, "unknown_key", false});
    PersonState person = story.person();
    CHECK(person.registered->parked);
    CHECK_FALSE(person.on_roll_since.has_value());
    CHECK(person.services.front().has(Mark::parked));
    CHECK(person.services.front().minutes == 0);
    CHECK(person.services.front().pending_minutes == 60);
    CHECK_FALSE(person.services.front().counted);

    story.tell(Where::hq, "2026-04-01 09:00", SlipResolved{chen, number, {}});
    person = story.person();
    CHECK_FALSE(person.registered->parked);
    CHECK(person.key == number.value);
    CHECK(person.on_roll_since == day("2026-03-01"));
    CHECK(person.services.front().minutes == 60);
    CHECK(person.services.front().pending_minutes == 0);
    CHECK(person.services.front().counted);
}

TEST_CASE("a refused slip's services are kept and count nothing") {
    Story story;
    park(story, "2026-03-01 08:50", ParkReason::unknown_key);
    story.tell(Where::a, "2026-03-01 09:00", AttendanceIn{chen, "unknown_key"});
    story.tell(Where::a, "2026-03-01 10:00", AttendanceOut{chen, "unknown_key", false});
    story.tell(Where::hq, "2026-04-01 09:00", SlipResolved{chen, {}, "no such member"});
    const PersonState person = story.person();
    REQUIRE(person.services.size() == 1);
    CHECK(person.services[0].has(Mark::refused));
    CHECK(person.services[0].minutes + person.services[0].pending_minutes == 0);
    CHECK_FALSE(person.registered.has_value());
}

TEST_CASE("a service that waits takes no minute from one that counts") {
    Story story;
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    issue(story, new_card, number);
    story.tell(Where::a, "2026-03-01 09:00", AttendanceIn{chen, "unknown_key"}, clean);
    story.tell(Where::a, "2026-03-01 10:00", AttendanceOut{chen, "unknown_key", false}, clean);
    story.tell(Where::hq, "2026-01-02 09:30", MemberListed{{chen, number}, {}, {}});
    story.in(Where::b, "2026-03-01 09:30", {}, new_card);
    story.out(Where::b, "2026-03-01 10:30", {}, new_card);
    std::int64_t minutes = 0;
    std::int64_t pending = 0;
    for (const Service& service : story.person().services) {
        minutes += service.minutes;
        pending += service.pending_minutes;
    }
    CHECK(minutes >= 30);
    CHECK(minutes + pending == 90);
}

TEST_CASE("fault_080_a_scan_after_the_revocation_that_had_not_arrived_is_kept_and_flagged") {
    Story story;
    issue(story, chen, number);
    story.tell(Where::hq, "2026-03-01 08:00", SlipRevoked{chen, "lost"});
    story.in(Where::a, "2026-03-01 09:00");
    story.out(Where::a, "2026-03-01 10:00");
    const Service service = story.person().services.front();
    CHECK(service.has(Mark::after_revoking));
    CHECK(service.minutes == 60);
}

TEST_CASE("everything about a person is found through any of her slips and numbers") {
    Story story;
    issue(story, chen, number);
    issue(story, new_card, other_number);
    story.tell(Where::hq, "2026-01-03 09:00", MemberSame{number, other_number});
    story.in(Where::a, "2026-03-01 09:00");
    story.in(Where::a, "2026-03-02 09:00", {}, SlipSerial{0x7777});
    const auto about = [&](std::uint64_t subject) {
        std::vector<Record> found;
        for (const Entry& entry : story.entries) {
            for (const std::uint64_t key : subjects_of(entry.event)) {
                if (key == subject) found.push_back(make_record(entry.id, {}, to_bytes(entry.event)));
            }
        }
        return found;
    };
    CHECK(entries_about(new_card.value, about).size() == 4);
    CHECK(entries_about(chen.value, about).size() == 4);
    CHECK(entries_about(0x7777, about).size() == 1);
    CHECK(entries_about(0x8888, about).empty());
}

TEST_CASE("who moved here brings her hours and registers anew") {
    Story story;
    story.registered("2026-02-01 09:00");
    story.in(Where::b, "2026-03-01 09:00");
    story.out(Where::b, "2026-03-01 10:00");
    for (Entry& entry : story.entries) entry.event.community = {77};
    story.tell(Where::hq, "2026-04-01 09:00", MemberTransferred{{chen, {}}, fenglin, day("2026-04-01")});
    PersonState person = story.person();
    CHECK_FALSE(person.registered.has_value());
    CHECK_FALSE(person.left.has_value());
    CHECK(person.services.at(0).minutes == 60);
    story.registered("2026-04-02 09:00");
    person = story.person();
    CHECK(person.on_roll_since == day("2026-04-02"));
}
