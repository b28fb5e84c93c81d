// SPDX-License-Identifier: MIT
// Every string of the screens, in both languages, by key. The table is made at
// build time from assets/text/zh-CN.toml and en.toml.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "kiosk/base/text_keys.hpp"

namespace baodao {

enum class Language { chinese, english };

// Never empty; lives as long as the program.
[[nodiscard]] std::string_view text_of(Language language, Text key);

// text_of with {0}, {1} … replaced. A placeholder without a value is left as it stands.
[[nodiscard]] std::string format_text(Language language, Text key,
                                      std::initializer_list<std::string_view> values);

}  // namespace baodao
