// SPDX-License-Identifier: MIT
// The ranges of the four mixes.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "tests/support/slip_scene.hpp"

namespace baodao::test {
namespace {

double between(Random& random, double low, double high) {
    return low + (high - low) * random.unit();
}

bool happens(Random& random, double probability) {
    return random.unit() < probability;
}

constexpr double code_modules = 45;
constexpr double sometimes = 0.3;  // probability of each of medium's and phone's extras

void add_motion(SceneSettings& s, Random& random, double longest) {
    s.motion = between(random, 0, longest);
    s.motion_direction = between(random, 0, 180);
}

void add_shadow(SceneSettings& s, Random& random, double deepest) {
    s.shadow = between(random, 0, deepest);
    s.shadow_direction = between(random, 0, 360);
    s.shadow_offset = between(random, -0.4, 0.4) * code_modules;
    s.shadow_softness = between(random, 1, 15);
}

void add_glare(SceneSettings& s, Random& random, double widest) {
    s.glare = between(random, 0.05, widest);
    s.glare_strength = between(random, 100, 250);
    s.glare_at = {between(random, -0.5, 0.5) * code_modules, between(random, -0.5, 0.5) * code_modules};
}

void add_misfortune(SceneSettings& s, Random& random, std::uint64_t which) {
    switch (which) {
        case 0:
            s.wave = between(random, s.wave, 1.6);
            break;
        case 1:
            s.crease = between(random, 8, 28) * (happens(random, 0.5) ? 1 : -1);
            s.crease_direction = between(random, 0, 360);
            s.crease_offset = between(random, -0.35, 0.35) * code_modules;
            break;
        case 2:
            add_motion(s, random, 6);
            break;
        case 3:
            add_shadow(s, random, 0.75);
            break;
        case 4:
            add_glare(s, random, 0.3);
            break;
        default:
            s.thumb = between(random, 0.01, 0.05);
            s.thumb_around = between(random, 0, 4);
            break;
    }
}

struct Ranges {
    std::array<double, 2> module_px, tilt, blur, noise, white, black, wave;
};

Ranges ranges_of(Mix mix) {
    switch (mix) {
        case Mix::easy:
            return {{3.5, 6}, {0, 20}, {0.4, 1}, {2, 6}, {150, 230}, {20, 60}, {0, 0.5}};
        case Mix::medium:
            return {{2.5, 5}, {0, 30}, {0.5, 1.4}, {4, 12}, {110, 200}, {25, 60}, {0, 1}};
        case Mix::hard:
            return {{2.5, 4.5}, {5, 40}, {0.6, 1.5}, {4, 15}, {100, 190}, {30, 60}, {0.2, 0.8}};
        case Mix::phone:
            break;
    }
    return {{3, 6}, {0, 30}, {0.5, 1.2}, {2, 10}, {90, 250}, {5, 60}, {0, 0}};
}

}  // namespace

SceneSettings draw_settings(Mix mix, Random& random) {
    const Ranges ranges = ranges_of(mix);
    const auto draw = [&random](const std::array<double, 2>& range) {
        return between(random, range[0], range[1]);
    };
    SceneSettings s;
    s.module_px = draw(ranges.module_px);
    s.tilt = draw(ranges.tilt);
    s.module_px /= std::sqrt(std::cos(s.tilt * std::numbers::pi / 180));  // as seen, not as held
    s.tilt_axis = between(random, 0, 360);
    // Most hold the slip upright, some any way round.
    s.roll = happens(random, 0.8) ? between(random, -25, 25) : between(random, -180, 180);
    s.blur = draw(ranges.blur);
    s.noise = draw(ranges.noise);
    s.white = draw(ranges.white);
    s.black = draw(ranges.black);
    s.wave = draw(ranges.wave) / s.module_px;  // in pixels, as blur and motion are
    s.wave_length = between(random, 0.6, 1.8) * code_modules;
    s.wave_phase = between(random, 0, 360);
    const double margin = code_modules * s.module_px * 0.5 + 60;
    s.centre = {between(random, margin, frame_width - margin),
                between(random, margin, frame_height - margin)};

    if (mix == Mix::medium) {
        if (happens(random, sometimes)) add_motion(s, random, 4);
        if (happens(random, sometimes)) add_shadow(s, random, 0.5);
        if (happens(random, sometimes)) add_glare(s, random, 0.2);
        s.jpeg = happens(random, sometimes);
    } else if (mix == Mix::hard && happens(random, 0.6)) {
        const std::uint64_t first = random.below(6);
        add_misfortune(s, random, first);
        if (happens(random, 0.4)) add_misfortune(s, random, (first + 1 + random.below(5)) % 6);
    } else if (mix == Mix::phone) {
        if (happens(random, sometimes)) add_glare(s, random, 0.3);
        s.white = std::max(s.white, s.black + 60);
    }
    return s;
}

ScreenSettings draw_screen(Random& random) {
    ScreenSettings screen;
    screen.pixel_pitch = between(random, 0.12, 0.35);
    screen.grid_depth = between(random, 0, 0.35);
    screen.moire = happens(random, sometimes) ? between(random, 0, 0.2) : 0;
    screen.moire_length = between(random, 3, 25);
    screen.dark_mode = happens(random, sometimes);
    screen.screenshot = happens(random, sometimes);
    screen.cracked = happens(random, sometimes);
    screen.crack_direction = between(random, 0, 180);
    screen.crack_offset = between(random, -0.4, 0.4) * code_modules;
    screen.crack_width = between(random, 0.2, 0.8);
    return screen;
}

}  // namespace baodao::test
