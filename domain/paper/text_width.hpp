// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace baodao {

// About how wide a text will stand, in millimetres: Chinese characters are square, others about half as
// wide. For choosing between places; the canvas sets the text exactly.
[[nodiscard]] double estimated_width(std::string_view text, double points);

}  // namespace baodao
