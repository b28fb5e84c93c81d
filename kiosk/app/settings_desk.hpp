// SPDX-License-Identifier: MIT
// The desk's part of 设置: the facts, the file of what the cadre chose, the sheet.
#pragma once

#include <filesystem>
#include <vector>

#include "domain/paper/office_sheet.hpp"
#include "kiosk/app/opened_desk.hpp"
#include "kiosk/app/settings_page.hpp"

namespace baodao {

[[nodiscard]] MachineFacts machine_facts(OpenedDesk& opened, const std::filesystem::path& folder);

// What a cadre chose at this window, over the settings of the machine. What cannot be read is left out: a
// window opens with the machine's settings rather than not at all.
[[nodiscard]] KioskSettings with_choices(KioskSettings settings, const std::filesystem::path& folder);
// On the disk when this returns well.
[[nodiscard]] Status save_choices(const WindowChoices& choices, const std::filesystem::path& folder);

// What the printed sheet says (打印设置单).
[[nodiscard]] std::vector<SheetSection> settings_sections(const MachineFacts& facts,
                                                          const PrintSettings& asked);

}  // namespace baodao
