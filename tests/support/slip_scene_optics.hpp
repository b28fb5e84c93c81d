// SPDX-License-Identifier: MIT
// What lens, hand, sensor and compression do to the light.
#pragma once

#include <cstdint>
#include <vector>

#include "domain/qr/grey_image.hpp"

namespace baodao::test {

// Light before the sensor, in grey levels, rows without gaps.
struct LightField {
    int width = 0;
    int height = 0;
    std::vector<float> levels;

    [[nodiscard]] float* row(int y) {
        return levels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
    [[nodiscard]] const float* row(int y) const {
        return levels.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
};

// The Gaussian of the lens.
void blur(LightField& light, double sigma_px);
// A straight smear, as long as the slip moved while the shutter was open.
void smear(LightField& light, double length_px, double direction_deg);
// Gaussian noise, then whole grey levels.
[[nodiscard]] GreyImage expose(const LightField& light, double noise_sigma, std::uint64_t seed);
// Loses what JPEG at quality 80 loses: the luminance blocks are quantised and rebuilt.
void compress_jpeg80(GreyImage& image);

}  // namespace baodao::test
