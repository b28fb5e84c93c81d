// SPDX-License-Identifier: MIT
#include "domain/qr/code_areas.hpp"

#include <algorithm>

namespace baodao {
namespace {

constexpr int block_px = 8;          // of the half-size picture
constexpr int around = 1;            // blocks each way that share a judgement
constexpr int blocks_min = 12;       // a smaller patch is no code of ours
constexpr int padding = 2;           // blocks around a patch: corners are less busy
constexpr double range_floor = 14;   // grey levels
constexpr double noise_share = 0.2;  // at least so much of a frame is taken to be even
constexpr double noise_factor = 1.5;
constexpr double black_min = 0.40;  // text is lighter, code is about half black
constexpr double black_max = 0.75;

struct Block {
    int least = 255;
    int most = 0;
    int mean = 0;
};

class BlockMap {
  public:
    explicit BlockMap(GreyView half)
        : columns_(half.width() / block_px),
          rows_(half.height() / block_px),
          blocks_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)),
          busy_(blocks_.size(), 0) {
        for (int row = 0; row < rows_; ++row) measure_row(half, row);
        if (!blocks_.empty()) judge();
    }

    // The patches of busy blocks, in pixels of the full picture, largest first.
    [[nodiscard]] std::vector<PixelRect> patches() {
        std::vector<std::pair<int, PixelRect>> found;
        for (int row = 0; row < rows_; ++row) {
            for (int column = 0; column < columns_; ++column) {
                if (busy_[index(column, row)] == 0) continue;
                const auto [count, rect] = take_patch(column, row);
                const bool slim = 3 * rect.width < rect.height || 3 * rect.height < rect.width;
                if (count >= blocks_min && !slim) found.emplace_back(count, rect);
            }
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<PixelRect> rects;
        for (const auto& [count, rect] : found) {
            if (rects.size() < code_areas_max) rects.push_back(rect);
        }
        return rects;
    }

  private:
    [[nodiscard]] std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(column);
    }

    void measure_row(GreyView half, int row) {
        for (int column = 0; column < columns_; ++column) {
            Block& block = blocks_[index(column, row)];
            int sum = 0;
            for (int y = 0; y < block_px; ++y) {
                const std::uint8_t* pixels = half.row(row * block_px + y) + column * block_px;
                for (int x = 0; x < block_px; ++x) {
                    const int level = pixels[x];
                    block.least = std::min(block.least, level);
                    block.most = std::max(block.most, level);
                    sum += level;
                }
            }
            block.mean = sum / (block_px * block_px);
        }
    }

    [[nodiscard]] double range_that_counts() const {
        std::vector<int> ranges;
        for (const Block& block : blocks_) ranges.push_back(block.most - block.least);
        const auto even =
            ranges.begin() + static_cast<std::ptrdiff_t>(static_cast<double>(ranges.size()) * noise_share);
        std::nth_element(ranges.begin(), even, ranges.end());
        return std::max(range_floor, noise_factor * *even);
    }

    void judge() {
        const double needed = range_that_counts();
        for (int row = 0; row < rows_; ++row) {
            for (int column = 0; column < columns_; ++column) {
                const Block& own = blocks_[index(column, row)];
                if (own.most - own.least < needed) continue;
                int least = 255;
                int most = 0;
                int sum = 0;
                int count = 0;
                for (int y = std::max(0, row - around); y <= std::min(rows_ - 1, row + around); ++y) {
                    for (int x = std::max(0, column - around); x <= std::min(columns_ - 1, column + around);
                         ++x) {
                        const Block& block = blocks_[index(x, y)];
                        least = std::min(least, block.least);
                        most = std::max(most, block.most);
                        sum += block.mean;
                        ++count;
                    }
                }
                const double black = (most - static_cast<double>(sum) / count) / (most - least);
                busy_[index(column, row)] = black > black_min && black < black_max ? 1 : 0;
            }
        }
    }

    // Removes one connected patch and returns its size and its padded box.
    std::pair<int, PixelRect> take_patch(int column, int row) {
        int left = column;
        int right = column;
        int top = row;
        int bottom = row;
        int count = 0;
        std::vector<std::pair<int, int>> open{{column, row}};
        busy_[index(column, row)] = 0;
        while (!open.empty()) {
            const auto [c, r] = open.back();
            open.pop_back();
            ++count;
            left = std::min(left, c);
            right = std::max(right, c);
            top = std::min(top, r);
            bottom = std::max(bottom, r);
            for (const auto& [nc, nr] : {std::pair{c - 1, r}, {c + 1, r}, {c, r - 1}, {c, r + 1}}) {
                if (nc < 0 || nr < 0 || nc >= columns_ || nr >= rows_ || busy_[index(nc, nr)] == 0) continue;
                busy_[index(nc, nr)] = 0;
                open.emplace_back(nc, nr);
            }
        }
        const int unit = 2 * block_px;
        return {count,
                {(left - padding) * unit, (top - padding) * unit, (right - left + 1 + 2 * padding) * unit,
                 (bottom - top + 1 + 2 * padding) * unit}};
    }

    int columns_;
    int rows_;
    std::vector<Block> blocks_;
    std::vector<std::uint8_t> busy_;
};

}  // namespace

std::vector<PixelRect> find_code_areas(GreyView half) {
    return BlockMap(half).patches();
}

}  // namespace baodao
