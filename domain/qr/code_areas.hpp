// SPDX-License-Identifier: MIT
// Where in a frame a code may be: busy, and about half of it black.
#pragma once

#include <vector>

#include "domain/qr/grey_image.hpp"

namespace baodao {

inline constexpr std::size_t code_areas_max = 4;

struct CodeArea {
    PixelRect rect;     // of the full picture; may reach beyond its edges
    bool firm = false;  // fills its box as a code does; otherwise rather scattered text
};

// Firm ones first, then the largest. They are a hint: very
// low contrast and deep shadow hide a code from it.
[[nodiscard]] std::vector<CodeArea> find_code_areas(GreyView frame);

}  // namespace baodao
