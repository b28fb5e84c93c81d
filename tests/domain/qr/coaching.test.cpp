// SPDX-License-Identifier: MIT
#include "domain/qr/coaching.hpp"

#include <catch2/catch.hpp>

#include "tests/domain/qr/drawn.hpp"

namespace baodao {
namespace {

constexpr int place = 200;  // of the code's box in the scene
constexpr int size = 260;

GridSight sight(double module_px, double contrast = 60) {
    const double end = place + size;
    return {module_px, contrast, {{{place, place}, {end, place}, {end, end}, {place, end}}}};
}

GreyImage scene_with_code() {
    GreyImage scene(1280, 720, 190);
    test::lay(scene, test::drawn(test::slip_text, 5), place, place);
    return scene;
}

TEST_CASE("a dark room is named before anything else") {
    CHECK(coach(GreyImage(640, 480, 30), sight(1.5)) == ScanCoaching::dark);
}

TEST_CASE("with nothing like a code in view there is nothing to say") {
    CHECK(coach(scene_with_code(), GridSight{}) == ScanCoaching::ok);
    CHECK(coach(scene_with_code(), sight(4, 3)) == ScanCoaching::ok);
}

TEST_CASE("too few pixels a module ask to come nearer, enough of them to hold still") {
    CHECK(coach(scene_with_code(), sight(1.8)) == ScanCoaching::too_far);
    CHECK(coach(scene_with_code(), sight(3.5)) == ScanCoaching::blurred);
}

TEST_CASE("a reflection on the code asks for another angle") {
    GreyImage scene = scene_with_code();
    test::lay(scene, GreyImage(70, 70, 250), place + 90, place + 90);
    CHECK(coach(scene, sight(1.8)) == ScanCoaching::glare);
}

TEST_CASE("a sight whose corners are nonsense is survived") {
    GridSight wild = sight(3);
    wild.corners[1] = {1e30, -1e30};
    wild.corners[2] = {-5, 9'000};
    (void)coach(scene_with_code(), wild);
}

}  // namespace
}  // namespace baodao
