// SPDX-License-Identifier: MIT
#include "domain/qr/grey_image.hpp"

#include <algorithm>

namespace baodao {

GreyView GreyView::crop(PixelRect rect) const {
    const int left = std::clamp(rect.x, 0, width_);
    const int top = std::clamp(rect.y, 0, height_);
    const int right = std::clamp(rect.x + rect.width, left, width_);
    const int bottom = std::clamp(rect.y + rect.height, top, height_);
    if (left == right || top == bottom) return {};
    return {row(top) + left, right - left, bottom - top, stride_};
}

GreyImage::GreyImage(int width, int height, std::uint8_t fill) : width_(width), height_(height) {
    BAODAO_CHECK(width >= 0 && height >= 0);
    pixels_.assign(static_cast<std::size_t>(width) * static_cast<std::size_t>(height), fill);
}

GreyImage::GreyImage(GreyView copied) : GreyImage(copied.width(), copied.height()) {
    for (int y = 0; y < height_; ++y) std::copy_n(copied.row(y), width_, row(y));
}

}  // namespace baodao
