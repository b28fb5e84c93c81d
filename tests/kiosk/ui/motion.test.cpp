// SPDX-License-Identifier: MIT
#include "kiosk/ui/motion.hpp"

#include <catch2/catch.hpp>

using namespace baodao;

namespace {

MonoMillis at(std::int64_t ms) {
    return MonoMillis{ms};
}

}  // namespace

TEST_CASE("the first screen is simply there") {
    Motion motion;
    CHECK_FALSE(motion.phase("home", at(5'000), false).moving());
    CHECK_FALSE(motion.next().has_value());
}

TEST_CASE("another screen fades in, its bar fills, and then nothing is due") {
    Motion motion;
    motion.phase("home", at(5'000), false);
    const MotionPhase begun = motion.phase("sign_out", at(9'000), false);
    CHECK(begun.faded > 0);
    CHECK(begun.faded < 1);
    CHECK(begun.entered < begun.faded);
    CHECK(begun.filled < begun.entered);
    REQUIRE(motion.next() == at(9'000 + motion_step_ms));

    const MotionPhase faded = motion.phase("sign_out", at(9'000 + fade_ms), false);
    CHECK(faded.faded == 1);
    CHECK(faded.filled < 1);
    CHECK(faded.filled > begun.filled);

    CHECK_FALSE(motion.phase("sign_out", at(9'000 + fill_ms), false).moving());
    CHECK_FALSE(motion.next().has_value());
}

TEST_CASE("the same screen drawn again does not start over") {
    Motion motion;
    motion.phase("home", at(0), false);
    motion.phase("record", at(1'000), false);
    motion.phase("record", at(2'000), false);
    CHECK_FALSE(motion.phase("record", at(60'000), false).moving());
}

TEST_CASE("a third screen in mid-fade starts a fade of its own") {
    Motion motion;
    motion.phase("home", at(0), false);
    motion.phase("guide", at(1'000), false);
    const float begun = motion.phase("sign_in", at(1'050), false).faded;
    CHECK(begun < 0.5f);
}

TEST_CASE("with reduced motion every screen is there at once, also when it is switched on in mid-fade") {
    Motion motion;
    motion.phase("home", at(0), true);
    CHECK_FALSE(motion.phase("sign_in", at(1'000), true).moving());
    motion.phase("home", at(2'000), false);
    CHECK_FALSE(motion.phase("home", at(2'020), true).moving());
    CHECK_FALSE(motion.next().has_value());
}
