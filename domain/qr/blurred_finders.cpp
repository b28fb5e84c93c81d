// SPDX-License-Identifier: MIT
// find_blurred_finders(): rings of samples around every other pixel.
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "domain/qr/finder_search.hpp"

namespace baodao {
namespace {

constexpr int pixel_step = 2;
constexpr std::size_t ring_samples = 12;
constexpr std::array<double, 7> module_sizes{1.9, 2.3, 2.8, 3.4, 4.1, 5.0, 6.1};  // pixels
constexpr double rise_min = 5;   // grey levels between a finder's light and dark rings
constexpr double softening = 6;  // grey levels; keeps even paper from looking like anything
constexpr double likeness_min = 0.4;
constexpr std::size_t peaks_max = 24;  // while searching, before they are looked at more closely

// Radii in modules at which a finder is mostly one colour, whichever way it is turned.
struct Ring {
    double radius;
    double weight;  // light is positive; the weights add up to 0
};
constexpr std::array<Ring, 4> rings{{{0.9, -0.5}, {2.05, 0.65}, {3.05, -0.5}, {4.3, 0.35}}};

struct Sample {
    std::ptrdiff_t offset;
    float weight;
};

class Stencil {
  public:
    Stencil(double module_px, int stride) {
        for (std::size_t ring = 0; ring < rings.size(); ++ring) {
            for (std::size_t i = 0; i < ring_samples; ++i) {
                const double angle = 2 * std::numbers::pi * static_cast<double>(i) / ring_samples;
                const double radius = rings[ring].radius * module_px;
                const auto dx = static_cast<std::ptrdiff_t>(std::lround(std::cos(angle) * radius));
                const auto dy = static_cast<std::ptrdiff_t>(std::lround(std::sin(angle) * radius));
                const Sample sample{dy * stride + dx, static_cast<float>(rings[ring].weight / ring_samples)};
                samples_[ring * ring_samples + i] = sample;
                if (ring == 1 && i % 3 == 0) first_light_[i / 3] = sample.offset;
            }
        }
    }

    // Rise from dark to light rings, against how restless the place is altogether.
    [[nodiscard]] double likeness(const std::uint8_t* middle) const {
        int light = 0;
        for (const std::ptrdiff_t offset : first_light_) light += middle[offset];
        if (light <= 4 * (middle[0] + 2)) return 0;  // most places end here
        float rise = 0;
        float sum = 0;
        float squares = 0;
        for (const Sample& sample : samples_) {
            const auto level = static_cast<float>(middle[sample.offset]);
            rise += sample.weight * level;
            sum += level;
            squares += level * level;
        }
        if (static_cast<double>(rise) < rise_min) return 0;
        constexpr auto count = static_cast<float>(rings.size() * ring_samples);
        const float variance = std::max(0.0F, squares / count - (sum / count) * (sum / count));
        return static_cast<double>(rise) / (std::sqrt(static_cast<double>(variance)) + softening);
    }

  private:
    std::array<Sample, rings.size() * ring_samples> samples_{};
    std::array<std::ptrdiff_t, 4> first_light_{};
};

struct Peak {
    Finder finder;
    double likeness = 0;
};

// Keeps the best of what lies close together, peaks_max in all.
void keep(std::vector<Peak>& peaks, const Peak& seen) {
    for (Peak& known : peaks) {
        const double away = std::hypot(known.finder.centre.x - seen.finder.centre.x,
                                       known.finder.centre.y - seen.finder.centre.y);
        if (away > 3 * known.finder.module_px) continue;
        if (seen.likeness > known.likeness) known = seen;
        return;
    }
    if (peaks.size() < peaks_max) {
        peaks.push_back(seen);
        return;
    }
    const auto least = std::min_element(peaks.begin(), peaks.end(),
                                        [](const Peak& a, const Peak& b) { return a.likeness < b.likeness; });
    if (seen.likeness > least->likeness) *least = seen;
}

int reach_of(double module_px) {
    return static_cast<int>(std::ceil(rings.back().radius * module_px)) + 1;
}

// The best place and size close to a peak, pixel by pixel.
Peak looked_at_closely(GreyView picture, const Peak& peak) {
    Peak best = peak;
    for (const double growth : {0.85, 0.92, 1.0, 1.08, 1.17}) {
        const double module_px = peak.finder.module_px * growth;
        const Stencil stencil(module_px, picture.stride());
        const int reach = reach_of(module_px);
        for (int dy = -pixel_step; dy <= pixel_step; ++dy) {
            for (int dx = -pixel_step; dx <= pixel_step; ++dx) {
                const int x = static_cast<int>(peak.finder.centre.x) + dx;
                const int y = static_cast<int>(peak.finder.centre.y) + dy;
                if (x < reach || y < reach || x >= picture.width() - reach || y >= picture.height() - reach)
                    continue;
                const double found = stencil.likeness(picture.row(y) + x);
                if (found > best.likeness) best = {{{x + 0.5, y + 0.5}, module_px, 1}, found};
            }
        }
    }
    return best;
}

}  // namespace

std::vector<Finder> find_blurred_finders(GreyView picture) {
    std::vector<Peak> peaks;
    for (const double module_px : module_sizes) {
        const Stencil stencil(module_px, picture.stride());
        const int reach = reach_of(module_px);
        for (int y = reach; y < picture.height() - reach; y += pixel_step) {
            const std::uint8_t* row = picture.row(y);
            for (int x = reach; x < picture.width() - reach; x += pixel_step) {
                const double found = stencil.likeness(row + x);
                if (found > likeness_min) keep(peaks, {{{x + 0.5, y + 0.5}, module_px, 1}, found});
            }
        }
    }
    for (Peak& peak : peaks) peak = looked_at_closely(picture, peak);
    std::sort(peaks.begin(), peaks.end(),
              [](const Peak& a, const Peak& b) { return a.likeness > b.likeness; });
    std::vector<Finder> finders;
    for (const Peak& peak : peaks) {
        if (finders.size() < finders_max) finders.push_back(peak.finder);
    }
    return finders;
}

}  // namespace baodao
