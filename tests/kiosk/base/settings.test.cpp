// SPDX-License-Identifier: MIT
#include "kiosk/base/settings.hpp"

#include <catch2/catch.hpp>

using namespace baodao;

TEST_CASE("settings that are not given keep their defaults") {
    const auto settings = read_settings("window_width = 1366\nlanguage = \"en\"\n");
    REQUIRE(settings.ok());
    CHECK(settings->window_width == 1366);
    CHECK(settings->language == Language::english);
    CHECK(settings->camera == KioskSettings{}.camera);
}

TEST_CASE("a wrong settings file is refused with its line") {
    for (const char* text : {"window_width = -1", "window_width = \"wide\"", "colour = 3",
                             "language = \"fr\"", "fullscreen = 1", "camera = "}) {
        CAPTURE(text);
        const auto settings = read_settings(std::string("\n") + text);
        REQUIRE_FALSE(settings.ok());
        CHECK(settings.error().kind == ErrorKind::bad_input);
        CHECK(settings.error().context.find("line 2") != std::string::npos);
    }
}
