// SPDX-License-Identifier: MIT
// The three corner squares of a code, found by their 1:1:3:1:1 run of black and white.
#pragma once

#include <array>
#include <vector>

#include "domain/qr/grey_image.hpp"

namespace baodao {

struct Finder {
    PixelPoint centre;
    double module_px = 0;  // mean of both directions
    int votes = 0;         // rows that saw it
};

// Three finders that can belong to one code, in its own order.
struct FinderTriple {
    Finder top_left;
    Finder top_right;
    Finder bottom_left;
    double side_modules = 0;  // estimated from distances and sizes
};

inline constexpr std::size_t finders_max = 10;
inline constexpr std::size_t triples_max = 16;

// `binary` holds only 0 and 255. Strongest first, finders_max at most.
[[nodiscard]] std::vector<Finder> find_finders(GreyView binary);
// For codes too blurred or noisy for runs: places in a grey picture whose rings are dark, light and
// dark again, at module sizes of 2 to 6 pixels. Strongest first, finders_max at most.
[[nodiscard]] std::vector<Finder> find_blurred_finders(GreyView picture);
// The most plausible first, triples_max at most. Mirrored codes are not among them.
[[nodiscard]] std::vector<FinderTriple> find_triples(const std::vector<Finder>& finders);

}  // namespace baodao
