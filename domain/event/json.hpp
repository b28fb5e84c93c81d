// SPDX-License-Identifier: MIT
// Strict reading of JSON that somebody else wrote.
#pragma once

#include <nlohmann/json.hpp>
#include <string_view>

#include "domain/base/result.hpp"

namespace baodao {

using Json = nlohmann::json;

inline constexpr int json_depth_max = 16;

// One JSON value and nothing after it. Refused: invalid UTF-8, duplicate keys (the library would
// keep the last in silence), nesting deeper than json_depth_max.
[[nodiscard]] Result<Json> parse_json(std::string_view text);

// The member's value, or nullopt when absent or of another type. Whole numbers must fit.
[[nodiscard]] std::optional<std::string> text_at(const Json& object, const char* key);
[[nodiscard]] std::optional<std::int64_t> integer_at(const Json& object, const char* key);
[[nodiscard]] bool flag_at(const Json& object, const char* key);

// Compact, keys sorted, UTF-8 as it is. Text inside must be valid UTF-8 (checked on the way in).
[[nodiscard]] std::string to_compact(const Json& value);

}  // namespace baodao
