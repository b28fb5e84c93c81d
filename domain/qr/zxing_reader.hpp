// SPDX-License-Identifier: MIT
// The only owner of ZXing. QR only: the other decoders of old versions read out of bounds.
#pragma once

#include "domain/qr/found_code.hpp"

namespace baodao {

enum class ZxingEffort {
    plain,  // one look; enough for an upright code of four pixels a module
    hard,   // more lines, a second binarisation
    pure,   // the picture is a drawn code with its quiet zone and nothing else
};

// Every QR code that ZXing sees, two at most (more than one is a question to the person, not a
// list). A part of a structured-append message is left out: it is not a text on its own.
// Never throws; pictures of any size and content are allowed. Thread-safe.
[[nodiscard]] FoundCodes zxing_read(GreyView picture, ZxingEffort effort);

// ZXing as most programs call it: every format, no preparation. Only the benchmark's yardstick.
[[nodiscard]] FoundCodes zxing_read_naively(GreyView picture);

}  // namespace baodao
