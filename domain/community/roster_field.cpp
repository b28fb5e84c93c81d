// SPDX-License-Identifier: MIT
#include "domain/community/roster_field.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "domain/base/text.hpp"

namespace baodao {

namespace {

constexpr std::string_view blanks[] = {" ", "\t", "\r", "\n", "\u3000", "\u00A0"};

// Takes `word` off the front, blanks before it included; false when it isn't there.
bool take(std::string_view& text, std::string_view word) {
    const std::string_view trimmed = trim_cell(text);
    if (!trimmed.starts_with(word)) return false;
    text = trimmed.substr(word.size());
    return true;
}

bool take_any(std::string_view& text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return take(text, word); });
}

// A plain number of at most nine digits off the front.
std::optional<std::uint32_t> take_number(std::string_view& text) {
    constexpr std::size_t digits_max = 9;
    text = trim_cell(text);
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > digits_max) return std::nullopt;
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + digits, value);
    text.remove_prefix(digits);
    return value;
}

std::optional<std::uint32_t> at_most(std::uint64_t value, std::uint32_t limit) {
    return value <= limit ? std::optional(static_cast<std::uint32_t>(value)) : std::nullopt;
}

// Behind the whole hours of "1.5小时": the minutes of the fraction, if they are whole.
std::optional<std::uint32_t> take_fraction_of_hour(std::string_view& text) {
    const std::size_t before = text.size();
    const auto digits = take_number(text);
    const std::size_t places = before - text.size();
    if (!digits || places > 4) return std::nullopt;
    std::uint32_t scale = 1;
    for (std::size_t i = 0; i < places; ++i) scale *= 10;
    if (*digits * 60 % scale != 0) return std::nullopt;
    return *digits * 60 / scale;
}

// Behind "1:": "30" or "30:00".
std::optional<std::uint32_t> take_clock_minutes(std::string_view& text) {
    const auto minutes = take_number(text);
    if (!minutes || *minutes > 59) return std::nullopt;
    if (take_any(text, {":", "："}) && take_number(text) != 0u) return std::nullopt;
    return minutes;
}

// Behind "1小时": nothing, "30分" or "30分钟".
std::optional<std::uint32_t> take_spelled_minutes(std::string_view& text) {
    if (trim_cell(text).empty()) return 0;
    const auto minutes = take_number(text);
    if (!minutes || *minutes > 59 || !take_any(text, {"分钟", "分"})) return std::nullopt;
    return minutes;
}

}  // namespace

std::string_view trim_cell(std::string_view cell) {
    const auto shrink = [&cell](auto fits, auto cut) {
        return std::any_of(std::begin(blanks), std::end(blanks), [&](std::string_view blank) {
            if (!fits(blank)) return false;
            cut(blank.size());
            return true;
        });
    };
    while (shrink([&](auto b) { return cell.starts_with(b); }, [&](auto n) { cell.remove_prefix(n); })) {
    }
    while (shrink([&](auto b) { return cell.ends_with(b); }, [&](auto n) { cell.remove_suffix(n); })) {
    }
    return cell;
}

std::string close_up_name(std::string_view name) {
    constexpr char32_t first_east_asian = 0x2E80;
    std::u32string closed;
    for (const char32_t point : code_points(name)) {
        const bool blank = point == U' ' || point == U'\u3000' || point == U'\u00A0';
        if (!blank && point < first_east_asian) return std::string(name);
        if (!blank) closed += point;
    }
    return to_utf8(closed);
}

std::vector<std::string> split_list(std::string_view cell) {
    constexpr std::u32string_view separators = U"、，；,;/|";
    std::vector<std::string> words;
    std::u32string word;
    const auto finish = [&] {
        const std::string spelled = to_utf8(word);
        if (const auto trimmed = trim_cell(spelled); !trimmed.empty()) words.emplace_back(trimmed);
        word.clear();
    };
    for (const char32_t point : code_points(cell)) {
        if (separators.find(point) == std::u32string_view::npos) {
            word += point;
        } else {
            finish();
        }
    }
    finish();
    return words;
}

std::optional<std::uint32_t> read_opening_minutes(std::string_view cell) {
    const auto first = take_number(cell);
    if (!first) return std::nullopt;
    const std::uint64_t as_hours = std::uint64_t{*first} * 60;
    std::optional<std::uint32_t> minutes;
    std::uint64_t total = 0;
    if (take(cell, ".")) {
        minutes = take_fraction_of_hour(cell);
        if (!take(cell, "小时")) return std::nullopt;
        total = as_hours;
    } else if (take_any(cell, {":", "："})) {
        minutes = take_clock_minutes(cell);
        total = as_hours;
    } else if (take_any(cell, {"小时", "时"})) {
        minutes = take_spelled_minutes(cell);
        total = as_hours;
    } else {
        take_any(cell, {"分钟", "分"});
        minutes = *first;
    }
    if (!minutes || !trim_cell(cell).empty()) return std::nullopt;
    return at_most(total + *minutes, opening_minutes_max);
}

std::optional<std::uint32_t> read_opening_count(std::string_view cell) {
    const auto count = take_number(cell);
    take(cell, "次");
    if (!count || !trim_cell(cell).empty()) return std::nullopt;
    return at_most(*count, opening_count_max);
}

std::optional<BatchNumber> read_batch(std::string_view cell) {
    take(cell, "第");
    const auto number = take_number(cell);
    take(cell, "批");
    constexpr std::uint32_t batch_max = 0xFFFF;
    if (!number || *number == 0 || *number > batch_max || !trim_cell(cell).empty()) return std::nullopt;
    return BatchNumber{static_cast<std::uint16_t>(*number)};
}

std::optional<std::string> read_phone(std::string_view cell) {
    constexpr std::size_t digits_min = 5;
    constexpr std::size_t digits_max = 15;
    take(cell, "+86");
    std::string digits;
    for (const char c : trim_cell(cell)) {
        if (c == ' ' || c == '-') continue;
        if (c < '0' || c > '9') return std::nullopt;
        digits += c;
    }
    if (digits.size() < digits_min || digits.size() > digits_max) return std::nullopt;
    return digits;
}

}  // namespace baodao
