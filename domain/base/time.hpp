// SPDX-License-Identifier: MIT
// Points and spans of time. All arithmetic on civil dates uses the community's
// fixed UTC offset and never the machine's time zone (decision 1).
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "domain/base/result.hpp"

namespace baodao {

// Milliseconds since 1970-01-01T00:00:00Z, as far as somebody believed it.
struct UtcMillis {
    std::int64_t value = 0;
    friend auto operator<=>(const UtcMillis&, const UtcMillis&) = default;
};

// Milliseconds on the monotonic clock of one boot, suspend included; comparable inside that boot only.
struct MonoMillis {
    std::int64_t value = 0;
    friend auto operator<=>(const MonoMillis&, const MonoMillis&) = default;
};

inline constexpr std::int64_t ms_per_second = 1'000;
inline constexpr std::int64_t ms_per_minute = 60'000;
inline constexpr std::int64_t ms_per_hour = 3'600'000;
inline constexpr std::int64_t ms_per_day = 86'400'000;

constexpr UtcMillis operator+(UtcMillis time, std::int64_t ms) {
    return {time.value + ms};
}
constexpr UtcMillis operator-(UtcMillis time, std::int64_t ms) {
    return {time.value - ms};
}
constexpr std::int64_t operator-(UtcMillis a, UtcMillis b) {
    return a.value - b.value;
}
constexpr std::int64_t operator-(MonoMillis a, MonoMillis b) {
    return a.value - b.value;
}

// A community's distance from UTC, fixed when it is created. China: +480.
struct UtcOffset {
    std::int32_t minutes = 480;
    friend auto operator<=>(const UtcOffset&, const UtcOffset&) = default;
};

// A calendar day: days since 2020-01-01, as on the slip. Negative before.
struct LocalDate {
    std::int32_t days = 0;
    friend auto operator<=>(const LocalDate&, const LocalDate&) = default;
};

struct CivilDate {
    std::int32_t year;
    std::uint32_t month;  // 1 to 12
    std::uint32_t day;    // 1 to 31
    friend auto operator<=>(const CivilDate&, const CivilDate&) = default;
};

// The wall as people read it.
struct CivilTime {
    CivilDate date;
    std::int32_t hour;
    std::int32_t minute;
    std::int32_t second;
    std::uint32_t weekday;  // 0 Sunday to 6 Saturday
};

// 上半年 or 下半年 of a calendar year (policy R22): 1 Jan–30 Jun, 1 Jul–31 Dec.
struct HalfYear {
    std::int32_t year;
    std::int32_t half;  // 1 or 2
    friend auto operator<=>(const HalfYear&, const HalfYear&) = default;
};

[[nodiscard]] LocalDate date_from_civil(CivilDate civil);
[[nodiscard]] CivilDate civil_from_date(LocalDate date);
[[nodiscard]] LocalDate local_date(UtcMillis time, UtcOffset offset);
[[nodiscard]] CivilTime civil_time(UtcMillis time, UtcOffset offset);
// The first millisecond of that local day.
[[nodiscard]] UtcMillis day_start(LocalDate date, UtcOffset offset);
[[nodiscard]] UtcMillis utc_from_civil(CivilDate date, int hour, int minute, int second, UtcOffset offset);

[[nodiscard]] std::int32_t year_of(LocalDate date);
[[nodiscard]] HalfYear half_of(LocalDate date);
[[nodiscard]] LocalDate first_day(HalfYear half);
[[nodiscard]] LocalDate last_day(HalfYear half);

// "2026-11-22"; the parser takes only real dates in exactly this spelling.
[[nodiscard]] std::string to_string(LocalDate date);
[[nodiscard]] Result<LocalDate> parse_date(std::string_view text);
// "2026-03-01T09:00:00+08:00": seconds optional fraction to ms, "Z" or an offset is required (RFC 3339).
[[nodiscard]] std::string to_rfc3339(UtcMillis time, UtcOffset offset);
[[nodiscard]] Result<UtcMillis> parse_rfc3339(std::string_view text);
// "08:57"
[[nodiscard]] std::string clock_text(UtcMillis time, UtcOffset offset);

}  // namespace baodao
