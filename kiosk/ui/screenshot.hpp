// SPDX-License-Identifier: MIT
// The only owner of the PNG writer.
#pragma once

#include <string>
#include <vector>

#include "domain/base/result.hpp"
#include "kiosk/ui/theme.hpp"

namespace baodao {

// Three bytes a pixel, rows from the top.
[[nodiscard]] Status write_png(const std::string& path, PixelSize size,
                               const std::vector<unsigned char>& pixels);

}  // namespace baodao
