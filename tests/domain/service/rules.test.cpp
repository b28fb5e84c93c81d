// SPDX-License-Identifier: MIT
#include "domain/service/rules.hpp"

#include <catch2/catch.hpp>

#include "story.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

Rules rules_from(std::vector<Entry> entries) {
    CommunityState state(fenglin);
    for (const Entry& entry : entries) state.apply(entry);
    return state.rules();
}

}  // namespace

TEST_CASE("a rule holds from its effective day, before that the standard") {
    Story story;
    story.tell(Where::hq, "2026-01-10 09:00", RuleSet{"early_minutes", 15, day("2026-03-01")});
    const Rules rules = rules_from(story.entries);
    CHECK(rules.value(Rule::early_minutes, day("2026-02-28")) == 30);
    CHECK(rules.value(Rule::early_minutes, day("2026-03-01")) == 15);
    CHECK(rules.value(Rule::close_hour, day("2026-03-01")) == 4);
}

TEST_CASE("of two settings for the same day the later written one holds, in any order of arrival") {
    Story story;
    story.tell(Where::hq, "2026-01-10 09:00", RuleSet{"early_minutes", 15, day("2026-03-01")});
    story.tell(Where::hq, "2026-01-11 09:00", RuleSet{"early_minutes", 45, day("2026-03-01")});
    auto reversed = story.entries;
    std::reverse(reversed.begin(), reversed.end());
    CHECK(rules_from(story.entries).value(Rule::early_minutes, day("2026-03-02")) == 45);
    CHECK(rules_from(reversed).value(Rule::early_minutes, day("2026-03-02")) == 45);
}

TEST_CASE("an unknown rule or an absurd value changes nothing") {
    Story story;
    story.tell(Where::hq, "2026-01-10 09:00", RuleSet{"no_such_rule", 1, day("2026-01-01")});
    story.tell(Where::hq, "2026-01-10 09:00", RuleSet{"close_hour", 99, day("2026-01-01")});
    story.tell(Where::hq, "2026-01-10 09:00", RuleSet{"year_minutes", -600, day("2026-01-01")});
    const Rules rules = rules_from(story.entries);
    CHECK(rules.value(Rule::close_hour, day("2026-06-01")) == 4);
    CHECK(rules.value(Rule::year_minutes, day("2026-06-01")) == 600);
}
