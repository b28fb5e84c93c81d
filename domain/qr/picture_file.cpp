// SPDX-License-Identifier: MIT
#include "domain/qr/picture_file.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

#include "domain/base/file.hpp"
#include "domain/qr/jpeg_file.hpp"
#include "domain/qr/png_file.hpp"

namespace baodao {
namespace {

constexpr std::string_view png_start = "\x89PNG\r\n\x1a\n";
constexpr std::string_view jpeg_start = "\xff\xd8\xff";
constexpr std::string_view pgm_start = "P5";
constexpr int side_max = 1 << 16;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// The next number of a PGM's header; comments run from # to the end of the line.
std::optional<int> next_number(std::string_view& bytes) {
    while (!bytes.empty() && (is_space(bytes.front()) || bytes.front() == '#')) {
        if (bytes.front() == '#')
            bytes.remove_prefix(std::min(bytes.find('\n'), bytes.size()));
        else
            bytes.remove_prefix(1);
    }
    int value = 0;
    const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), value);
    if (error != std::errc{}) return std::nullopt;
    bytes.remove_prefix(static_cast<std::size_t>(end - bytes.data()));
    return value;
}

Result<GreyImage> decode_pgm(std::string_view bytes) {
    bytes.remove_prefix(pgm_start.size());
    const auto width = next_number(bytes);
    const auto height = next_number(bytes);
    const auto white = next_number(bytes);
    const bool whole = width && height && white && *width > 0 && *height > 0 && *width < side_max &&
                       *height<side_max&& * white> 0 && *white <= 255 && !bytes.empty();
    if (!whole) return Error{ErrorKind::bad_input, "The PGM picture's header is not understood.", ""};
    bytes.remove_prefix(1);  // exactly one space ends the header
    const std::size_t pixels = static_cast<std::size_t>(*width) * static_cast<std::size_t>(*height);
    if (pixels > picture_pixels_max) return Error{ErrorKind::bad_input, "The picture is too large.", ""};
    if (bytes.size() < pixels) return Error{ErrorKind::bad_input, "The PGM picture is cut short.", ""};
    GreyImage image(*width, *height);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const auto level = static_cast<unsigned char>(
                bytes[static_cast<std::size_t>(y) * static_cast<std::size_t>(*width) +
                      static_cast<std::size_t>(x)]);
            image.at(x, y) = static_cast<std::uint8_t>(std::min(255, level * 255 / *white));
        }
    }
    return image;
}

}  // namespace

Result<GreyImage> decode_picture(std::string_view bytes) {
    if (bytes.size() > picture_bytes_max) return Error{ErrorKind::bad_input, "The picture is too large.", ""};
    if (bytes.starts_with(png_start)) return decode_png(bytes, picture_pixels_max);
    if (bytes.starts_with(jpeg_start)) return decode_jpeg(bytes, picture_pixels_max);
    if (bytes.starts_with(pgm_start)) return decode_pgm(bytes);
    return Error{ErrorKind::bad_input, "This is no PNG, JPEG or PGM picture.", ""};
}

Result<GreyImage> load_picture(const std::filesystem::path& path) {
    const auto bytes = read_file(path, picture_bytes_max);
    if (!bytes) return bytes.error();
    auto image = decode_picture(*bytes);
    if (image) return image;
    Error error = image.error();
    error.context = error.context.empty() ? path.string() : path.string() + ": " + error.context;
    return error;
}

}  // namespace baodao
