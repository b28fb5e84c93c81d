// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "domain/qr/grey_image.hpp"

namespace baodao {

// What the screen tells the person who holds a code that isn't read yet.
enum class ScanCoaching {
    ok,       // nothing to say: read, or no code in view
    too_far,  // 拿近一点
    blurred,  // 拿稳一点
    dark,     // 光线太暗
    glare,    // 换个角度避开反光
};

struct ScanResult {
    // Each different text in view. Two mean two codes: the screen asks which one is meant.
    std::vector<std::string> texts;
    ScanCoaching coaching = ScanCoaching::ok;
    // Where the (first) code is, clockwise from its own top left, read or only seen.
    std::optional<std::array<PixelPoint, 4>> corners;
};

}  // namespace baodao
