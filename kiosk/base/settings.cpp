// SPDX-License-Identifier: MIT
#include "kiosk/base/settings.hpp"

#include <toml++/toml.h>

#include <optional>

namespace baodao {
namespace {

Error wrong(const toml::node& node, std::string_view key, std::string_view what) {
    return {ErrorKind::bad_input, std::string(key) + " " + std::string(what),
            "line " + std::to_string(node.source().begin.line)};
}

// Reads one value into its place; an error when the type is another one.
template <class Value>
std::optional<Error> take(const toml::node& node, std::string_view key, Value& place) {
    if constexpr (std::is_same_v<Value, int>) {
        const auto value = node.value_exact<std::int64_t>();
        if (!value || *value < 1 || *value > 16384) return wrong(node, key, "is not a size in pixels");
        place = static_cast<int>(*value);
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
    return wrong(node, key, "is not a setting");
}

}  // namespace

Result<KioskSettings> read_settings(std::string_view toml_text) {
    try {
        const toml::table table = toml::parse(toml_text);
        KioskSettings settings;
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
