// SPDX-License-Identifier: MIT
#include "domain/qr/jpeg_file.hpp"

// jpeglib.h needs stdio.h before it.
#include <cstdio>

#include <jpeglib.h>

#include <array>
#include <vector>

namespace baodao {
namespace {

// libjpeg reports errors by a call that must not return. Its own objects are plain C, so the
// exception below crosses only them; it never leaves this file.
struct JpegFailure {
    std::array<char, JMSG_LENGTH_MAX> message{};
};

[[noreturn]] void fail(j_common_ptr info) {
    JpegFailure failure;
    info->err->format_message(info, failure.message.data());
    throw failure;
}

// Warnings are for damage that can be shown as grey; a code beside it is still worth reading.
void ignore(j_common_ptr /*info*/, int /*level*/) {}

class Decompressor {
  public:
    explicit Decompressor(std::string_view bytes) : bytes_(bytes) {
        info_.err = jpeg_std_error(&errors_);
        errors_.error_exit = fail;
        errors_.emit_message = ignore;
        jpeg_create_decompress(&info_);
    }
    ~Decompressor() { jpeg_destroy_decompress(&info_); }
    Decompressor(const Decompressor&) = delete;
    Decompressor& operator=(const Decompressor&) = delete;

    Result<GreyImage> decode(std::size_t pixels_max) {
        const auto* data = reinterpret_cast<const unsigned char*>(bytes_.data());
        jpeg_mem_src(&info_, data, bytes_.size());
        (void)jpeg_read_header(&info_, TRUE);
        const auto pixels = static_cast<std::size_t>(info_.image_width) * info_.image_height;
        if (pixels == 0 || pixels > pixels_max)
            return Error{ErrorKind::bad_input, "The picture is too large.", ""};
        info_.out_color_space = JCS_GRAYSCALE;
        (void)jpeg_start_decompress(&info_);
        GreyImage image(static_cast<int>(info_.output_width), static_cast<int>(info_.output_height));
        while (info_.output_scanline < info_.output_height) {
            JSAMPROW row = image.row(static_cast<int>(info_.output_scanline));
            (void)jpeg_read_scanlines(&info_, &row, 1);
        }
        (void)jpeg_finish_decompress(&info_);
        return image;
    }

  private:
    std::string_view bytes_;
    jpeg_decompress_struct info_{};
    jpeg_error_mgr errors_{};
};

}  // namespace

Result<GreyImage> decode_jpeg(std::string_view bytes, std::size_t pixels_max) {
    try {
        return Decompressor(bytes).decode(pixels_max);
    } catch (const JpegFailure& failure) {
        return Error{ErrorKind::bad_input, "The JPEG picture is damaged.", failure.message.data()};
    }
}

}  // namespace baodao
