// SPDX-License-Identifier: MIT
// The first sheet of an XLSX workbook as rows of text. The only owner of libzip and expat.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "domain/base/csv.hpp"
#include "domain/base/result.hpp"

namespace baodao {

inline constexpr std::size_t xlsx_unpacked_max = 64
                                                 << 20;  // of each part: a small file may unpack to terabytes
inline constexpr std::size_t xlsx_rows_max = 210'000;
inline constexpr std::size_t xlsx_columns_max = csv_fields_max;

// Rows by their own numbers, empty ones left out. Numbers stand as the file has them; a formula's cell holds
// its last value. bad_input, in Chinese for whoever made the file: no workbook, a password, damaged, or
// larger than the limits.
[[nodiscard]] Result<std::vector<CsvRecord>> read_xlsx(std::string_view file_bytes);

}  // namespace baodao
