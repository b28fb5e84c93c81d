// SPDX-License-Identifier: MIT
// Draws what a camera would see of a slip, or of a phone that shows one, on a
// cluttered desk. Everything follows from the seed.
#pragma once

#include <cstdint>
#include <string>

#include "domain/base/random.hpp"
#include "domain/qr/grey_image.hpp"

namespace baodao::test {

// Four degrees of misfortune; what each may contain stands in draw_settings().
enum class Mix { easy, medium, hard, phone };

inline constexpr int frame_width = 1280;
inline constexpr int frame_height = 720;

// One picture's conditions. Lengths on paper are in modules of the code, in the picture in
// pixels, brightness in grey levels, angles in degrees.
struct SceneSettings {
    PixelPoint centre{640, 360};  // of the code
    double module_px = 4;         // before tilt
    double tilt = 0;              // away from the camera …
    double tilt_axis = 0;         // … around this direction
    double roll = 0;              // in the picture's plane
    double blur = 0;              // sigma of the lens
    double noise = 0;             // sigma of the sensor
    double white = 200;
    double black = 40;
    double wave = 0;  // how far the paper's waves shift a module
    double wave_length = 40;
    double wave_phase = 0;
    double motion = 0;  // length of the smear
    double motion_direction = 0;
    double shadow = 0;  // share of the light taken away on one side of an edge
    double shadow_direction = 0;
    double shadow_offset = 0;
    double shadow_softness = 8;
    double glare = 0;  // radius of the spot, in widths of the code
    double glare_strength = 0;
    PixelPoint glare_at{};  // from the code's centre, in modules
    double crease = 0;      // the paper beyond the fold leans away by this angle
    double crease_direction = 0;
    double crease_offset = 0;
    double thumb = 0;  // share of the code's area that is covered
    double thumb_around = 0;
    bool jpeg = false;  // quality 80
};

// What a phone's screen adds. Only for Mix::phone.
struct ScreenSettings {
    double pixel_pitch = 0.25;  // modules
    double grid_depth = 0;      // darkness of the lines between pixels, 0 to 1
    double moire = 0;           // depth of the slow beat, 0 to 1
    double moire_length = 15;
    bool dark_mode = false;   // black around the code's own white square
    bool screenshot = false;  // a border around the code, as a picture viewer draws
    bool cracked = false;
    double crack_direction = 0;
    double crack_offset = 0;
    double crack_width = 0.4;
};

// "BD1" and 163 random characters of the slip's alphabet: as long as a slip with a short name.
[[nodiscard]] std::string slip_like_text(Random& random);

[[nodiscard]] SceneSettings draw_settings(Mix mix, Random& random);
[[nodiscard]] ScreenSettings draw_screen(Random& random);

// A desk, a slip (or a phone) and the settings under which they are seen.
class SlipScene {
  public:
    SlipScene(Mix mix, std::uint64_t seed);

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const SceneSettings& settings() const { return settings_; }
    // One frame under these settings; `shot` seeds the sensor's noise.
    [[nodiscard]] GreyImage frame(const SceneSettings& settings, std::uint64_t shot) const;
    [[nodiscard]] GreyImage frame() const { return frame(settings_, 0); }
    // The desk alone, with the same light and lens.
    [[nodiscard]] GreyImage empty_frame(std::uint64_t shot) const;
    // Frame `index` of a session: the slip slides in during the first eight frames and is then held
    // by a hand that is never quite still.
    [[nodiscard]] GreyImage session_frame(int index) const;

  private:
    Mix mix_;
    std::uint64_t seed_;
    std::string text_;
    SceneSettings settings_;
    ScreenSettings screen_;
    GreyImage card_;  // the slip or the phone, drawn flat
    GreyImage desk_;
};

}  // namespace baodao::test
