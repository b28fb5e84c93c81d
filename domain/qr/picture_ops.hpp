// SPDX-License-Identifier: MIT
// Small picture arithmetic for the readers. Nothing here fails; empty in, empty out.
#pragma once

#include "domain/qr/grey_image.hpp"

namespace baodao {

// Means of two by two pixels; an odd last row or column is dropped.
[[nodiscard]] GreyImage half_size(GreyView picture);
// Twice as wide and high, cubic in between.
[[nodiscard]] GreyImage double_size(GreyView picture);
// Takes the finest noise away: [1 2 1] both ways.
[[nodiscard]] GreyImage smooth(GreyView picture);
// Brings back what a lens took: the picture plus twice its difference to a wider blur.
[[nodiscard]] GreyImage sharpen(GreyView picture);
// 255 where a pixel is brighter than the mean of the square of 2·radius+1 around it, 0 elsewhere.
// `margin` grey levels must lie between, so that empty paper stays white.
[[nodiscard]] GreyImage local_threshold(GreyView picture, int radius, int margin);

}  // namespace baodao
