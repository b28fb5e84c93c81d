// SPDX-License-Identifier: MIT
// A reader of our own for our own slips: levels M and Q, versions 1 to 14, not
// mirrored, not inverted. It fits a grid to the code, weighs every module, repairs
// what it can and hands a clean drawing to ZXing.
#pragma once

#include "domain/qr/found_code.hpp"

namespace baodao {

enum class GridEffort {
    quick,     // one look for finders, a flat code
    thorough,  // blurred finders too, and bent paper
};

// What a look taught, for the coaching words.
struct GridSight {
    double module_px = 0;  // 0: nothing like a code in the picture
    double contrast = 0;   // of its fixed patterns, in grey levels
    std::array<PixelPoint, 4> corners;
};

struct GridReading {
    FoundCodes codes;
    GridSight sight;  // of the likeliest code, read or not
};

// Never throws; any picture is allowed. Thread-safe.
[[nodiscard]] GridReading grid_read(GreyView picture, GridEffort effort);

}  // namespace baodao
