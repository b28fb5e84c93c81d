// SPDX-License-Identifier: MIT
// How far two pictures of one paper are apart: as small stains of ink, so that smoothed edges weigh nothing
// and a text that moved weighs a lot.
#pragma once

#include <algorithm>
#include <cstdlib>

#include "domain/qr/grey_image.hpp"

namespace baodao::test {

// Grey levels, of 255, by which the mean of any 3 × 3 pixels may differ.
inline constexpr int same_picture_max = 40;

// The largest difference of the means of 3 × 3 pixels; 255 for pictures of different sizes.
inline int picture_distance(const GreyImage& a, const GreyImage& b) {
    constexpr int side = 3;
    constexpr int all = 255;
    if (a.width() != b.width() || a.height() != b.height()) return all;
    int worst = 0;
    for (int top = 0; top + side <= a.height(); ++top) {
        for (int left = 0; left + side <= a.width(); ++left) {
            int difference = 0;
            for (int y = top; y < top + side; ++y) {
                for (int x = left; x < left + side; ++x) difference += a.row(y)[x] - b.row(y)[x];
            }
            worst = std::max(worst, std::abs(difference) / (side * side));
        }
    }
    return worst;
}

}  // namespace baodao::test
