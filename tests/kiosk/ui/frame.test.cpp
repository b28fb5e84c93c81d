// SPDX-License-Identifier: MIT
#include "kiosk/ui/frame.hpp"

#include <catch2/catch.hpp>

using namespace baodao;

namespace {

Frame frame_with_two_buttons() {
    Frame frame;
    frame.screen = "home";
    frame.targets.push_back({"left", {0, 0, 100, 100}, CommandTouched{Command::back}});
    frame.targets.push_back({"right", {100, 0, 100, 100}, CommandTouched{Command::done}});
    return frame;
}

bool is_command(const std::optional<Intent>& intent, Command command) {
    const auto* touched = intent ? std::get_if<CommandTouched>(&*intent) : nullptr;
    return touched != nullptr && touched->command == command;
}

}  // namespace

TEST_CASE("a touch that goes down and up on one target does what the target says") {
    TouchTracker touch;
    const Frame frame = frame_with_two_buttons();
    touch.down(frame, {150, 50}, {});
    CHECK(touch.pressed(frame) == "right");
    CHECK(is_command(touch.up(frame, {160, 60}, {}), Command::done));
    CHECK(touch.pressed(frame).empty());
}

TEST_CASE(
    "fault_044 a finger that slides off, or to another target, does nothing but show that somebody is "
    "there") {
    TouchTracker touch;
    const Frame frame = frame_with_two_buttons();
    for (const Point up : {Point{150, 50}, Point{50, 300}, Point{-5, -5}}) {
        touch.down(frame, {50, 50}, {});
        touch.move(up);
        CHECK(touch.pressed(frame).empty());
        const auto intent = touch.up(frame, up, {});
        REQUIRE(intent.has_value());
        CHECK(std::holds_alternative<ScreenTouched>(*intent));
    }
}

TEST_CASE("fault_044 a target of another screen is not touched by a finger that went down before") {
    TouchTracker touch;
    const Frame home = frame_with_two_buttons();
    Frame other = frame_with_two_buttons();
    other.screen = "sign_in";
    touch.down(home, {150, 50}, {});
    const auto intent = touch.up(other, {150, 50}, {});
    REQUIRE(intent.has_value());
    CHECK(std::holds_alternative<ScreenTouched>(*intent));
}

TEST_CASE("the second half of a double tap does not press what has just appeared under it") {
    TouchTracker touch;
    const Frame home = frame_with_two_buttons();
    Frame next = frame_with_two_buttons();
    next.screen = "staff_pin";
    touch.down(home, {50, 50}, {1'000});
    CHECK(is_command(touch.up(home, {50, 50}, {1'080}), Command::back));
    touch.down(next, {50, 50}, {1'080 + double_tap_ms - 1});
    CHECK(std::holds_alternative<ScreenTouched>(*touch.up(next, {50, 50}, {1'400})));
    touch.down(next, {50, 50}, {1'500});  // on the same screen one may be as quick as one likes
    CHECK(is_command(touch.up(next, {50, 50}, {1'550}), Command::back));
    touch.down(next, {150, 50}, {1'600});
    CHECK(is_command(touch.up(next, {150, 50}, {1'650}), Command::done));
}

TEST_CASE("what was drawn last lies on top") {
    TouchTracker touch;
    Frame frame = frame_with_two_buttons();
    frame.targets.push_back({"banner", {0, 0, 300, 60}, CommandTouched{Command::wait_for_me}});
    touch.down(frame, {50, 50}, {});
    CHECK(is_command(touch.up(frame, {50, 50}, {}), Command::wait_for_me));
}

TEST_CASE("the description is one JSON object with every label escaped") {
    Frame frame = frame_with_two_buttons();
    frame.size = {1920, 1080};
    frame.items.push_back({"“报到” \"a\\b\"\n", "text", "", {1.4f, 2.6f, 30, 40}});
    frame.items.push_back({"返回", "button", "pressed", {0, 0, 10, 10}});
    CHECK(describe(frame, "zh-CN") ==
          "{\"screen\":\"home\",\"width\":1920,\"height\":1080,\"language\":\"zh-CN\",\"items\":["
          "{\"role\":\"text\",\"label\":\"“报到” "
          "\\\"a\\\\b\\\"\\u000a\",\"state\":\"\",\"rect\":[1,3,30,40]},\n"
          "{\"role\":\"button\",\"label\":\"返回\",\"state\":\"pressed\",\"rect\":[0,0,10,10]}]}\n");
}
