// SPDX-License-Identifier: MIT
// The ledger as a spreadsheet (工作台账, policy R29): CSV in UTF-8 with a byte-order mark, as office programs
// open it. No cell can be taken for a formula (fault 46).
#pragma once

#include <string>
#include <string_view>

#include "sync/hq/web/page.hpp"

namespace baodao::hq {

// Quoted; what a spreadsheet would compute gets an apostrophe before it.
[[nodiscard]] std::string csv_cell(std::string_view text);

// "a","b" and the end of the line.
[[nodiscard]] std::string csv_line(const std::vector<std::string>& cells);
inline const std::string csv_mark = "\xEF\xBB\xBF";  // office programs take the file for UTF-8 by it

struct LedgerFile {
    std::string bytes;
    std::int64_t people = 0;
};
// Everybody that the visitor may see, by community and number.
[[nodiscard]] Result<LedgerFile> ledger_file(const Asking& asking, std::int32_t year);

}  // namespace baodao::hq
