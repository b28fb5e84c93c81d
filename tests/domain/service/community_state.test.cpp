// SPDX-License-Identifier: MIT
#include "domain/service/community_state.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

#include "story.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

std::vector<ActivityId> ids(const std::vector<const Activity*>& activities) {
    std::vector<ActivityId> found;
    for (const Activity* activity : activities) found.push_back(activity->id);
    return found;
}

CommunitySet settings(std::string name, std::int32_t offset) {
    CommunitySet set;
    set.name = std::move(name);
    set.contact_name = "李敏";
    set.utc_offset_minutes = offset;
    return set;
}

}  // namespace

TEST_CASE("an activity takes sign-ins from half an hour before its start until its end") {
    Story story;
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    const CommunityState state = story.community();
    CHECK(state.running(wall("2026-03-01 08:29:59")).empty());
    CHECK(ids(state.running(wall("2026-03-01 08:30"))) == std::vector{clean});
    CHECK(ids(state.running(wall("2026-03-01 10:59:59"))) == std::vector{clean});
    CHECK(state.running(wall("2026-03-01 11:00")).empty());
}

TEST_CASE("opened by staff it runs early and past its end, closed it does not run") {
    Story story;
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    story.tell(Where::a, "2026-03-01 07:30", ActivityOpened{}, clean);
    CHECK(story.community().running(wall("2026-03-01 07:31")).size() == 1);
    CHECK(story.community().running(wall("2026-03-01 12:59")).size() == 1);
    CHECK(story.community().running(wall("2026-03-01 13:00")).empty());
    story.tell(Where::a, "2026-03-01 10:00", ActivityClosed{}, clean);
    CHECK(story.community().running(wall("2026-03-01 10:30")).empty());
    story.tell(Where::a, "2026-03-01 10:40", ActivityOpened{}, clean);
    CHECK(story.community().running(wall("2026-03-01 10:45")).size() == 1);
}

TEST_CASE("the state of a community does not depend on the order of arrival") {
    Story story;
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    story.tell(Where::hq, "2026-01-01 09:00", settings("枫林社区", 480));
    story.tell(Where::hq, "2026-01-05 09:00", settings("枫林第一社区", 0));
    story.tell(Where::a, "2026-03-01 08:00", ActivityOpened{}, clean);
    story.tell(Where::hq, "2026-01-05 09:00", PlanTheme{2026, 3, 0, "学雷锋"});
    story.tell(Where::hq, "2026-01-06 09:00", PlanTheme{2026, 3, 0, "清洁家园"});
    std::vector<std::size_t> order(story.entries.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    do {
        CommunityState state(fenglin);
        for (const std::size_t i : order) state.apply(story.entries[i]);
        REQUIRE(state.settings().name == "枫林第一社区");
        REQUIRE(state.offset().minutes == 480);  // fixed at creation
        REQUIRE(state.theme(2026, 3) == "清洁家园");
        REQUIRE(state.running(wall("2026-03-01 08:01")).size() == 1);
    } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("another community's events and drills change nothing") {
    Story story;
    story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    auto foreign = story.entries.front();
    foreign.event.community = {77};
    auto drill = story.entries.front();
    drill.event.drill = true;
    CommunityState state(fenglin);
    state.apply(foreign);
    state.apply(drill);
    CHECK(state.activities_on(day("2026-03-01")).empty());
    state.apply(story.entries.front());
    CHECK(state.activities_on(day("2026-03-01")).size() == 1);
}

TEST_CASE("a deputy takes the contact over for the days that were named") {
    Story story;
    story.tell(Where::hq, "2026-01-01 09:00", settings("枫林社区", 480));
    story.tell(Where::a, "2026-02-01 09:00",
               DeputyNamed{"王强", "0571-1", day("2026-02-10"), day("2026-02-12")});
    const CommunityState state = story.community();
    CHECK(state.contact(day("2026-02-09")).name == "李敏");
    CHECK(state.contact(day("2026-02-10")).name == "王强");
    CHECK(state.contact(day("2026-02-12")).deputy);
    CHECK(state.contact(day("2026-02-13")).name == "李敏");
}

TEST_CASE("the next activity is the first that is still to come") {
    Story story;
    const ActivityId late = story.activity("2026-04-01 09:00", "2026-04-01 11:00");
    const ActivityId soon = story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    CHECK(story.community().next(wall("2026-02-01 09:00"))->id == soon);
    CHECK(story.community().next(wall("2026-03-01 09:00"))->id == late);
    CHECK(story.community().next(wall("2026-05-01 09:00")) == nullptr);
}
