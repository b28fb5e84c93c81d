// SPDX-License-Identifier: MIT
#include "tests/support/slip_scene_optics.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <random>

namespace baodao::test {
namespace {

std::vector<float> gaussian_taps(double sigma) {
    const int radius = std::max(1, static_cast<int>(std::ceil(3 * sigma)));
    std::vector<float> taps;
    double sum = 0;
    for (int i = -radius; i <= radius; ++i) {
        taps.push_back(static_cast<float>(std::exp(-0.5 * i * i / (sigma * sigma))));
        sum += static_cast<double>(taps.back());
    }
    for (float& tap : taps) tap /= static_cast<float>(sum);
    return taps;
}

void blur_across(LightField& light, const std::vector<float>& taps) {
    const int radius = static_cast<int>(taps.size() / 2);
    std::vector<float> padded(static_cast<std::size_t>(light.width + 2 * radius));
    for (int y = 0; y < light.height; ++y) {
        float* row = light.row(y);
        std::fill_n(padded.begin(), radius, row[0]);
        std::copy_n(row, light.width, padded.begin() + radius);
        std::fill_n(padded.end() - radius, radius, row[light.width - 1]);
        std::fill_n(row, light.width, 0.0F);
        for (std::size_t t = 0; t < taps.size(); ++t) {
            const float* source = padded.data() + t;
            for (int x = 0; x < light.width; ++x) row[x] += taps[t] * source[x];
        }
    }
}

void blur_down(LightField& light, const std::vector<float>& taps) {
    const int radius = static_cast<int>(taps.size() / 2);
    const LightField source = light;
    for (int y = 0; y < light.height; ++y) {
        float* row = light.row(y);
        std::fill_n(row, light.width, 0.0F);
        for (std::size_t t = 0; t < taps.size(); ++t) {
            const int from = std::clamp(y + static_cast<int>(t) - radius, 0, light.height - 1);
            const float* line = source.row(from);
            for (int x = 0; x < light.width; ++x) row[x] += taps[t] * line[x];
        }
    }
}

float bilinear(const LightField& light, double x, double y) {
    const double cx = std::clamp(x, 0.0, light.width - 1.001);
    const double cy = std::clamp(y, 0.0, light.height - 1.001);
    const int ix = static_cast<int>(cx);
    const int iy = static_cast<int>(cy);
    const auto fx = static_cast<float>(cx - ix);
    const auto fy = static_cast<float>(cy - iy);
    const float* a = light.row(iy) + ix;
    const float* b = light.row(iy + 1) + ix;
    return (a[0] * (1 - fx) + a[1] * fx) * (1 - fy) + (b[0] * (1 - fx) + b[1] * fx) * fy;
}

// Quality 80 of the luminance table in ITU-T T.81, annex K.
constexpr std::array<int, 64> steps80 = {6,  4,  4,  6,  10, 16, 20, 24, 5,  5,  6,  8,  10, 23, 24, 22,
                                         6,  5,  6,  10, 16, 23, 28, 22, 6,  7,  9,  12, 20, 35, 32, 25,
                                         7,  9,  15, 22, 27, 44, 41, 31, 10, 14, 22, 26, 32, 42, 45, 37,
                                         20, 26, 31, 35, 41, 48, 48, 40, 29, 37, 38, 39, 45, 40, 41, 40};

using Block = std::array<std::array<float, 8>, 8>;

const Block& cosines() {
    static const Block table = [] {
        Block made{};
        for (std::size_t k = 0; k < 8; ++k) {
            for (std::size_t n = 0; n < 8; ++n) {
                const double scale = k == 0 ? std::sqrt(0.125) : 0.5;
                made[k][n] =
                    static_cast<float>(scale * std::cos((2.0 * static_cast<double>(n) + 1) *
                                                        static_cast<double>(k) * std::numbers::pi / 16));
            }
        }
        return made;
    }();
    return table;
}

Block multiply(const Block& a, const Block& b, bool transpose_a, bool transpose_b) {
    Block out{};
    for (std::size_t i = 0; i < 8; ++i) {
        for (std::size_t k = 0; k < 8; ++k) {
            const float left = transpose_a ? a[k][i] : a[i][k];
            for (std::size_t j = 0; j < 8; ++j) out[i][j] += left * (transpose_b ? b[j][k] : b[k][j]);
        }
    }
    return out;
}

}  // namespace

void blur(LightField& light, double sigma_px) {
    if (sigma_px < 0.05) return;
    const std::vector<float> taps = gaussian_taps(sigma_px);
    blur_across(light, taps);
    blur_down(light, taps);
}

void smear(LightField& light, double length_px, double direction_deg) {
    if (length_px < 0.3) return;
    const double angle = direction_deg * std::numbers::pi / 180;
    const int samples = std::max(2, static_cast<int>(std::ceil(length_px * 1.5)));
    const LightField source = light;
    for (int y = 0; y < light.height; ++y) {
        for (int x = 0; x < light.width; ++x) {
            float sum = 0;
            for (int i = 0; i < samples; ++i) {
                const double along = ((i + 0.5) / samples - 0.5) * length_px;
                sum += bilinear(source, x + along * std::cos(angle), y + along * std::sin(angle));
            }
            light.row(y)[x] = sum / static_cast<float>(samples);
        }
    }
}

GreyImage expose(const LightField& light, double noise_sigma, std::uint64_t seed) {
    static const std::vector<float> bell = [] {
        std::mt19937_64 engine(20'200'101);
        std::normal_distribution<float> normal(0, 1);
        std::vector<float> values(1U << 16U);
        for (float& value : values) value = normal(engine);
        return values;
    }();
    std::mt19937_64 engine(seed);
    GreyImage image(light.width, light.height);
    for (int y = 0; y < light.height; ++y) {
        const float* row = light.row(y);
        std::uint64_t bits = 0;
        for (int x = 0; x < light.width; ++x) {
            if (x % 4 == 0) bits = engine();
            const float noise = bell[bits & 0xFFFFU] * static_cast<float>(noise_sigma);
            bits >>= 16U;
            image.at(x, y) = static_cast<std::uint8_t>(std::clamp(row[x] + noise + 0.5F, 0.0F, 255.0F));
        }
    }
    return image;
}

void compress_jpeg80(GreyImage& image) {
    const Block& dct = cosines();
    for (int y = 0; y + 8 <= image.height(); y += 8) {
        for (int x = 0; x + 8 <= image.width(); x += 8) {
            Block block{};
            for (int i = 0; i < 64; ++i) {
                block[static_cast<std::size_t>(i / 8)][static_cast<std::size_t>(i % 8)] =
                    static_cast<float>(image.at(x + i % 8, y + i / 8)) - 128;
            }
            Block spectrum = multiply(multiply(dct, block, false, false), dct, false, true);
            for (std::size_t i = 0; i < 64; ++i) {
                const auto step = static_cast<float>(steps80[i]);
                spectrum[i / 8][i % 8] = std::nearbyint(spectrum[i / 8][i % 8] / step) * step;
            }
            const Block back = multiply(multiply(dct, spectrum, true, false), dct, false, false);
            for (int i = 0; i < 64; ++i) {
                const float level = back[static_cast<std::size_t>(i / 8)][static_cast<std::size_t>(i % 8)];
                image.at(x + i % 8, y + i / 8) =
                    static_cast<std::uint8_t>(std::clamp(level + 128.5F, 0.0F, 255.0F));
            }
        }
    }
}

}  // namespace baodao::test
