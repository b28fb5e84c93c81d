// SPDX-License-Identifier: MIT
#include "domain/service/credit.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>

#include "story.hpp"

using namespace baodao;
using namespace baodao::test;

namespace {

std::vector<DayMinutes> by_day(std::string_view from, std::string_view to) {
    return minutes_by_day({{wall(from), wall(to)}}, china);
}

// Puts the variable back when the test ends.
class TimeZone {
  public:
    explicit TimeZone(const char* zone) {
        if (const char* old = std::getenv("TZ")) before_ = old;
        if (zone == nullptr) {
            unsetenv("TZ");
        } else {
            setenv("TZ", zone, 1);
        }
        tzset();
    }
    ~TimeZone() {
        if (before_) {
            setenv("TZ", before_->c_str(), 1);
        } else {
            unsetenv("TZ");
        }
        tzset();
    }
    TimeZone(const TimeZone&) = delete;
    TimeZone& operator=(const TimeZone&) = delete;

  private:
    std::optional<std::string> before_;
};

}  // namespace

TEST_CASE("fault_076_services_over_a_border_of_the_calendar_are_split_to_the_minute") {
    struct Row {
        const char* from;
        const char* to;
        std::vector<DayMinutes> expected;
    };
    const std::vector<Row> rows{
        {"2026-12-31 22:00", "2027-01-01 02:00", {{day("2026-12-31"), 120}, {day("2027-01-01"), 120}}},
        {"2026-06-30 23:59", "2026-07-01 00:01", {{day("2026-06-30"), 1}, {day("2026-07-01"), 1}}},
        {"2026-06-30 23:00", "2026-07-01 00:00", {{day("2026-06-30"), 60}}},
        {"2026-07-01 00:00", "2026-07-01 01:00", {{day("2026-07-01"), 60}}},
        {"2028-02-28 23:30", "2028-02-29 00:30", {{day("2028-02-28"), 30}, {day("2028-02-29"), 30}}},
        {"2028-02-29 23:30", "2028-03-01 00:30", {{day("2028-02-29"), 30}, {day("2028-03-01"), 30}}},
        {"2026-02-28 23:30", "2026-03-01 00:30", {{day("2026-02-28"), 30}, {day("2026-03-01"), 30}}},
        // 30.5 + 30.5 minutes: the part before midnight is floored, the rest goes to the later day.
        {"2026-03-01 23:29:30", "2026-03-02 00:30:30", {{day("2026-03-01"), 30}, {day("2026-03-02"), 31}}},
        {"2026-03-01 09:00", "2026-03-01 09:00:59", {}},
    };
    for (const Row& row : rows) {
        CAPTURE(row.from, row.to);
        CHECK(by_day(row.from, row.to) == row.expected);
    }
}

TEST_CASE("fault_076_a_service_over_new_year_adds_to_both_years_and_counts_in_the_half_it_began") {
    Story story;
    story.registered("2026-01-02 09:00");
    story.in(Where::a, "2026-12-31 22:00");
    story.out(Where::a, "2027-01-01 02:00");
    const auto person = story.person("2027-01-02 09:00");
    const Rules rules;
    const YearAccount old_year = year_account(person, 2026, day("2027-01-02"), rules);
    const YearAccount new_year = year_account(person, 2027, day("2027-01-02"), rules);
    CHECK(old_year.minutes == 120);
    CHECK(new_year.minutes == 120);
    CHECK(old_year.halves[1].count == 1);
    CHECK(new_year.halves[0].count == 0);
}

TEST_CASE("fault_077_the_machine's_time_zone_changes_nothing") {
    Story story;
    story.in(Where::a, "2026-12-31 22:00");
    story.out(Where::a, "2027-01-01 02:00");
    std::set<std::string> ledgers;
    for (const char* zone : {"UTC", "America/New_York", "Asia/Shanghai", "Europe/Berlin", ":nonsense", ""}) {
        const TimeZone scoped(zone);
        ledgers.insert(ledger_text(story.person()));
    }
    const TimeZone unset(nullptr);
    ledgers.insert(ledger_text(story.person()));
    CHECK(ledgers.size() == 1);
}

TEST_CASE("what is covered once is not given again") {
    Covered covered;
    covered.add({{100}, {200}});
    covered.add({{300}, {400}});
    const auto starts = [&](UtcMillis from, UtcMillis to) {
        std::vector<std::pair<std::int64_t, std::int64_t>> pieces;
        for (const Span& piece : covered.uncovered({from, to})) {
            pieces.emplace_back(piece.start.value, piece.end.value);
        }
        return pieces;
    };
    using Pieces = std::vector<std::pair<std::int64_t, std::int64_t>>;
    CHECK(starts({50}, {450}) == Pieces{{50, 100}, {200, 300}, {400, 450}});
    CHECK(starts({120}, {180}).empty());
    CHECK(starts({200}, {300}) == Pieces{{200, 300}});
    covered.add({{150}, {350}});
    CHECK(starts({0}, {500}) == Pieces{{0, 100}, {400, 500}});
}
