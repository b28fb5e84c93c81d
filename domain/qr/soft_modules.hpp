// SPDX-License-Identifier: MIT
// How likely each module is black, weighed against what blur, smear and uneven
// light do to its neighbours.
#pragma once

#include <cstddef>
#include <vector>

#include "domain/qr/module_grid.hpp"

namespace baodao {

// A value for each module: about +1 for surely black, −1 for surely white, 0 for no idea.
class ModuleEvidence {
  public:
    explicit ModuleEvidence(int side)
        : side_(side), values_(static_cast<std::size_t>(side) * static_cast<std::size_t>(side), 0.0F) {}
    [[nodiscard]] int side() const { return side_; }
    [[nodiscard]] float at(int x, int y) const { return values_[index(x, y)]; }
    [[nodiscard]] float& at(int x, int y) { return values_[index(x, y)]; }

  private:
    [[nodiscard]] std::size_t index(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(side_) + static_cast<std::size_t>(x);
    }
    int side_;
    std::vector<float> values_;
};

// Reads a picture's modules and learns, from modules whose colour is known, how the lens mixed each
// with its neighbours; then undoes that. The more is known, the better it gets.
class ModuleReader {
  public:
    ModuleReader(GreyView picture, const ModuleGrid& grid);

    // `known` holds +1, −1, or 0 for unknown. `reach` is how many neighbours each way are weighed
    // (1 or 2): more need more that is known.
    [[nodiscard]] ModuleEvidence weigh(const ModuleEvidence& known, int reach) const;

  private:
    static constexpr int border = 2;  // modules of quiet zone that are read too
    [[nodiscard]] float level(int x, int y) const {
        return levels_[static_cast<std::size_t>((y + border) * (side_ + 2 * border) + x + border)];
    }
    void flatten_light();

    int side_;
    std::vector<float> levels_;  // freed from the local brightness and contrast
};

// What the layout alone tells: its fixed patterns.
[[nodiscard]] ModuleEvidence fixed_patterns(const QrLayout& layout);

}  // namespace baodao
