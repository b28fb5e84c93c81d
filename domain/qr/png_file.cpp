// SPDX-License-Identifier: MIT
#include "domain/qr/png_file.hpp"

#include <png.h>

#include <climits>

namespace baodao {
namespace {

// Frees what the simplified interface holds, on every way out.
struct Reading {
    png_image image{};
    Reading() { image.version = PNG_IMAGE_VERSION; }
    ~Reading() { png_image_free(&image); }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    [[nodiscard]] Error damaged() const {
        return {ErrorKind::bad_input, "The PNG picture is damaged.", image.message};
    }
};

}  // namespace

Result<GreyImage> decode_png(std::string_view bytes, std::size_t pixels_max) {
    Reading reading;
    png_image& image = reading.image;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return reading.damaged();
    const std::size_t pixels = static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
    if (pixels == 0 || pixels > pixels_max || image.width > INT_MAX / 4 || image.height > INT_MAX / 4) {
        return Error{ErrorKind::bad_input, "The picture is too large.", ""};
    }
    image.format = PNG_FORMAT_GRAY;
    GreyImage grey(static_cast<int>(image.width), static_cast<int>(image.height));
    const png_color white{255, 255, 255};
    if (png_image_finish_read(&image, &white, grey.row(0), grey.stride(), nullptr) == 0)
        return reading.damaged();
    return grey;
}

Result<std::string> encode_png(GreyView picture) {
    if (picture.empty()) return Error{ErrorKind::bad_input, "There is no picture.", ""};
    Reading writing;
    png_image& image = writing.image;
    image.width = static_cast<png_uint_32>(picture.width());
    image.height = static_cast<png_uint_32>(picture.height());
    image.format = PNG_FORMAT_GRAY;
    png_alloc_size_t size = 0;
    const auto write = [&](void* into) {
        return png_image_write_to_memory(&image, into, &size, 0, picture.row(0), picture.stride(), nullptr) !=
               0;
    };
    const Error failed{ErrorKind::bad_input, "The PNG picture could not be made.", ""};
    if (!write(nullptr)) return failed;
    std::string bytes(size, '\0');
    if (!write(bytes.data())) return failed;
    bytes.resize(size);
    return bytes;
}

}  // namespace baodao
