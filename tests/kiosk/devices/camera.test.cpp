// SPDX-License-Identifier: MIT
#include "kiosk/devices/camera.hpp"

#include <catch2/catch.hpp>
#include <deque>

namespace baodao {
namespace {

using std::chrono::milliseconds;

// What the fake camera does next: a frame of this grey, silence, or a failure.
struct Shot {
    enum class Kind { frame, silence, failure } kind = Kind::frame;
    std::uint8_t grey = 0;
};

// A camera port into which the test plugs a camera and out of which it pulls it.
struct Port {
    ManualClock clock{{{0}, {1'000}, {}}};
    bool plugged = true;
    bool moving = true;
    std::deque<Shot> shots;
    int openings = 0;
    std::uint8_t grey = 0;

    class Plugged final : public FrameSource {
      public:
        explicit Plugged(Port& port) : port_(port) {}
        Result<std::optional<GreyImage>> next(milliseconds /*patience*/) override {
            if (!port_.plugged) return Error{ErrorKind::io, "No such device.", ""};
            if (port_.shots.empty()) return std::optional<GreyImage>(GreyImage(32, 32, ++port_.grey));
            const Shot shot = port_.shots.front();
            port_.shots.pop_front();
            if (shot.kind == Shot::Kind::failure) return Error{ErrorKind::io, "Broken.", ""};
            if (shot.kind == Shot::Kind::silence) return std::optional<GreyImage>();
            return std::optional<GreyImage>(GreyImage(32, 32, shot.grey));
        }
        [[nodiscard]] bool moves() const override { return port_.moving; }

      private:
        Port& port_;
    };

    Camera camera() {
        return Camera(
            [this]() -> Result<std::unique_ptr<FrameSource>> {
                ++openings;
                if (!plugged) return Error{ErrorKind::not_found, "No camera is connected.", ""};
                return std::unique_ptr<FrameSource>(std::make_unique<Plugged>(*this));
            },
            clock);
    }
    std::optional<CameraFrame> step(Camera& camera, std::int64_t ms) {
        clock.advance(ms);
        return camera.next(milliseconds{0});
    }
    void keep(Shot shot, int times) { shots.insert(shots.end(), static_cast<std::size_t>(times), shot); }
};

TEST_CASE("frames are numbered and make the camera live") {
    Port port;
    Camera camera = port.camera();
    CHECK(camera.health() == CameraHealth::starting);
    CHECK(port.step(camera, 33)->number == 1);
    CHECK(port.step(camera, 33)->number == 2);
    CHECK(camera.health() == CameraHealth::live);
    CHECK(camera.trouble().empty());
}

TEST_CASE("without a camera from the start the health is absent, in words") {
    Port port;
    port.plugged = false;
    Camera camera = port.camera();
    CHECK_FALSE(port.step(camera, 33).has_value());
    CHECK(camera.health() == CameraHealth::absent);
    CHECK_FALSE(camera.trouble().empty());
}

TEST_CASE("fault_035_a_camera_pulled_out_is_noticed_and_found_again_within_five_seconds") {
    Port port;
    Camera camera = port.camera();
    REQUIRE(port.step(camera, 33));
    port.plugged = false;
    CHECK_FALSE(port.step(camera, 33).has_value());
    CHECK(camera.health() == CameraHealth::lost);
    for (int i = 0; i < 100; ++i) (void)port.step(camera, 200);
    CHECK(camera.health() == CameraHealth::lost);
    port.plugged = true;
    bool back = false;
    for (int ms = 0; ms < 5'000 && !back; ms += 200) back = port.step(camera, 200).has_value();
    CHECK(back);
    CHECK(camera.health() == CameraHealth::live);
}

TEST_CASE("a lost camera is not asked for more than once a second") {
    Port port;
    port.plugged = false;
    Camera camera = port.camera();
    for (int i = 0; i < 100; ++i) (void)port.step(camera, 100);
    CHECK(port.openings <= 11);
    CHECK(port.openings >= 9);
}

TEST_CASE("fault_035_a_camera_that_repeats_one_picture_is_frozen_until_the_picture_moves") {
    Port port;
    Camera camera = port.camera();
    REQUIRE(port.step(camera, 33));
    port.keep({Shot::Kind::frame, 7}, 200);
    for (int i = 0; i < 60; ++i) (void)port.step(camera, 100);
    CHECK(camera.health() == CameraHealth::frozen);
    for (int i = 0; i < 20; ++i) CHECK_FALSE(port.step(camera, 100).has_value());
    CHECK(camera.health() == CameraHealth::frozen);
    port.shots.clear();
    bool back = false;
    for (int i = 0; i < 20 && !back; ++i) back = port.step(camera, 100).has_value();
    CHECK(back);
    CHECK(camera.health() == CameraHealth::live);
}

TEST_CASE("a picture that is meant to stand still never counts as frozen") {
    Port port;
    port.moving = false;
    Camera camera = port.camera();
    port.keep({Shot::Kind::frame, 7}, 200);
    for (int i = 0; i < 150; ++i) CHECK(port.step(camera, 100).has_value());
    CHECK(camera.health() == CameraHealth::live);
}

TEST_CASE("fault_035_a_camera_of_one_frame_a_second_is_well") {
    Port port;
    Camera camera = port.camera();
    int frames = 0;
    for (int second = 0; second < 30; ++second) {
        port.keep({Shot::Kind::silence}, 9);
        port.keep({Shot::Kind::frame, static_cast<std::uint8_t>(second)}, 1);
        for (int i = 0; i < 10; ++i) {
            frames += port.step(camera, 100).has_value() ? 1 : 0;
            CHECK(camera.health() != CameraHealth::lost);
        }
    }
    CHECK(frames == 30);
    CHECK(port.openings == 1);
}

TEST_CASE("a camera that falls silent counts as lost and is opened anew") {
    Port port;
    Camera camera = port.camera();
    REQUIRE(port.step(camera, 33));
    port.keep({Shot::Kind::silence}, 100);
    for (int i = 0; i < 40; ++i) (void)port.step(camera, 100);
    CHECK(camera.health() == CameraHealth::lost);
    port.shots.clear();
    for (int i = 0; i < 15; ++i) (void)port.step(camera, 100);
    CHECK(camera.health() == CameraHealth::live);
    CHECK(port.openings == 2);
}

TEST_CASE("a source that fails in the middle is opened anew and the numbers go on") {
    Port port;
    Camera camera = port.camera();
    REQUIRE(port.step(camera, 33));
    port.keep({Shot::Kind::failure}, 1);
    CHECK_FALSE(port.step(camera, 33).has_value());
    CHECK(camera.health() == CameraHealth::lost);
    const auto frame = port.step(camera, 1'100);
    REQUIRE(frame);
    CHECK(frame->number == 2);
}

}  // namespace
}  // namespace baodao
