// SPDX-License-Identifier: MIT
// Phrases that are put together from figures: hours, days, greetings. The rules of
// tone are in the string table; here is only which one applies.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/time.hpp"
#include "kiosk/app/answer.hpp"
#include "kiosk/app/home_view.hpp"
#include "kiosk/base/text_table.hpp"

namespace baodao {

// Says things in one language and one community's time.
class Words {
  public:
    Words(Language language, UtcOffset offset) : language_(language), offset_(offset) {}

    [[nodiscard]] Language language() const { return language_; }
    [[nodiscard]] std::string_view operator()(Text key) const { return text_of(language_, key); }
    [[nodiscard]] std::string operator()(Text key, std::initializer_list<std::string_view> values) const {
        return format_text(language_, key, values);
    }

    [[nodiscard]] std::string clock(UtcMillis time) const;               // 08:57
    [[nodiscard]] std::string span(UtcMillis from, UtcMillis to) const;  // 09:00–11:30
    [[nodiscard]] std::string long_date(UtcMillis time) const;           // 2026年11月22日 星期日
    [[nodiscard]] std::string medium_date(UtcMillis time) const;         // 11月22日 星期日
    [[nodiscard]] std::string day_and_month(LocalDate date) const;       // 12 月 31 日
    [[nodiscard]] std::string short_date(UtcMillis time) const;          // 11-22
    [[nodiscard]] std::string date_with_weekday(UtcMillis time) const;   // 12月6日（周日）
    [[nodiscard]] std::string_view weekday_short(UtcMillis time) const;  // 周六
    [[nodiscard]] std::string duration(std::int64_t minutes) const;      // 2 小时 40 分, never 2 时 40
    [[nodiscard]] std::string greeting(UtcMillis time) const;            // 早上好
    [[nodiscard]] std::string comrade(std::string_view name) const;      // 陈建国 同志
    [[nodiscard]] std::string month_theme(UtcMillis time) const;         // 11 月主题
    [[nodiscard]] std::string quarter_plan(UtcMillis time, std::string_view plan) const;

    [[nodiscard]] CivilTime civil(UtcMillis time) const { return civil_time(time, offset_); }
    [[nodiscard]] LocalDate date(UtcMillis time) const { return local_date(time, offset_); }

  private:
    [[nodiscard]] std::string dated(Text pattern, UtcMillis time) const;

    Language language_;
    UtcOffset offset_;
};

// Whether people may sign in to it now: from half an hour before its start to its end (decision 5).
[[nodiscard]] bool is_running(const ActivityView& activity, UtcMillis now);
// The coming and running activities of today that fit on the home screen: the one that is on or the
// next one first, at most `count`.
[[nodiscard]] std::vector<ActivityView> activities_to_show(const HomeView& home, UtcMillis now,
                                                           std::size_t count);
// Whole days from now to the end of `last`, 0 on that day itself.
[[nodiscard]] std::int64_t days_left(LocalDate today, LocalDate last);

}  // namespace baodao
