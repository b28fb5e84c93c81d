// SPDX-License-Identifier: MIT
// Random histories against a slow and obvious model.
#include <algorithm>
#include <catch2/catch.hpp>
#include <random>

#include "domain/service/credit.hpp"
#include "story.hpp"
#include "tests/support/tier.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

struct History {
    Story story;
    std::vector<std::pair<UtcMillis, UtcMillis>> presence;  // in and out, paired by construction
};

std::int64_t below(std::mt19937_64& random, std::int64_t bound) {
    return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(bound));
}

// Unplanned and back-entered services of some days, overlapping as they like.
History random_history(std::mt19937_64& random) {
    History history;
    history.story.registered("2026-01-01 08:00");
    const UtcMillis first = wall("2026-06-28 06:00");
    for (int n = 0; n < 6; ++n) {
        const UtcMillis start = first + below(random, 5 * 24 * 60 * 60) * ms_per_second;
        const UtcMillis end = start + (1 + below(random, 9 * 60 * 60)) * ms_per_second;
        history.story.tell_at(Where::a, wall("2026-07-10 09:00") + n * ms_per_minute,
                              AttendanceRecorded::kind,
                              to_body(AttendanceRecorded{{chen, {}}, start, end, "1", "visit"}));
        history.presence.emplace_back(start, end);
    }
    return history;
}

// Second by second: was she there?
std::int64_t seconds_present(const History& history) {
    std::int64_t seconds = 0;
    const UtcMillis first = wall("2026-06-28 06:00");
    for (std::int64_t s = 0; s < 6 * 24 * 60 * 60; ++s) {
        const UtcMillis at = first + s * ms_per_second;
        seconds += std::any_of(history.presence.begin(), history.presence.end(),
                               [&](const auto& span) { return span.first <= at && at < span.second; });
    }
    return seconds;
}

// Scans, corrections and settings without any plan behind them.
Story random_noise(std::mt19937_64& random) {
    Story story;
    story.registered("2026-02-01 09:00");
    const ActivityId clean = story.activity("2026-03-01 09:00", "2026-03-01 11:00");
    const ActivityId law = story.activity("2026-03-01 22:00", "2026-03-02 02:00");
    std::vector<EventId> events;
    const auto some_event = [&] { return events.empty() ? EventId{} : events[random() % events.size()]; };
    for (int n = 0; n < 9; ++n) {
        const UtcMillis at = wall("2026-03-01 08:00") + below(random, 30 * 60) * ms_per_minute;
        const Where where = random() % 2 == 0 ? Where::a : Where::b;
        const std::optional<ActivityId> activities[] = {std::nullopt, clean, law};
        const auto activity = activities[random() % 3];
        const PersonRef she{chen, std::nullopt};
        switch (random() % 9) {
            case 0:
            case 1:
            case 2:
                events.push_back(
                    story.tell_at(where, at, AttendanceIn::kind, to_body(AttendanceIn{chen, {}}), activity));
                break;
            case 3:
            case 4:
                events.push_back(story.tell_at(where, at, AttendanceOut::kind,
                                               to_body(AttendanceOut{chen, {}, false}), activity));
                break;
            case 5:
                events.push_back(story.tell_at(where, at + ms_per_day, AttendanceVoided::kind,
                                               to_body(AttendanceVoided{she, some_event(), "x"})));
                break;
            case 6:
                events.push_back(
                    story.tell_at(where, at + ms_per_day, AttendanceConfirmed::kind,
                                  to_body(AttendanceConfirmed{she, some_event(), at + ms_per_hour})));
                break;
            case 7:
                events.push_back(
                    story.tell_at(where, at + ms_per_day, AttendanceAmended::kind,
                                  to_body(AttendanceAmended{she, some_event(), {}, at, activity, "x"})));
                break;
            default:
                story.tell(Where::hq, "2026-03-03 00:10", DayClosed{day("2026-03-01"), {}});
        }
    }
    return story;
}

std::int64_t total(const PersonState& person) {
    std::int64_t minutes = 0;
    for (const Service& service : person.services) minutes += service.minutes;
    return minutes;
}

}  // namespace

