// SPDX-License-Identifier: MIT
// Papers as PDF files on a USB stick, for a window without a printer (存到 U 盘).
#pragma once

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/app/courier_news.hpp"
#include "kiosk/app/printer_view.hpp"

namespace baodao {

// Where the desktop or udev puts sticks: a folder below one of the roots, or two folders below
// (/run/media/USER/LABEL).
struct StickPlaces {
    std::vector<std::filesystem::path> roots{"/media", "/run/media"};
    // A folder that is no mount point is a stick that was pulled out. Tests, which cannot mount, say false.
    bool mounts_only = true;
};

struct UsbStick {
    std::filesystem::path path;
    std::string label;
};

// By their paths. Sticks that cannot be written are among them: saving says so.
[[nodiscard]] std::vector<UsbStick> find_sticks(const StickPlaces& places);

// Writes 报到/NAME.pdf whole or not at all, reads it back, and never over a file that is there. The path, or
// what is wrong with the stick in a word of PrintTrouble: stick_absent, stick_full, stick_read_only,
// stick_gone.
[[nodiscard]] std::variant<std::filesystem::path, PrintTrouble> save_to_stick(const StickPlaces& places,
                                                                              const std::string& name,
                                                                              const std::string& pdf);

// The courier's file from here onto the stick, over an older one of its name, read back; or headquarters'
// from the stick to here. Whole or not at all. carried, brought, or what is wrong: absent, full, read_only,
// gone, none_there, others, failed.
[[nodiscard]] CourierWord carry(const StickPlaces& places, const StickOrder& order);

// A title as a file's name on any file system: 回执单-枫林A-0195-第1份.
[[nodiscard]] std::string file_name(std::string title);
// `folder`/NAME.pdf, or with a number when that is taken.
[[nodiscard]] std::filesystem::path free_path(const std::filesystem::path& folder, const std::string& name);

}  // namespace baodao
