// SPDX-License-Identifier: MIT
// Where in a frame a code may be: busy, and about half of it black.
#pragma once

#include <vector>

#include "domain/qr/grey_image.hpp"

namespace baodao {

inline constexpr std::size_t code_areas_max = 3;

// Areas of the full picture, likeliest first, found on its half-size copy. They are a hint: very
// low contrast and deep shadow hide a code from it.
[[nodiscard]] std::vector<PixelRect> find_code_areas(GreyView half);

}  // namespace baodao
