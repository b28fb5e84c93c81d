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

TEST_CASE("what a cadre chose is written as settings, and stands over those of the machine") {
    WindowChoices choices;
    choices.language = Language::english;
    choices.large_text = true;
    choices.reduced_motion = true;
    choices.volume = 0;
    choices.quiet_from = {22 * 60 + 30};
    choices.quiet_to = {7 * 60 + 5};
    KioskSettings machine;
    machine.camera = "/dev/video2";
    machine.sound.device = "plughw:1";
    const auto both = read_settings(to_toml(choices), machine);
    REQUIRE(both.ok());
    CHECK(choices_of(*both) == choices);
    CHECK(both->camera == "/dev/video2");
    CHECK(both->sound.device == "plughw:1");
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
