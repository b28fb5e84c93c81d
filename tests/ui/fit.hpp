// SPDX-License-Identifier: MIT
// Whether everything on a drawn frame can be read and touched.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/frame.hpp"

namespace baodao::test {

// One line for each fault: text that was cut, that no font has, that meets other text, that leaves the
// screen, its card or its button; and targets with a side under 88 design pixels. Empty: all is well.
[[nodiscard]] std::vector<std::string> misfits(const Frame& frame, float scale);

}  // namespace baodao::test