TEST_CASE("credited minutes are those in which she was there, less what each service floors") {
    const int runs = seeds(5, 40, 2000);
    for (int seed = 0; seed < runs; ++seed) {
        std::mt19937_64 random(static_cast<std::uint64_t>(seed));
        const History history = random_history(random);
        const PersonState person = history.story.person();
        const std::int64_t present = seconds_present(history);
        CAPTURE(seed);
        REQUIRE(total(person) * 60 <= present);
        REQUIRE(total(person) * 60 > present - 60 * static_cast<std::int64_t>(person.services.size()));
        std::int64_t by_half = 0;
        for (const Service& service : person.services) {
            for (const DayMinutes& part : service.days) by_half += part.minutes;
        }
        REQUIRE(by_half == total(person));
    }
}

TEST_CASE("fault_081_any_order_and_any_repetition_of_the_same_events_gives_the_same_ledger") {
    const int runs = seeds(20, 200, 5000);
    for (int seed = 0; seed < runs; ++seed) {
        std::mt19937_64 random(static_cast<std::uint64_t>(seed));
        Story story = random_noise(random);
        const PersonState before = story.person();
        for (int shuffle = 0; shuffle < 5; ++shuffle) {
            std::shuffle(story.entries.begin(), story.entries.end(), random);
            story.entries.push_back(story.entries[random() % story.entries.size()]);
            CAPTURE(seed, shuffle);
            REQUIRE(ledger_text(story.person()) == ledger_text(before));
        }
    }
}

TEST_CASE("whatever happens, minutes never exceed the time from the first to the last moment named") {
    const int runs = seeds(20, 200, 5000);
    for (int seed = 0; seed < runs; ++seed) {
        std::mt19937_64 random(static_cast<std::uint64_t>(seed));
        const Story story = random_noise(random);
        const PersonState person = story.person();
        CAPTURE(seed);
        // A service that is open again shows no end; nothing was said of a time after the last event.
        UtcMillis last = wall("2026-01-01 00:00");
        for (const Entry& entry : story.entries) last = std::max(last, entry.event.at.wall);
        std::set<std::pair<UtcMillis, UtcMillis>> spans;
        for (const Service& service : person.services) {
            REQUIRE(service.minutes >= 0);
            if (!service.started) continue;
            const UtcMillis end = service.ended.value_or(last);
            REQUIRE(end >= *service.started);
            REQUIRE(service.minutes <= (end - *service.started) / ms_per_minute);
            spans.emplace(*service.started, end);
        }
        Covered covered;
        std::int64_t wall_ms = 0;
        for (const auto& [start, end] : spans) {
            for (const Span& piece : covered.uncovered({start, end})) wall_ms += piece.end - piece.start;
            covered.add({start, end});
        }
        REQUIRE(total(person) <= wall_ms / ms_per_minute);
    }
}

TEST_CASE("nobody is shown a debt that the policy doesn't ask") {
    const int runs = seeds(50, 500, 5000);
    for (int seed = 0; seed < runs; ++seed) {
        std::mt19937_64 random(static_cast<std::uint64_t>(seed));
        Story story;
        const LocalDate begin{day("2026-01-01").days + static_cast<std::int32_t>(below(random, 365))};
        MemberListed listed;
        listed.who.serial = chen;
        listed.since = begin;
        story.tell(Where::hq, "2026-01-01 09:00", listed);
        const bool is_excused = random() % 3 == 0;
        if (is_excused)
            story.tell(Where::hq, "2026-07-05 09:00", MemberExcused{{chen, {}}, {2026, 2}, "illness"});
        const YearAccount account = story.year(2026, "2026-11-22");
        CAPTURE(seed, to_string(begin));
        const bool first_asked = begin.days <= day("2026-06-30").days - 89;
        const bool second_asked = begin.days <= day("2026-12-31").days - 89 && !is_excused;
        REQUIRE((account.halves[0].duty == Duty::owed) == first_asked);
        REQUIRE((account.halves[1].duty == Duty::owed) == second_asked);
        REQUIRE((account.hours == Duty::owed) == (first_asked && second_asked));
        REQUIRE((account.owed_minutes == 0 || account.hours == Duty::owed));
    }
}

TEST_CASE("a service every day of the year is a service every day of the year") {
    Story story;
    story.registered("2026-01-01 08:00");
    for (int n = 0; n < 250; ++n) {
        const UtcMillis at = wall("2026-01-02 09:00") + n * ms_per_day;
        story.tell_at(Where::a, at, AttendanceIn::kind, to_body(AttendanceIn{chen, {}}));
        story.tell_at(Where::a, at + ms_per_hour, AttendanceOut::kind,
                      to_body(AttendanceOut{chen, {}, false}));
    }
    const PersonState person = story.person();
    CHECK(person.services.size() == 250);
    CHECK(total(person) == 250 * 60);
}
