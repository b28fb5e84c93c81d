// SPDX-License-Identifier: MIT
// A reader of our own for our own slips: levels M and Q, versions 1 to 14, not
// mirrored, not inverted. It fits a grid to the code, weighs every module, repairs
// what it can and hands a clean drawing to ZXing.
#pragma once

#include <optional>
#include <string>

#include "domain/qr/found_code.hpp"
#include "domain/qr/soft_modules.hpp"

namespace baodao {

// Where finders are looked for.
enum class FinderSource {
    plain,      // black and white runs of the picture as it is
    sharpened,  // of the picture enlarged twice and sharpened
    rings,      // by the likeness of rings: slow, but sees through blur
};
// What the paper may do: to follow bends takes time.
enum class Paper { flat, bent };

// What a look taught, for the coaching words.
struct GridSight {
    double module_px = 0;  // 0: nothing like a code in the picture
    double contrast = 0;   // of its fixed patterns, in grey levels
    std::array<PixelPoint, 4> corners;
};

struct GridReading {
    FoundCodes codes;
    GridSight sight;  // of the likeliest code, read or not
    // The modules of the clearest code that was seen and not read, to be added up over frames.
    std::optional<ModuleEvidence> unread;
};

// The text of a code whose modules are known this well; nullopt if its redundancy cannot bear it.
[[nodiscard]] std::optional<std::string> read_evidence(const ModuleEvidence& evidence);

// Never throws; any picture is allowed. Thread-safe.
[[nodiscard]] GridReading grid_read(GreyView picture, FinderSource source, Paper paper);

}  // namespace baodao
