// SPDX-License-Identifier: MIT
// The strokes of each sign on a square of 24 units, for icon.cpp only.
#pragma once

#include <string_view>

#include "kiosk/ui/icon.hpp"

namespace baodao {

// Words with numbers behind them: M x y begins a stroke, L x y goes on straight, C x1 y1 x2 y2 x y as a
// Bézier curve, A cx cy r a0 a1 along a circle in degrees clockwise from three o'clock; Z closes it.
// O cx cy r is a circle, R x y w h r a rounded rectangle, D cx cy r a filled dot.
[[nodiscard]] std::string_view icon_shape(Icon icon);

}  // namespace baodao
