// SPDX-License-Identifier: MIT
// 设置, on the staff side: how this machine is set up, and what the cadre may change on the glass. What she
// changes stands over the settings file, here and after every restart.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "kiosk/app/home_view.hpp"
#include "kiosk/app/printer_view.hpp"
#include "kiosk/base/settings.hpp"

namespace baodao {

// What is told and cannot be changed here.
struct MachineFacts {
    std::string community;  // 云溪镇枫林社区
    std::string window;     // 枫林A
    std::string version;
    std::int64_t records = 0;
    std::int64_t unreported = 0;
    std::optional<std::int64_t> free_mb;  // nothing: it could not be asked
};

struct SettingsPage {
    static constexpr std::string_view token = "staff_settings";
    std::optional<MachineFacts> facts;  // nothing: the desk has not answered yet
};

inline constexpr int volume_step = 10;
inline constexpr int quiet_step_minutes = 30;

// ---- touches
struct LanguageChosen {
    Language language;
};
struct LargeTextChosen {
    bool large = false;
};
struct MotionChosen {
    bool reduced = false;
};
struct VolumeMoved {
    int by = 0;
};
struct QuietFromMoved {
    int minutes = 0;
};
struct QuietToMoved {
    int minutes = 0;
};
struct SettingsPrinted {
    bool to_stick = false;
};
using SettingsTouch = std::variant<LanguageChosen, LargeTextChosen, MotionChosen, VolumeMoved, QuietFromMoved,
                                   QuietToMoved, SettingsPrinted>;

// ---- to the desk
struct AskSettings {};
// Written at once; answered by StaffFailed when it could not be.
struct SaveChoices {
    WindowChoices choices;
};
struct PrintSettings {
    WindowChoices choices;
    PrinterView printer;
    CameraState camera = CameraState::starting;
    bool to_stick = false;
};

// ---- from the desk
struct SettingsAnswered {
    MachineFacts facts;
};

}  // namespace baodao
