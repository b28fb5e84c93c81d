// SPDX-License-Identifier: MIT
// Grey pictures, 0 black to 255 white, rows from the top. The one picture type of
// the program: the camera makes them, the decoder and the screen read them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "domain/base/check.hpp"

namespace baodao {

// A place in a picture, in pixels from its top left corner.
struct PixelPoint {
    double x = 0;
    double y = 0;
};

// A part of a picture, in whole pixels.
struct PixelRect {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    friend bool operator==(const PixelRect&, const PixelRect&) = default;
};

// Borrowed pixels; the owner must outlive the view. An empty picture has no pixels and no size.
class GreyView {
  public:
    GreyView() = default;
    // `pixels` holds `height` rows that begin `stride` bytes apart.
    GreyView(const std::uint8_t* pixels, int width, int height, int stride)
        : pixels_(pixels), width_(width), height_(height), stride_(stride) {
        BAODAO_CHECK(width >= 0 && height >= 0 && stride >= width);
    }

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] int stride() const { return stride_; }
    [[nodiscard]] bool empty() const { return width_ == 0 || height_ == 0; }
    [[nodiscard]] const std::uint8_t* row(int y) const {
        return pixels_ + static_cast<std::ptrdiff_t>(y) * stride_;
    }
    [[nodiscard]] std::uint8_t at(int x, int y) const { return row(y)[x]; }
    // Only the part of `rect` that lies inside.
    [[nodiscard]] GreyView crop(PixelRect rect) const;

  private:
    const std::uint8_t* pixels_ = nullptr;
    int width_ = 0;
    int height_ = 0;
    int stride_ = 0;
};

// Owned pixels, without gaps between the rows.
class GreyImage {
  public:
    GreyImage() = default;
    GreyImage(int width, int height, std::uint8_t fill = 0);
    explicit GreyImage(GreyView copied);

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] int stride() const { return width_; }
    [[nodiscard]] bool empty() const { return pixels_.empty(); }
    [[nodiscard]] std::uint8_t* row(int y) { return pixels_.data() + offset(y); }
    [[nodiscard]] const std::uint8_t* row(int y) const { return pixels_.data() + offset(y); }
    [[nodiscard]] std::uint8_t at(int x, int y) const { return row(y)[x]; }
    [[nodiscard]] std::uint8_t& at(int x, int y) { return row(y)[x]; }
    [[nodiscard]] std::span<const std::uint8_t> pixels() const { return pixels_; }
    [[nodiscard]] GreyView view() const { return {pixels_.data(), width_, height_, width_}; }
    operator GreyView() const { return view(); }  // a view of an owner is what every reader wants

  private:
    [[nodiscard]] std::size_t offset(int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width_);
    }

    int width_ = 0;
    int height_ = 0;
    std::vector<std::uint8_t> pixels_;
};

// Brightness between pixels; outside, the nearest pixel's. The picture must be at least two pixels
// wide and high.
[[nodiscard]] inline float brightness(GreyView picture, PixelPoint place) {
    // Written so that a place that is not a number ends in the first pixel.
    const auto inside = [](double at, int size) {
        const auto shifted = static_cast<float>(at - 0.5);
        return shifted > 0 ? std::min(shifted, static_cast<float>(size) - 1.01F) : 0.0F;
    };
    const float x = inside(place.x, picture.width());
    const float y = inside(place.y, picture.height());
    const int column = static_cast<int>(x);
    const int row = static_cast<int>(y);
    const float fx = x - static_cast<float>(column);
    const float fy = y - static_cast<float>(row);
    const std::uint8_t* a = picture.row(row) + column;
    const std::uint8_t* b = a + picture.stride();
    const float top = static_cast<float>(a[0]) + static_cast<float>(a[1] - a[0]) * fx;
    const float bottom = static_cast<float>(b[0]) + static_cast<float>(b[1] - b[0]) * fx;
    return top + (bottom - top) * fy;
}

}  // namespace baodao
