// SPDX-License-Identifier: MIT
// The only owner of libpng.
#pragma once

#include <cstddef>
#include <string_view>

#include "domain/base/result.hpp"
#include "domain/qr/grey_image.hpp"

namespace baodao {

// Any PNG as grey; what is transparent is shown on white. bad_input when it is damaged or too large.
[[nodiscard]] Result<GreyImage> decode_png(std::string_view bytes, std::size_t pixels_max);

}  // namespace baodao
