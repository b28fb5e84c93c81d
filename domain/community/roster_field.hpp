// SPDX-License-Identifier: MIT
// What people type into one cell of a roster. An empty cell is the caller's matter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/ids.hpp"

namespace baodao {

inline constexpr std::uint32_t opening_count_max = 1000;
inline constexpr std::uint32_t opening_minutes_max = 366 * 24 * 60;  // no year has more

// trim() that also takes the ideographic and the no-break space.
[[nodiscard]] std::string_view trim_cell(std::string_view cell);
// A name of Chinese characters without the blanks that stretch it; any other name as it is.
[[nodiscard]] std::string close_up_name(std::string_view name);
[[nodiscard]] std::vector<std::string> split_list(std::string_view cell);

// nullopt for what these don't understand; the accepted spellings stand in roster.hpp.
[[nodiscard]] std::optional<std::uint32_t> read_opening_minutes(std::string_view cell);
[[nodiscard]] std::optional<std::uint32_t> read_opening_count(std::string_view cell);
[[nodiscard]] std::optional<BatchNumber> read_batch(std::string_view cell);
// The digits alone, 5 to 15 of them, without a leading +86.
[[nodiscard]] std::optional<std::string> read_phone(std::string_view cell);

}  // namespace baodao
