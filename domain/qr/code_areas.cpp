// SPDX-License-Identifier: MIT
#include "domain/qr/code_areas.hpp"

#include <algorithm>

namespace baodao {
namespace {

constexpr int block_px = 8;          // of the half-size picture
constexpr int around = 1;            // blocks each way that share a judgement
constexpr int blocks_min = 12;       // a smaller patch is no code of ours
constexpr double fill_min = 0.5;     // a code fills its box, scattered text does not
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

// Connected busy blocks and the box around them.
struct Patch {
    int left;
    int right;
    int top;
    int bottom;
    int blocks;

    void take(int column, int row) {
        left = std::min(left, column);
        right = std::max(right, column);
        top = std::min(top, row);
        bottom = std::max(bottom, row);
        ++blocks;
    }
    [[nodiscard]] int columns() const { return right - left + 1; }
    [[nodiscard]] int rows() const { return bottom - top + 1; }
    [[nodiscard]] bool slim() const { return 4 * columns() < rows() || 4 * rows() < columns(); }
    [[nodiscard]] bool firm() const { return blocks >= fill_min * columns() * rows(); }
    [[nodiscard]] PixelRect rect() const {
        constexpr int unit = 2 * block_px;  // in the full picture
        return {(left - padding) * unit, (top - padding) * unit, (columns() + 2 * padding) * unit,
                (rows() + 2 * padding) * unit};
    }
};

class BlockMap {
  public:
    explicit BlockMap(GreyView frame)
        : columns_(frame.width() / (2 * block_px)),
          rows_(frame.height() / (2 * block_px)),
          blocks_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_)),
          busy_(blocks_.size(), 0),
          least_(static_cast<std::size_t>(columns_ * block_px)),
          most_(least_.size()),
          sum_(least_.size()) {
        for (int row = 0; row < rows_; ++row) measure_row(frame, row);
        if (!blocks_.empty()) judge();
    }

    [[nodiscard]] std::vector<CodeArea> patches() {
        std::vector<Patch> found;
        for (int row = 0; row < rows_; ++row) {
            for (int column = 0; column < columns_; ++column) {
                if (busy_[index(column, row)] == 0) continue;
                const Patch patch = take_patch(column, row);
                if (patch.blocks >= blocks_min && !patch.slim()) found.push_back(patch);
            }
        }
        std::stable_sort(found.begin(), found.end(), [](const Patch& a, const Patch& b) {
            return a.firm() != b.firm() ? a.firm() : a.blocks > b.blocks;
        });
        if (found.size() > code_areas_max) found.resize(code_areas_max);
        std::vector<CodeArea> areas;
        for (const Patch& patch : found) areas.push_back({patch.rect(), patch.firm()});
        return areas;
    }

  private:
    [[nodiscard]] std::size_t index(int column, int row) const {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
               static_cast<std::size_t>(column);
    }

    // Every other pair of pixel rows is enough, and half the time.
    void measure_row(GreyView frame, int row) {
        // First down the columns of pixels, many at a time, then once across each block.
        std::fill(least_.begin(), least_.end(), std::uint8_t{255});
        std::fill(most_.begin(), most_.end(), std::uint8_t{0});
        std::fill(sum_.begin(), sum_.end(), std::uint16_t{0});
        for (int y = row * 2 * block_px; y < (row + 1) * 2 * block_px; y += 4)
            measure_line(frame.row(y), frame.row(y + 1));
        Block* block = blocks_.data() + index(0, row);
        for (std::size_t x = 0; x < least_.size(); x += block_px, ++block) {
            for (std::size_t i = x; i < x + block_px; ++i) {
                block->least = std::min<int>(block->least, least_[i]);
                block->most = std::max<int>(block->most, most_[i]);
                block->mean += sum_[i];
            }
            block->mean /= block_px * block_px / 2;
        }
    }

    // Two rows of pixels make one of the half-size picture.
    void measure_line(const std::uint8_t* a, const std::uint8_t* b) {
        std::uint8_t* least = least_.data();
        std::uint8_t* most = most_.data();
        std::uint16_t* sum = sum_.data();
        for (std::size_t x = 0; x < least_.size(); ++x) {
            const auto level =
                static_cast<std::uint8_t>((a[2 * x] + a[2 * x + 1] + b[2 * x] + b[2 * x + 1] + 2) / 4);
            least[x] = std::min(least[x], level);
            most[x] = std::max(most[x], level);
            sum[x] = static_cast<std::uint16_t>(sum[x] + level);
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

    // Removes one connected patch.
    Patch take_patch(int column, int row) {
        Patch patch{column, column, row, row, 0};
        std::vector<std::pair<int, int>> open{{column, row}};
        busy_[index(column, row)] = 0;
        while (!open.empty()) {
            const auto [c, r] = open.back();
            open.pop_back();
            patch.take(c, r);
            for (const auto& [nc, nr] : {std::pair{c - 1, r}, {c + 1, r}, {c, r - 1}, {c, r + 1}}) {
                if (nc < 0 || nr < 0 || nc >= columns_ || nr >= rows_ || busy_[index(nc, nr)] == 0) continue;
                busy_[index(nc, nr)] = 0;
                open.emplace_back(nc, nr);
            }
        }
        return patch;
    }

    int columns_;
    int rows_;
    std::vector<Block> blocks_;
    std::vector<std::uint8_t> busy_;
    // Of one row of blocks, for each column of the half-size picture.
    std::vector<std::uint8_t> least_;
    std::vector<std::uint8_t> most_;
    std::vector<std::uint16_t> sum_;
};

}  // namespace

std::vector<CodeArea> find_code_areas(GreyView frame) {
    return BlockMap(frame).patches();
}

}  // namespace baodao
