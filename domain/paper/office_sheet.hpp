// SPDX-License-Identifier: MIT
// A sheet of the window's own office: title, sections of lines, at most one code, a place to sign. Test page,
// closing sheet of a day, settings and lists of what waits are all this one paper.
#pragma once

#include <string>
#include <vector>

#include "domain/base/time.hpp"
#include "domain/paper/contact.hpp"
#include "domain/paper/page.hpp"

namespace baodao {

struct SheetLine {
    std::string label;
    std::string value;
    std::string note;  // small, below; may be empty
};

struct SheetSection {
    std::string title;
    std::vector<SheetLine> lines;
};

struct OfficeSheet {
    std::string title;      // 日结单
    std::string subtitle;   // 2026年11月22日 星期日
    std::string community;  // 云溪镇枫林社区
    std::vector<SheetSection> sections;
    std::string qr_text;                // empty: no code
    std::vector<std::string> qr_lines;  // beside the code
    bool signed_by_hand = false;        // 经办人, 盖章
    PaperContact window;
    std::string terminal;
    UtcMillis printed_at;
    UtcOffset offset;
};

// As many pages as the lines need; the code stands on the first. bad_input when no code holds its text.
[[nodiscard]] Result<std::vector<Page>> lay_out_office_sheet(const OfficeSheet& sheet);

}  // namespace baodao
