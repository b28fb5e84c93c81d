// SPDX-License-Identifier: MIT
#include "sync/hq/web/speech.hpp"

#include <cstdio>

#include "domain/base/check.hpp"
#include "sync/hq/web/templates.hpp"

namespace baodao::hq {

namespace {

Json words_in(std::string_view file) {
    auto json = parse_json(web_file(file));
    BAODAO_CHECK(json.ok());
    return *json;
}

}  // namespace

const Json& Speech::words() const {
    static const Json zh = words_in("zh-CN.json");
    static const Json en = words_in("en.json");
    return tongue_ == Tongue::zh ? zh : en;
}

const std::string& Speech::operator()(std::string_view key) const {
    const auto found = words().find(key);
    BAODAO_CHECK(found != words().end());
    return found->get_ref<const std::string&>();
}

std::string Speech::operator()(std::string_view key, std::initializer_list<std::string> values) const {
    const std::string& pattern = (*this)(key);
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool place = pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}';
        const auto index = place ? static_cast<std::size_t>(pattern[i + 1] - '0') : values.size();
        if (index < values.size()) {
            out += values.begin()[index];
            i += 2;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

std::string Speech::duration(std::int64_t minutes) const {
    const std::string hours = std::to_string(minutes / 60);
    const std::string rest = std::to_string(minutes % 60);
    if (minutes < 60) return (*this)("duration_minutes", {rest});
    if (minutes % 60 == 0) return (*this)("duration_hours", {hours});
    return (*this)("duration_both", {hours, rest});
}

std::string Speech::ago(UtcMillis then, UtcMillis now) const {
    const std::int64_t minutes = (now - then) / ms_per_minute;
    if (minutes < 1) return (*this)("now");
    if (minutes < 60) return (*this)("minutes_ago", {std::to_string(minutes)});
    if (minutes < 24 * 60) return (*this)("hours_ago", {std::to_string(minutes / 60)});
    return (*this)("days_ago", {std::to_string(minutes / (24 * 60))});
}

std::string Speech::day(UtcMillis time, UtcOffset offset) const {
    return to_string(local_date(time, offset));
}

std::string Speech::stamp(UtcMillis time, UtcOffset offset) const {
    return to_string(local_date(time, offset)).substr(5) + " " + clock_text(time, offset);
}

std::string Speech::month_day(LocalDate day) const {
    const CivilDate civil = civil_from_date(day);
    return (*this)("month_day", {std::to_string(civil.month), std::to_string(civil.day)});
}

std::string percent(std::int64_t part, std::int64_t whole) {
    if (whole <= 0) return "—";
    char text[16];
    const double share = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
    std::snprintf(text, sizeof text, "%.1f%%", share);
    return text;
}

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
    return digits;
}

}  // namespace baodao::hq
