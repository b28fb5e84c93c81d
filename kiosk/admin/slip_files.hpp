// SPDX-License-Identifier: MIT
// From a roster file to printed slips: the paper to cut up, and the texts as a table.
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/app/issuing.hpp"
#include "kiosk/app/opened_desk.hpp"

namespace baodao::admin {

struct SlipFiles {
    std::filesystem::path roster;
    std::filesystem::path pdf;    // 签到卡, eight to an A4 sheet
    std::filesystem::path texts;  // header and serial, name, text, parted by tabs
    std::optional<LocalDate> from;
    std::optional<LocalDate> to;
};

// Every fault of the roster is said with its row, and then nothing is issued. The people are on the log
// before either file is there; each code was decoded again from its rendered page.
[[nodiscard]] Result<std::size_t> write_slip_files(OpenedDesk& opened, const SlipFiles& files);

}  // namespace baodao::admin
