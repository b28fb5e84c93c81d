// SPDX-License-Identifier: MIT
#include "kiosk/app/words.hpp"

#include <algorithm>
#include <array>

namespace baodao {
namespace {

template <std::size_t N>
Text pick(const std::array<Text, N>& keys, std::size_t index) {
    return keys[std::min(index, N - 1)];
}

constexpr std::array weekday_keys{Text::weekday_0, Text::weekday_1, Text::weekday_2, Text::weekday_3,
                                  Text::weekday_4, Text::weekday_5, Text::weekday_6};
constexpr std::array weekday_short_keys{Text::weekday_short_0, Text::weekday_short_1, Text::weekday_short_2,
                                        Text::weekday_short_3, Text::weekday_short_4, Text::weekday_short_5,
                                        Text::weekday_short_6};
constexpr std::array month_keys{Text::month_1, Text::month_2,  Text::month_3,  Text::month_4,
                                Text::month_5, Text::month_6,  Text::month_7,  Text::month_8,
                                Text::month_9, Text::month_10, Text::month_11, Text::month_12};
constexpr std::array month_short_keys{Text::month_short_1,  Text::month_short_2,  Text::month_short_3,
                                      Text::month_short_4,  Text::month_short_5,  Text::month_short_6,
                                      Text::month_short_7,  Text::month_short_8,  Text::month_short_9,
                                      Text::month_short_10, Text::month_short_11, Text::month_short_12};
constexpr std::array quarter_keys{Text::quarter_1, Text::quarter_2, Text::quarter_3, Text::quarter_4};

std::string two_digits(std::uint32_t value) {
    const std::string digits = std::to_string(value);
    return digits.size() < 2 ? "0" + digits : digits;
}

}  // namespace

std::string Words::clock(UtcMillis time) const {
    return clock_text(time, offset_);
}

std::string Words::span(UtcMillis from, UtcMillis to) const {
    return clock(from) + "–" + clock(to);
}

std::string Words::dated(Text pattern, UtcMillis time) const {
    const CivilTime wall = civil(time);
    return format_text(
        language_, pattern,
        {std::to_string(wall.date.year), text_of(language_, pick(month_short_keys, wall.date.month - 1)),
         std::to_string(wall.date.day), text_of(language_, pick(weekday_keys, wall.weekday))});
}

std::string Words::long_date(UtcMillis time) const {
    return dated(Text::date_long, time);
}

std::string Words::medium_date(UtcMillis time) const {
    return dated(Text::date_medium, time);
}

std::string Words::day_and_month(LocalDate date) const {
    const CivilDate day = civil_from_date(date);
    return format_text(language_, Text::date_day,
                       {text_of(language_, pick(month_keys, day.month - 1)), std::to_string(day.day)});
}

std::string Words::short_date(UtcMillis time) const {
    const CivilDate day = civil(time).date;
    return two_digits(day.month) + "-" + two_digits(day.day);
}

std::string Words::date_with_weekday(UtcMillis time) const {
    const CivilTime wall = civil(time);
    return format_text(
        language_, Text::date_weekday,
        {text_of(language_, pick(month_keys, wall.date.month - 1)), std::to_string(wall.date.day),
         text_of(language_, pick(weekday_short_keys, wall.weekday))});
}

std::string_view Words::weekday_short(UtcMillis time) const {
    return text_of(language_, pick(weekday_short_keys, civil(time).weekday));
}

std::string Words::duration(std::int64_t minutes) const {
    const std::string hours = std::to_string(minutes / 60);
    const std::string rest = std::to_string(minutes % 60);
    if (minutes < 60) return format_text(language_, Text::duration_minutes, {rest});
    if (minutes % 60 == 0) return format_text(language_, Text::duration_hours, {hours});
    return format_text(language_, Text::duration_both, {hours, rest});
}

std::string Words::greeting(UtcMillis time) const {
    const int hour = civil(time).hour;
    const Text key = hour >= 5 && hour < 12    ? Text::good_morning
                     : hour >= 12 && hour < 18 ? Text::good_afternoon
                                               : Text::good_evening;
    return std::string(text_of(language_, key));
}

std::string Words::comrade(std::string_view name) const {
    return format_text(language_, Text::comrade, {name});
}

std::string Words::month_theme(UtcMillis time) const {
    return format_text(language_, Text::month_theme,
                       {text_of(language_, pick(month_keys, civil(time).date.month - 1))});
}

std::string Words::quarter_plan(UtcMillis time, std::string_view plan) const {
    const std::size_t quarter = (civil(time).date.month - 1) / 3;
    return format_text(language_, Text::quarter_plan,
                       {text_of(language_, pick(quarter_keys, quarter)), plan});
}

bool is_running(const ActivityView& activity, UtcMillis now) {
    constexpr std::int64_t early_ms = 30 * ms_per_minute;
    return now >= activity.starts - early_ms && now < activity.ends;
}

std::vector<ActivityView> activities_to_show(const HomeView& home, UtcMillis now, std::size_t count) {
    std::vector<ActivityView> shown;
    for (const ActivityView& activity : home.today)
        if (activity.ends > now && shown.size() < count) shown.push_back(activity);
    return shown;
}

std::int64_t days_left(LocalDate today, LocalDate last) {
    return std::max<std::int64_t>(0, last.days - today.days);
}

}  // namespace baodao
