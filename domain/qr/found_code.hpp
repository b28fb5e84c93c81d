// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <string>
#include <vector>

#include "domain/qr/grey_image.hpp"

namespace baodao {

// A QR code that was read, and where it was seen.
struct FoundCode {
    std::string text;  // UTF-8; what declares no character set and is not UTF-8 is left out by the readers
    std::array<PixelPoint, 4> corners;  // of the code, clockwise from its own top left
};
using FoundCodes = std::vector<FoundCode>;

}  // namespace baodao
