// SPDX-License-Identifier: MIT
#include "tests/support/slip_scene.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "tests/support/slip_scene_card.hpp"
#include "tests/support/slip_scene_optics.hpp"

namespace baodao::test {
namespace {

using Vec3 = std::array<double, 3>;
using Mat3 = std::array<Vec3, 3>;

constexpr double focal_px = 1'100;
constexpr double code_half = 22.5;
constexpr int oversample = 2;  // samples to a pixel, each way

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

Vec3 combine(const Vec3& a, double fa, const Vec3& b, double fb) {
    return {a[0] * fa + b[0] * fb, a[1] * fa + b[1] * fb, a[2] * fa + b[2] * fb};
}

Vec3 cross(const Vec3& a, const Vec3& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}

double dot(const Vec3& a, const Vec3& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

// Turns `v` by `angle` around the unit vector `axis`.
Vec3 turn(const Vec3& v, const Vec3& axis, double angle) {
    const Vec3 straight = combine(v, std::cos(angle), cross(axis, v), std::sin(angle));
    return combine(straight, 1, axis, dot(axis, v) * (1 - std::cos(angle)));
}

// A plane in space: points origin + u·right + v·down, in modules, with the camera at 0.
struct Plane {
    Vec3 origin, right, down;
};

// Where a ray through a pixel meets a plane, as (u, v); solved by Cramer's rule.
class PlaneView {
  public:
    explicit PlaneView(const Plane& plane) {
        const Vec3 normal = cross(plane.right, plane.down);
        const double distance = dot(normal, plane.origin);
        const auto row = [&](const Vec3& axis) {
            // u = axis·(t·ray − origin) with t = distance / (normal·ray)
            return combine(axis, distance, normal, -dot(axis, plane.origin));
        };
        rows_ = {row(plane.right), row(plane.down), normal};
    }
    [[nodiscard]] PixelPoint at(double x, double y) const {
        const Vec3 ray{(x - frame_width / 2.0) / focal_px, (y - frame_height / 2.0) / focal_px, 1};
        const double w = dot(rows_[2], ray);
        return {dot(rows_[0], ray) / w, dot(rows_[1], ray) / w};
    }

  private:
    Mat3 rows_{};
};

// The card, folded or not, as the camera sees it.
class Paper {
  public:
    explicit Paper(const SceneSettings& s)
        : settings_(s),
          fold_normal_{std::cos(radians(s.crease_direction)), std::sin(radians(s.crease_direction)), 0},
          near_(near_plane(s)),
          far_(far_plane(s)) {}

    // The place on the card that a pixel shows, in modules from the code's centre.
    [[nodiscard]] PixelPoint at(double x, double y) const {
        PixelPoint place = near_.at(x, y);
        if (settings_.crease != 0 && beyond_fold(place) > 0) place = far_.at(x, y);
        return place;
    }
    // How far the paper's waves carry what lies near `place`.
    [[nodiscard]] PixelPoint wave(PixelPoint place) const {
        if (settings_.wave == 0) return {};
        const double turns = 2 * std::numbers::pi / settings_.wave_length;
        const double phase = radians(settings_.wave_phase);
        return {settings_.wave * std::sin(place.y * turns + phase),
                settings_.wave * std::sin(place.x * turns * 0.8 + 2 * phase)};
    }

  private:
    [[nodiscard]] double beyond_fold(PixelPoint place) const {
        return place.x * fold_normal_[0] + place.y * fold_normal_[1] - settings_.crease_offset;
    }
    static Plane held(const SceneSettings& s) {
        const double distance = focal_px / s.module_px;
        const Vec3 axis{std::cos(radians(s.tilt_axis)), std::sin(radians(s.tilt_axis)), 0};
        const Vec3 forward{0, 0, 1};
        const Vec3 right = turn(turn({1, 0, 0}, forward, radians(s.roll)), axis, radians(s.tilt));
        const Vec3 down = turn(turn({0, 1, 0}, forward, radians(s.roll)), axis, radians(s.tilt));
        return {{(s.centre.x - frame_width / 2.0) / focal_px * distance,
                 (s.centre.y - frame_height / 2.0) / focal_px * distance, distance},
                right,
                down};
    }
    static PlaneView near_plane(const SceneSettings& s) { return PlaneView(held(s)); }
    // The part beyond the fold turns around the fold's line, so both agree along it.
    static PlaneView far_plane(const SceneSettings& s) {
        Plane plane = held(s);
        const double c = std::cos(radians(s.crease_direction));
        const double n = std::sin(radians(s.crease_direction));
        const Vec3 along = combine(plane.right, -n, plane.down, c);
        const Vec3 on_fold = combine(plane.right, c * s.crease_offset, plane.down, n * s.crease_offset);
        const Vec3 hinge = combine(plane.origin, 1, on_fold, 1);
        plane.right = turn(plane.right, along, radians(s.crease));
        plane.down = turn(plane.down, along, radians(s.crease));
        const Vec3 back = combine(plane.right, c * s.crease_offset, plane.down, n * s.crease_offset);
        plane.origin = combine(hinge, 1, back, -1);
        return PlaneView(plane);
    }

    SceneSettings settings_;
    Vec3 fold_normal_;
    PlaneView near_;
    PlaneView far_;
};

double card_albedo(const GreyImage& card, PixelPoint place) {
    const double x = std::clamp((place.x + card_half_width) * card_scale - 0.5, 0.0, card.width() - 1.001);
    const double y = std::clamp((place.y + card_half_height) * card_scale - 0.5, 0.0, card.height() - 1.001);
    const int ix = static_cast<int>(x);
    const int iy = static_cast<int>(y);
    const double fx = x - ix;
    const double fy = y - iy;
    return ((card.at(ix, iy) * (1 - fx) + card.at(ix + 1, iy) * fx) * (1 - fy) +
            (card.at(ix, iy + 1) * (1 - fx) + card.at(ix + 1, iy + 1) * fx) * fy) /
           255;
}

// A disc that reaches into the code from one of its sides; `around` runs once around in 0 to 4.
struct Thumb {
    PixelPoint centre;
    double radius = 9;

    Thumb(double covered, double around) {
        const int side = static_cast<int>(around) % 4;
        const double along = (around - std::floor(around) - 0.5) * 2 * code_half;
        const double area = covered * 45 * 45;
        // The covered part is close to a segment of the disc: area ≈ 2/3 · chord · depth.
        double depth = 0;
        while (depth < 2 * radius) {
            const double chord = 2 * std::sqrt(std::max(0.0, depth * (2 * radius - depth)));
            if (chord * depth * 2 / 3 >= area) break;
            depth += 0.1;
        }
        const double out = code_half + radius - depth;
        centre = side == 0   ? PixelPoint{along, -out}
                 : side == 1 ? PixelPoint{out, along}
                 : side == 2 ? PixelPoint{along, out}
                             : PixelPoint{-out, along};
    }
    [[nodiscard]] bool covers(PixelPoint place) const {
        return std::hypot(place.x - centre.x, place.y - centre.y) < radius;
    }
};

double screen_factor(const ScreenSettings& screen, PixelPoint place) {
    const auto line = [&screen](double along) {
        const double phase = along / screen.pixel_pitch - std::floor(along / screen.pixel_pitch);
        return phase < 0.25 ? 1 - screen.grid_depth : 1.0;
    };
    double factor = line(place.x) * line(place.y);
    factor *= 1 - screen.moire * (0.5 + 0.5 * std::sin((place.x + 0.7 * place.y) * 2 * std::numbers::pi /
                                                       screen.moire_length));
    if (screen.cracked) {
        const double c = std::cos(radians(screen.crack_direction));
        const double s = std::sin(radians(screen.crack_direction));
        const double zigzag = 1.5 * std::sin((c * place.y - s * place.x) * 0.3);
        if (std::abs(c * place.x + s * place.y - screen.crack_offset + zigzag) < screen.crack_width / 2)
            factor *= 0.3;
    }
    return factor;
}

double lit(const SceneSettings& s, PixelPoint place, double level) {
    if (s.shadow > 0) {
        const double across = place.x * std::cos(radians(s.shadow_direction)) +
                              place.y * std::sin(radians(s.shadow_direction)) - s.shadow_offset;
        level *= 1 - s.shadow / (1 + std::exp(-4 * across / s.shadow_softness));
    }
    if (s.glare > 0) {
        const double away =
            std::hypot(place.x - s.glare_at.x, place.y - s.glare_at.y) / (s.glare * 2 * code_half);
        level += s.glare_strength * std::exp(-away * away * away * away);
    }
    return level;
}

std::uint64_t mixed(std::uint64_t seed, std::uint64_t shot) {
    return SeededRandom(seed * 1'000'003 + shot).next_u64();
}

}  // namespace

std::string slip_like_text(Random& random) {
    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    std::string text = "BD1";
    for (int i = 0; i < 163; ++i) text += alphabet[random.below(alphabet.size())];
    return text;
}

SlipScene::SlipScene(Mix mix, std::uint64_t seed) : mix_(mix), seed_(seed) {
    SeededRandom random(seed * 4 + static_cast<std::uint64_t>(mix));
    text_ = slip_like_text(random);
    settings_ = draw_settings(mix, random);
    screen_ = draw_screen(random);
    card_ = mix == Mix::phone ? draw_phone_card(text_, screen_, random) : draw_slip_card(text_, random);
    desk_ = draw_desk(random);
}

GreyImage SlipScene::empty_frame(std::uint64_t shot) const {
    LightField light{frame_width, frame_height, {}};
    light.levels.reserve(desk_.pixels().size());
    for (const std::uint8_t albedo : desk_.pixels()) {
        light.levels.push_back(
            static_cast<float>(settings_.black + (settings_.white - settings_.black) * albedo / 255));
    }
    blur(light, settings_.blur);
    return expose(light, settings_.noise, mixed(seed_, shot));
}

GreyImage SlipScene::frame(const SceneSettings& s, std::uint64_t shot) const {
    const Paper paper(s);
    const Thumb thumb(s.thumb, s.thumb_around);
    const double range = s.white - s.black;
    const double reach = 1.3 * std::hypot(card_half_width, card_half_height) * s.module_px;
    LightField light{frame_width, frame_height, std::vector<float>(desk_.pixels().size())};
    const auto albedo_at = [&](double x, double y, PixelPoint wave, std::uint8_t desk) {
        const PixelPoint flat = paper.at(x, y);
        const PixelPoint place{flat.x + wave.x, flat.y + wave.y};
        const bool on_card = std::abs(place.x) < card_half_width && std::abs(place.y) < card_half_height;
        double albedo = on_card ? card_albedo(card_, place) : desk / 255.0;
        if (on_card && mix_ == Mix::phone) albedo *= screen_factor(screen_, place);
        if (s.thumb > 0 && thumb.covers(place)) albedo = 0.6;
        return albedo;
    };
    for (int y = 0; y < frame_height; ++y) {
        for (int x = 0; x < frame_width; ++x) {
            const PixelPoint middle = paper.at(x, y);
            double albedo = desk_.at(x, y) / 255.0;
            if (std::abs(x - s.centre.x) < reach && std::abs(y - s.centre.y) < reach) {
                const PixelPoint wave = paper.wave(middle);
                albedo = 0;
                for (int i = 0; i < oversample * oversample; ++i) {
                    albedo += albedo_at(x + (i % oversample + 0.5) / oversample - 0.5,
                                        y + (i / oversample + 0.5) / oversample - 0.5, wave, desk_.at(x, y));
                }
                albedo /= oversample * oversample;
            }
            light.row(y)[x] = static_cast<float>(lit(s, middle, s.black + range * albedo));
        }
    }
    blur(light, s.blur);
    smear(light, s.motion, s.motion_direction);
    GreyImage image = expose(light, s.noise, mixed(seed_, shot));
    if (s.jpeg) compress_jpeg80(image);
    return image;
}

GreyImage SlipScene::session_frame(int index) const {
    constexpr int sliding = 8;
    SceneSettings s = settings_;
    SeededRandom hand(mixed(seed_, static_cast<std::uint64_t>(index)));
    const auto tremble = [&hand](double amount) { return (hand.unit() * 2 - 1) * amount; };
    if (index < sliding) {
        const double left = static_cast<double>(sliding - index);
        const double side = s.centre.x < frame_width / 2.0 ? -1 : 1;
        s.centre.x += side * left * left * 12;
        s.motion = 3 * left;
        s.motion_direction = 0;
    }
    s.centre.x += tremble(3);
    s.centre.y += tremble(3);
    s.module_px *= 1 + tremble(0.02);
    s.tilt += tremble(1.5);
    s.roll += tremble(1.5);
    s.blur *= 1 + tremble(0.15);
    s.glare_at.x += tremble(2);
    s.glare_at.y += tremble(2);
    return frame(s, static_cast<std::uint64_t>(index) + 1);
}

}  // namespace baodao::test
