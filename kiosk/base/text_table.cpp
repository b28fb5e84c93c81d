// SPDX-License-Identifier: MIT
#include "kiosk/base/text_table.hpp"

#include <array>

namespace baodao {
namespace {

struct Row {
    std::string_view chinese;
    std::string_view english;
};

constexpr std::array<Row, text_count> rows{{
#include "kiosk/base/text_rows.inc"
}};

}  // namespace

std::string_view text_of(Language language, Text key) {
    const Row& row = rows[static_cast<std::size_t>(key)];
    return language == Language::chinese ? row.chinese : row.english;
}

std::string format_text(Language language, Text key, std::initializer_list<std::string_view> values) {
    const std::string_view pattern = text_of(language, key);
    std::string out;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        const bool placeholder = pattern[at] == '{' && at + 2 < pattern.size() && pattern[at + 2] == '}';
        const auto index = placeholder ? static_cast<std::size_t>(pattern[at + 1] - '0') : values.size();
        if (index < values.size()) {
            out += values.begin()[index];
            at += 2;
        } else {
            out += pattern[at];
        }
    }
    return out;
}

}  // namespace baodao
