// SPDX-License-Identifier: MIT
// The only owner of libpng.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "domain/base/result.hpp"
#include "domain/qr/grey_image.hpp"

namespace baodao {

// Any PNG as grey; what is transparent is shown on white. bad_input when it is damaged or too large.
[[nodiscard]] Result<GreyImage> decode_png(std::string_view bytes, std::size_t pixels_max);

// For pictures that we make, like codes. bad_input when it is empty.
[[nodiscard]] Result<std::string> encode_png(GreyView picture);

}  // namespace baodao
