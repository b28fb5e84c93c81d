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

TEST_CASE("sound has its own settings") {
    const auto settings = read_settings("volume = 40\nquiet_hours = \"22:30-06:05\"\n");
    REQUIRE(settings.ok());
    CHECK(settings->sound.volume == 40);
    CHECK(settings->sound.quiet_from == DayMinute{22 * 60 + 30});
    CHECK(settings->sound.quiet_to == DayMinute{6 * 60 + 5});
}

TEST_CASE("a wrong settings file is refused with its line") {
    for (const char* text :
         {"window_width = -1", "window_width = \"wide\"", "colour = 3", "language = \"fr\"", "fullscreen = 1",
          "camera = ", "volume = 101", "quiet_hours = \"25:00-06:00\"", "quiet_hours = \"at night\""}) {
        CAPTURE(text);
        const auto settings = read_settings(std::string("\n") + text);
        REQUIRE_FALSE(settings.ok());
        CHECK(settings.error().kind == ErrorKind::bad_input);
        CHECK(settings.error().context.find("line 2") != std::string::npos);
    }
}
