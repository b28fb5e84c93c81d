// SPDX-License-Identifier: MIT
#include "domain/base/time.hpp"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <string_view>

namespace baodao {

namespace {

using std::chrono::days;
using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr sys_days epoch_2020{std::chrono::year{2020} / 1 / 1};

constexpr std::int64_t offset_ms(UtcOffset offset) {
    return offset.minutes * ms_per_minute;
}

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

// Reads exactly `width` digits at `at`.
bool digits(std::string_view text, std::size_t at, std::size_t width, int& out) {
    if (at + width > text.size()) return false;
    out = 0;
    for (std::size_t i = at; i < at + width; ++i) {
        if (text[i] < '0' || text[i] > '9') return false;
        out = out * 10 + (text[i] - '0');
    }
    return true;
}

Error not_a_time(std::string_view text) {
    return {ErrorKind::bad_input, "not a time like 2026-03-01T09:00:00+08:00", std::string(text)};
}

}  // namespace

LocalDate date_from_civil(CivilDate civil) {
    const auto day =
        sys_days{std::chrono::year{civil.year} / static_cast<int>(civil.month) / static_cast<int>(civil.day)};
    return {static_cast<std::int32_t>((day - epoch_2020).count())};
}

CivilDate civil_from_date(LocalDate date) {
    const year_month_day ymd{epoch_2020 + days{date.days}};
    return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
            static_cast<unsigned>(ymd.day())};
}

LocalDate local_date(UtcMillis time, UtcOffset offset) {
    const std::int64_t unix_day = floor_div(time.value + offset_ms(offset), ms_per_day);
    return {static_cast<std::int32_t>(unix_day - epoch_2020.time_since_epoch().count())};
}

UtcMillis day_start(LocalDate date, UtcOffset offset) {
    return {(std::int64_t{date.days} + epoch_2020.time_since_epoch().count()) * ms_per_day -
            offset_ms(offset)};
}

UtcMillis utc_from_civil(CivilDate date, int hour, int minute, int second, UtcOffset offset) {
    return day_start(date_from_civil(date), offset) +
           (hour * ms_per_hour + minute * ms_per_minute + second * ms_per_second);
}

CivilTime civil_time(UtcMillis time, UtcOffset offset) {
    const LocalDate date = local_date(time, offset);
    const auto of_day = static_cast<std::int32_t>((time - day_start(date, offset)) / ms_per_second);
    const std::chrono::weekday weekday{epoch_2020 + days{date.days}};
    return {civil_from_date(date), of_day / 3600, of_day / 60 % 60, of_day % 60, weekday.c_encoding()};
}

std::int32_t year_of(LocalDate date) {
    return civil_from_date(date).year;
}

HalfYear half_of(LocalDate date) {
    const CivilDate civil = civil_from_date(date);
    return {civil.year, civil.month <= 6 ? 1 : 2};
}

LocalDate first_day(HalfYear half) {
    return date_from_civil({half.year, half.half == 1 ? 1u : 7u, 1});
}

LocalDate last_day(HalfYear half) {
    return half.half == 1 ? date_from_civil({half.year, 6, 30}) : date_from_civil({half.year, 12, 31});
}

std::string to_string(LocalDate date) {
    const CivilDate civil = civil_from_date(date);
    char text[32];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", civil.year, civil.month, civil.day);
    return text;
}

Result<LocalDate> parse_date(std::string_view text) {
    int year = 0;
    int month = 0;
    int day = 0;
    const bool shaped = text.size() == 10 && digits(text, 0, 4, year) && text[4] == '-' &&
                        digits(text, 5, 2, month) && text[7] == '-' && digits(text, 8, 2, day);
    if (!shaped || !(std::chrono::year{year} / month / day).ok()) {
        return Error{ErrorKind::bad_input, "not a date like 2026-03-01", std::string(text)};
    }
    return date_from_civil({year, static_cast<unsigned>(month), static_cast<unsigned>(day)});
}

std::string to_rfc3339(UtcMillis time, UtcOffset offset) {
    const CivilTime civil = civil_time(time, offset);
    const int distance = offset.minutes < 0 ? -offset.minutes : offset.minutes;
    char text[64];
    std::snprintf(text, sizeof text, "%sT%02d:%02d:%02d%c%02d:%02d",
                  to_string(local_date(time, offset)).c_str(), civil.hour, civil.minute, civil.second,
                  offset.minutes < 0 ? '-' : '+', distance / 60, distance % 60);
    return text;
}

Result<UtcMillis> parse_rfc3339(std::string_view text) {
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (text.size() < 20 || text[10] != 'T' || !digits(text, 11, 2, hour) || text[13] != ':' ||
        !digits(text, 14, 2, minute) || text[16] != ':' || !digits(text, 17, 2, second) || hour > 23 ||
        minute > 59 || second > 59) {
        return not_a_time(text);
    }
    const auto date = parse_date(text.substr(0, 10));
    if (!date) return not_a_time(text);

    std::size_t at = 19;
    std::int64_t fraction_ms = 0;
    if (text[at] == '.') {
        std::int64_t scale = 100;
        const std::size_t first = ++at;
        for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10) {
            fraction_ms += (text[at] - '0') * scale;
        }
        if (at == first) return not_a_time(text);
    }
    const std::string_view zone = text.substr(at);
    int zone_hour = 0;
    int zone_minute = 0;
    if (zone != "Z") {
        if (zone.size() != 6 || (zone[0] != '+' && zone[0] != '-') || !digits(zone, 1, 2, zone_hour) ||
            zone[3] != ':' || !digits(zone, 4, 2, zone_minute) || zone_hour > 14 || zone_minute > 59) {
            return not_a_time(text);
        }
    }
    const int zone_minutes = (zone_hour * 60 + zone_minute) * (zone[0] == '-' ? -1 : 1);
    return day_start(*date, UtcOffset{zone_minutes}) +
           (hour * ms_per_hour + minute * ms_per_minute + second * ms_per_second + fraction_ms);
}

std::string clock_text(UtcMillis time, UtcOffset offset) {
    const CivilTime civil = civil_time(time, offset);
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d", civil.hour, civil.minute);
    return text;
}

}  // namespace baodao
