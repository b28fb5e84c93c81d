// SPDX-License-Identifier: MIT
#include "domain/qr/picture_ops.hpp"

#include <algorithm>
#include <cstdlib>

namespace baodao {
namespace {

std::uint8_t to_level(int value) {
    return static_cast<std::uint8_t>(std::clamp(value, 0, 255));
}

// The cubic (−1 9 9 −1)/16 between two pixels; `b` and `c` are the near ones.
int between(int a, int b, int c, int d) {
    return std::clamp((9 * (b + c) - a - d + 8) / 16, 0, 255);
}

// Sums of the columns over a window of rows that moves down one row at a time.
class ColumnSums {
  public:
    ColumnSums(GreyView picture, int radius)
        : picture_(picture), radius_(radius), sums_(static_cast<std::size_t>(picture.width()), 0) {
        for (int y = -radius - 1; y < radius; ++y) {
            const std::uint8_t* row = clamped(y);
            for (std::size_t x = 0; x < sums_.size(); ++x) sums_[x] += row[x];
        }
    }
    // Centres the window on row y; rows must be asked for in order from 0.
    const std::vector<int>& at(int y) {
        const std::uint8_t* leaves = clamped(y - radius_ - 1);
        const std::uint8_t* enters = clamped(y + radius_);
        int* sums = sums_.data();
        for (int x = 0; x < picture_.width(); ++x) sums[x] += enters[x] - leaves[x];
        return sums_;
    }

  private:
    [[nodiscard]] const std::uint8_t* clamped(int y) const {
        return picture_.row(std::clamp(y, 0, picture_.height() - 1));
    }

    GreyView picture_;
    int radius_;
    std::vector<int> sums_;
};

}  // namespace

GreyImage half_size(GreyView picture) {
    GreyImage half(picture.width() / 2, picture.height() / 2);
    for (int y = 0; y < half.height(); ++y) {
        const std::uint8_t* a = picture.row(2 * y);
        const std::uint8_t* b = picture.row(2 * y + 1);
        std::uint8_t* out = half.row(y);
        for (int x = 0; x < half.width(); ++x) {
            out[x] = static_cast<std::uint8_t>((a[2 * x] + a[2 * x + 1] + b[2 * x] + b[2 * x + 1] + 2) / 4);
        }
    }
    return half;
}

GreyImage double_size(GreyView picture) {
    const int width = picture.width();
    const int height = picture.height();
    GreyImage wide(2 * width, height);
    for (int y = 0; y < height; ++y) {
        const std::uint8_t* in = picture.row(y);
        std::uint8_t* out = wide.row(y);
        for (int x = 0; x < width; ++x) {
            const int right = std::min(x + 1, width - 1);
            out[2 * x] = in[x];
            out[2 * x + 1] = static_cast<std::uint8_t>(
                between(in[std::max(x - 1, 0)], in[x], in[right], in[std::min(x + 2, width - 1)]));
        }
    }
    GreyImage image(2 * width, 2 * height);
    for (int y = 0; y < height; ++y) {
        const std::uint8_t* a = wide.row(std::max(y - 1, 0));
        const std::uint8_t* b = wide.row(y);
        const std::uint8_t* c = wide.row(std::min(y + 1, height - 1));
        const std::uint8_t* d = wide.row(std::min(y + 2, height - 1));
        std::copy_n(b, 2 * width, image.row(2 * y));
        std::uint8_t* out = image.row(2 * y + 1);
        for (int x = 0; x < 2 * width; ++x)
            out[x] = static_cast<std::uint8_t>(between(a[x], b[x], c[x], d[x]));
    }
    return image;
}

GreyImage smooth(GreyView picture) {
    const int width = picture.width();
    GreyImage image(width, picture.height());
    std::vector<int> down(static_cast<std::size_t>(width) + 2);
    for (int y = 0; y < picture.height(); ++y) {
        const std::uint8_t* a = picture.row(std::max(y - 1, 0));
        const std::uint8_t* b = picture.row(y);
        const std::uint8_t* c = picture.row(std::min(y + 1, picture.height() - 1));
        int* sums = down.data() + 1;
        for (int x = 0; x < width; ++x) sums[x] = a[x] + 2 * b[x] + c[x];
        sums[-1] = sums[0];
        sums[width] = sums[width - 1];
        std::uint8_t* out = image.row(y);
        for (int x = 0; x < width; ++x) {
            out[x] = static_cast<std::uint8_t>((sums[x - 1] + 2 * sums[x] + sums[x + 1] + 8) / 16);
        }
    }
    return image;
}

GreyImage sharpen(GreyView picture) {
    const GreyImage once = smooth(picture);
    const GreyImage twice = smooth(smooth(once));
    GreyImage image(picture.width(), picture.height());
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            image.at(x, y) = to_level(once.at(x, y) + 2 * (once.at(x, y) - twice.at(x, y)));
        }
    }
    return image;
}

GreyImage local_threshold(GreyView picture, int radius, int margin) {
    const int width = picture.width();
    GreyImage image(width, picture.height());
    if (image.empty()) return image;
    // Whole numbers below 2^24, so exact; and every processor multiplies four of them at once.
    const auto area = static_cast<float>((2 * radius + 1) * (2 * radius + 1));
    ColumnSums columns(picture, radius);
    std::vector<int> prefix(static_cast<std::size_t>(width + 2 * radius + 1));
    for (int y = 0; y < picture.height(); ++y) {
        const std::vector<int>& sums = columns.at(y);
        int total = 0;
        int* before = prefix.data();
        const auto pass = [&](int sum) {
            *before++ = total;
            total += sum;
        };
        for (int x = 0; x < radius; ++x) pass(sums.front());
        for (const int sum : sums) pass(sum);
        for (int x = 0; x <= radius; ++x) pass(sums.back());
        const int* left = prefix.data();
        const int* right = left + 2 * radius + 1;
        const std::uint8_t* in = picture.row(y);
        std::uint8_t* out = image.row(y);
        for (int x = 0; x < width; ++x) {
            const auto around = static_cast<float>(right[x] - left[x]);
            out[x] = static_cast<float>(in[x] + margin) * area > around ? 255 : 0;
        }
    }
    return image;
}

}  // namespace baodao
