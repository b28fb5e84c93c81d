// SPDX-License-Identifier: MIT
#include "domain/base/time.hpp"

#include <catch2/catch.hpp>

using namespace baodao;

namespace {
constexpr UtcOffset china{480};
}

TEST_CASE("dates count from 2020-01-01") {
    CHECK(date_from_civil({2020, 1, 1}).days == 0);
    CHECK(date_from_civil({2020, 3, 1}).days == 60);  // leap year
    CHECK(date_from_civil({1970, 1, 1}).days == -18262);
    for (int days = -20000; days < 60000; days += 7) {
        CHECK(date_from_civil(civil_from_date({days})).days == days);
    }
}

TEST_CASE("a local day begins at local midnight, before 1970 too") {
    const UtcMillis start = day_start(date_from_civil({2026, 11, 23}), china);
    CHECK(to_rfc3339(start, china) == "2026-11-23T00:00:00+08:00");
    CHECK(local_date(start, china) == date_from_civil({2026, 11, 23}));
    CHECK(local_date(start - 1, china) == date_from_civil({2026, 11, 22}));
    CHECK(local_date(UtcMillis{-1}, UtcOffset{0}) == date_from_civil({1969, 12, 31}));
}

TEST_CASE("half-years are calendar halves") {
    CHECK(half_of(date_from_civil({2026, 6, 30})) == HalfYear{2026, 1});
    CHECK(half_of(date_from_civil({2026, 7, 1})) == HalfYear{2026, 2});
    CHECK(to_string(first_day({2026, 2})) == "2026-07-01");
    CHECK(to_string(last_day({2026, 1})) == "2026-06-30");
}

TEST_CASE("times are read in one spelling, with a zone") {
    CHECK(parse_rfc3339("2026-03-01T09:00:00+08:00")->value == parse_rfc3339("2026-03-01T01:00:00Z")->value);
    CHECK(parse_rfc3339("2026-03-01T01:00:00.250Z")->value % 1000 == 250);
    for (const char* bad :
         {"2026-03-01", "2026-03-01T09:00:00", "2026-02-29T09:00:00Z", "2026-03-01T24:00:00Z",
          "2026-03-01 09:00:00Z", "2026-03-01T09:00:00.Z", "2026-03-01T09:00:00+8:00", ""}) {
        CHECK_FALSE(parse_rfc3339(bad).ok());
    }
}

TEST_CASE("dates that do not exist are refused") {
    CHECK(parse_date("2028-02-29").ok());
    CHECK_FALSE(parse_date("2027-02-29").ok());
    CHECK_FALSE(parse_date("2027-2-9").ok());
    CHECK_FALSE(parse_date("2027-13-01").ok());
}
