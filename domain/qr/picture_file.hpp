// SPDX-License-Identifier: MIT
// Pictures from files, as grey pictures: PNG, JPEG, PGM (binary, 8 bits). Nothing
// is ever written: frames are not stored (requirements §4).
#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

#include "domain/base/result.hpp"
#include "domain/qr/grey_image.hpp"

namespace baodao {

inline constexpr std::size_t picture_bytes_max = 64U << 20U;    // of a file
inline constexpr std::size_t picture_pixels_max = 100U << 20U;  // after unpacking: 10,000 × 10,000 fit

// What the first bytes say, whatever the file is called. not_found and io as read_file(); bad_input for
// what is no picture of these kinds, cannot be unpacked, or is larger than the limits.
[[nodiscard]] Result<GreyImage> load_picture(const std::filesystem::path& path);
[[nodiscard]] Result<GreyImage> decode_picture(std::string_view bytes);

}  // namespace baodao
