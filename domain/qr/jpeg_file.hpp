// SPDX-License-Identifier: MIT
// The only owner of libjpeg.
#pragma once

#include <cstddef>
#include <string_view>

#include "domain/base/result.hpp"
#include "domain/qr/grey_image.hpp"

namespace baodao {

// A JPEG's brightness. Damaged parts come out grey; bad_input when nothing can be shown or it is too large.
[[nodiscard]] Result<GreyImage> decode_jpeg(std::string_view bytes, std::size_t pixels_max);

}  // namespace baodao
