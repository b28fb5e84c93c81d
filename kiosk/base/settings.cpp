// SPDX-License-Identifier: MIT
#include "kiosk/base/settings.hpp"

#include <toml++/toml.h>

#include <cstdio>
#include <optional>

namespace baodao {
namespace {

Error wrong(const toml::node& node, std::string_view key, std::string_view what) {
    return {ErrorKind::bad_input, std::string(key) + " " + std::string(what),
            "line " + std::to_string(node.source().begin.line)};
}

struct Bounds {
    std::int64_t least;
    std::int64_t most;
    std::string_view otherwise;
};

std::optional<Error> take_number(const toml::node& node, std::string_view key, const Bounds& bounds,
                                 int& place) {
    const auto value = node.value_exact<std::int64_t>();
    if (!value || *value < bounds.least || *value > bounds.most) return wrong(node, key, bounds.otherwise);
    place = static_cast<int>(*value);
    return std::nullopt;
}

std::optional<Error> take_volume(const toml::node& node, std::string_view key, int& place) {
    return take_number(node, key, {0, 100, "is not a volume from 0 to 100"}, place);
}

// "21:00-08:00"
std::optional<Error> take_hours(const toml::node& node, std::string_view key, SoundSettings& sound) {
    const auto words = node.value_exact<std::string>();
    int from_hour = 0, from_minute = 0, to_hour = 0, to_minute = 0, end = 0;
    const bool read = words &&
                      std::sscanf(words->c_str(), "%2d:%2d-%2d:%2d%n", &from_hour, &from_minute, &to_hour,
                                  &to_minute, &end) == 4 &&
                      static_cast<std::size_t>(end) == words->size();
    const auto is_time = [](int hour, int minute) {
        return hour >= 0 && hour < 24 && minute >= 0 && minute < 60;
    };
    if (!read || !is_time(from_hour, from_minute) || !is_time(to_hour, to_minute))
        return wrong(node, key, "is not a span of hours like \"21:00-08:00\"");
    sound.quiet_from = {from_hour * 60 + from_minute};
    sound.quiet_to = {to_hour * 60 + to_minute};
    return std::nullopt;
}

// Reads one value into its place; an error when the type is another one.
template <class Value>
std::optional<Error> take(const toml::node& node, std::string_view key, Value& place) {
    if constexpr (std::is_same_v<Value, int>) {
        return take_number(node, key, {1, 16'384, "is not a size in pixels"}, place);
    } else {
        const auto value = node.value_exact<Value>();
        if (!value) return wrong(node, key, "is of the wrong type");
        place = *value;
    }
    return std::nullopt;
}

std::optional<Error> take_language(const toml::node& node, Language& place) {
    const auto word = node.value_exact<std::string>();
    if (word != "zh-CN" && word != "en") return wrong(node, "language", "is neither \"zh-CN\" nor \"en\"");
    place = word == "en" ? Language::english : Language::chinese;
    return std::nullopt;
}

std::optional<Error> take_key(const toml::node& node, std::string_view key, KioskSettings& settings) {
    if (key == "data_folder") return take(node, key, settings.data_folder);
    if (key == "camera") return take(node, key, settings.camera);
    if (key == "printer") return take(node, key, settings.printer);
    if (key == "fullscreen") return take(node, key, settings.fullscreen);
    if (key == "window_width") return take(node, key, settings.window_width);
    if (key == "window_height") return take(node, key, settings.window_height);
    if (key == "language") return take_language(node, settings.language);
    if (key == "large_text") return take(node, key, settings.large_text);
    if (key == "reduced_motion") return take(node, key, settings.reduced_motion);
    if (key == "sound") return take(node, key, settings.sound.device);
    if (key == "volume") return take_volume(node, key, settings.sound.volume);
    if (key == "quiet_volume") return take_volume(node, key, settings.sound.quiet_volume);
    if (key == "quiet_hours") return take_hours(node, key, settings.sound);
    if (key == "voice_folder") return take(node, key, settings.sound.voice_folder);
    return wrong(node, key, "is not a setting");
}

}  // namespace

WindowChoices choices_of(const KioskSettings& settings) {
    return {settings.language,     settings.large_text,       settings.reduced_motion,
            settings.sound.volume, settings.sound.quiet_from, settings.sound.quiet_to};
}

std::string to_toml(const WindowChoices& choices) {
    const auto yes_no = [](bool yes) { return yes ? "true" : "false"; };
    const DayMinute from = choices.quiet_from;
    const DayMinute to = choices.quiet_to;
    char text[256];
    std::snprintf(text, sizeof text,
                  "language = \"%s\"\nlarge_text = %s\nreduced_motion = %s\nvolume = %d\n"
                  "quiet_hours = \"%02d:%02d-%02d:%02d\"\n",
                  choices.language == Language::english ? "en" : "zh-CN", yes_no(choices.large_text),
                  yes_no(choices.reduced_motion), choices.volume, from.minute / 60, from.minute % 60,
                  to.minute / 60, to.minute % 60);
    return text;
}

Result<KioskSettings> read_settings(std::string_view toml_text, KioskSettings settings) {
    try {
        const toml::table table = toml::parse(toml_text);
        for (const auto& [key, node] : table)
            if (auto error = take_key(node, key.str(), settings)) return *error;
        return settings;
    } catch (const toml::parse_error& error) {
        return Error{
            ErrorKind::bad_input, "the settings are not TOML",
            std::string(error.description()) + ", line " + std::to_string(error.source().begin.line)};
    }
}

}  // namespace baodao
