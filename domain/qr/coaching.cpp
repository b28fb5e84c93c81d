// SPDX-License-Identifier: MIT
#include "domain/qr/coaching.hpp"

#include <algorithm>

namespace baodao {
namespace {

constexpr int brightest_in_the_dark = 60;  // grey level that a lit room's whitest part exceeds
constexpr double module_px_needed = 2.2;   // below, not even the enlarged picture is read
constexpr double sight_contrast_min = 10;  // grey levels; less may be chance
constexpr int patch_px = 8;
constexpr int washed_out = 215;            // a patch of code whose darkest pixel is brighter
constexpr double washed_share_max = 0.05;  // more is a reflection

int brightest(GreyView picture) {
    int most = 0;
    for (int y = 4; y < picture.height(); y += 8) {
        for (int x = 4; x < picture.width(); x += 8) most = std::max<int>(most, picture.at(x, y));
    }
    return most;
}

PixelRect box_of(const std::array<PixelPoint, 4>& corners) {
    const auto [left, right] = std::minmax_element(
        corners.begin(), corners.end(), [](const PixelPoint& a, const PixelPoint& b) { return a.x < b.x; });
    const auto [top, bottom] = std::minmax_element(
        corners.begin(), corners.end(), [](const PixelPoint& a, const PixelPoint& b) { return a.y < b.y; });
    const auto whole = [](double at) { return static_cast<int>(std::clamp(at, -1e6, 1e6)); };
    return {whole(left->x), whole(top->y), whole(right->x) - whole(left->x),
            whole(bottom->y) - whole(top->y)};
}

// The share of a code's patches in which even the black is bright.
double washed_share(GreyView code) {
    // The box of a turned code has paper in its corners: only its middle counts.
    const GreyView middle =
        code.crop({code.width() / 5, code.height() / 5, code.width() * 3 / 5, code.height() * 3 / 5});
    int washed = 0;
    int patches = 0;
    for (int y = 0; y + patch_px <= middle.height(); y += patch_px) {
        for (int x = 0; x + patch_px <= middle.width(); x += patch_px) {
            int least = 255;
            for (int i = 0; i < patch_px * patch_px; ++i) {
                least = std::min<int>(least, middle.at(x + i % patch_px, y + i / patch_px));
            }
            ++patches;
            if (least > washed_out) ++washed;
        }
    }
    return patches == 0 ? 0 : static_cast<double>(washed) / patches;
}

}  // namespace

ScanCoaching coach(GreyView picture, const GridSight& sight) {
    if (brightest(picture) < brightest_in_the_dark) return ScanCoaching::dark;
    if (sight.contrast < sight_contrast_min) return ScanCoaching::ok;
    if (washed_share(picture.crop(box_of(sight.corners))) > washed_share_max) return ScanCoaching::glare;
    return sight.module_px < module_px_needed ? ScanCoaching::too_far : ScanCoaching::blurred;
}

}  // namespace baodao
