// SPDX-License-Identifier: MIT
// The kiosk's settings file (TOML): what differs from one machine to the next.
// What differs by community (contact, hours, rules) is in the log, not here.
#pragma once

#include <string>

#include "domain/base/result.hpp"
#include "kiosk/base/text_table.hpp"

namespace baodao {

// A time of day by the community's clock.
struct DayMinute {
    int minute = 0;  // after midnight, 0 to 1439
    friend bool operator==(const DayMinute&, const DayMinute&) = default;
};

struct SoundSettings {
    std::string device = "default";  // an ALSA name
    int volume = 80;                 // percent; 0: silent
    DayMinute quiet_from{21 * 60};   // may span midnight; the same as quiet_to: no quiet hours
    DayMinute quiet_to{8 * 60};
    int quiet_volume = 25;
    std::string voice_folder;  // recorded words, one WAV file an outcome; empty: tones alone
};

struct KioskSettings {
    std::string data_folder = "/var/lib/baodao";
    std::string camera = "auto";   // a GStreamer source, or auto
    std::string printer = "auto";  // auto, none, folder:PATH, ipp://…, or the name of a print queue
    bool fullscreen = true;
    int window_width = 1920;  // without fullscreen
    int window_height = 1080;
    Language language = Language::chinese;
    bool large_text = false;
    bool reduced_motion = false;  // screens change at once; large text implies it
    SoundSettings sound;
};

// What a cadre may change on the glass.
struct WindowChoices {
    Language language = Language::chinese;  // that the window opens in
    bool large_text = false;                // likewise
    bool reduced_motion = false;
    int volume = 80;
    DayMinute quiet_from;
    DayMinute quiet_to;
    friend bool operator==(const WindowChoices&, const WindowChoices&) = default;
};
[[nodiscard]] WindowChoices choices_of(const KioskSettings& settings);
// As a settings file of these keys.
[[nodiscard]] std::string to_toml(const WindowChoices& choices);

// An absent key keeps what stands in `over`. Unknown keys, wrong types and wrong values are refused with the
// line.
[[nodiscard]] Result<KioskSettings> read_settings(std::string_view toml_text, KioskSettings over = {});

}  // namespace baodao
