// SPDX-License-Identifier: MIT
// What pages say, in Chinese or English: the word lists assets/web/zh-CN.json and en.json, times and figures.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "domain/base/time.hpp"
#include "domain/event/json.hpp"

namespace baodao::hq {

enum class Tongue { zh, en };

class Speech {
  public:
    explicit Speech(Tongue tongue) : tongue_(tongue) {}

    [[nodiscard]] Tongue tongue() const { return tongue_; }
    [[nodiscard]] const char* code() const { return tongue_ == Tongue::zh ? "zh-CN" : "en"; }
    [[nodiscard]] const Json& words() const;
    // A key that stands in no list is a bug of ours.
    [[nodiscard]] const std::string& operator()(std::string_view key) const;
    // {0}, {1} … replaced.
    [[nodiscard]] std::string operator()(std::string_view key,
                                         std::initializer_list<std::string> values) const;
    [[nodiscard]] bool knows(std::string_view key) const { return words().contains(key); }

    [[nodiscard]] std::string duration(std::int64_t minutes) const;           // 2 小时 40 分
    [[nodiscard]] std::string ago(UtcMillis then, UtcMillis now) const;       // 2 小时前
    [[nodiscard]] std::string day(UtcMillis time, UtcOffset offset) const;    // 2026-11-22
    [[nodiscard]] std::string stamp(UtcMillis time, UtcOffset offset) const;  // 11-22 20:31
    [[nodiscard]] std::string month_day(LocalDate day) const;                 // 3月1日

  private:
    Tongue tongue_;
};

// "94.1%"; "—" of nothing.
[[nodiscard]] std::string percent(std::int64_t part, std::int64_t whole);
[[nodiscard]] std::string grouped(std::int64_t number);  // 1,286

}  // namespace baodao::hq
