// SPDX-License-Identifier: MIT
// follow_bends(): the grid's lattice is pulled to where the modules stand out best.
#include <algorithm>
#include <cmath>
#include <vector>

#include "domain/qr/module_grid.hpp"

namespace baodao {
namespace {

constexpr double known_weight = 2;   // a fixed pattern's module tells more than one of data
constexpr double stiffness = 0.6;    // how much paper resists, per module of data and module² of bend
constexpr double bend_max = 1.6;     // modules; farther away lies the neighbours' neighbour
constexpr double pattern_reach = 2;  // modules, each way from where the plane has a pattern
constexpr int mean_reach = 4;        // modules around, for the local threshold

// One module as the search sees it: its place on the plane, and one module's steps there.
struct Cell {
    PixelPoint place;
    PixelPoint step_u;
    PixelPoint step_v;
    float threshold = 0;
    ModuleUse use = ModuleUse::data;
};

class BendSearch {
  public:
    BendSearch(GreyView picture, const QrLayout& layout, ModuleGrid& grid)
        : picture_(picture), side_(layout.side()), grid_(grid) {
        for (int y = 0; y < side_; ++y) {
            for (int x = 0; x < side_; ++x) cells_.push_back(make_cell(layout, x, y));
        }
        set_thresholds();
    }

    void run(const QrLayout& layout) {
        pin_to_alignments(layout);
        for (const double step : {0.4, 0.4, 0.25, 0.25, 0.12}) {
            for (int row = 0; row < ModuleGrid::lattice; ++row) {
                for (int column = 0; column < ModuleGrid::lattice; ++column) pull(column, row, step);
            }
        }
    }

  private:
    [[nodiscard]] Cell make_cell(const QrLayout& layout, int x, int y) const {
        const PixelPoint place = grid_.at(x + 0.5, y + 0.5);
        const PixelPoint right = grid_.at(x + 1.0, y + 0.5);
        const PixelPoint below = grid_.at(x + 0.5, y + 1.0);
        return {place,
                {2 * (right.x - place.x), 2 * (right.y - place.y)},
                {2 * (below.x - place.x), 2 * (below.y - place.y)},
                0,
                layout.use(x, y)};
    }
    [[nodiscard]] const Cell& cell(int x, int y) const {
        return cells_[static_cast<std::size_t>(y * side_ + x)];
    }

    void set_thresholds() {
        std::vector<float> levels;
        for (const Cell& each : cells_) levels.push_back(brightness(picture_, each.place));
        contrast_ = 0;
        for (int y = 0; y < side_; ++y) {
            for (int x = 0; x < side_; ++x) {
                float sum = 0;
                int count = 0;
                for (int v = std::max(0, y - mean_reach); v <= std::min(side_ - 1, y + mean_reach); ++v) {
                    for (int u = std::max(0, x - mean_reach); u <= std::min(side_ - 1, x + mean_reach); ++u) {
                        sum += levels[static_cast<std::size_t>(v * side_ + u)];
                        ++count;
                    }
                }
                const auto at = static_cast<std::size_t>(y * side_ + x);
                cells_[at].threshold = sum / static_cast<float>(count);
                contrast_ += std::abs(static_cast<double>(levels[at] - cells_[at].threshold));
            }
        }
        contrast_ /= static_cast<double>(cells_.size());
    }

    // How clearly the modules around a node stand out; half of them will do.
    [[nodiscard]] double clearness(int column, int row) const {
        const double span = static_cast<double>(side_) / (ModuleGrid::lattice - 1);
        const int left = std::max(0, static_cast<int>((column - 1) * span));
        const int right = std::min(side_, static_cast<int>((column + 1) * span) + 1);
        const int top = std::max(0, static_cast<int>((row - 1) * span));
        const int bottom = std::min(side_, static_cast<int>((row + 1) * span) + 1);
        double sum = 0;
        int count = 0;
        for (int y = top; y < bottom; ++y) {
            for (int x = left + (y + left) % 2; x < right; x += 2) {
                const Cell& c = cell(x, y);
                const PixelPoint by = grid_.shift(x + 0.5, y + 0.5);
                const PixelPoint place{c.place.x + by.x * c.step_u.x + by.y * c.step_v.x,
                                       c.place.y + by.x * c.step_u.y + by.y * c.step_v.y};
                const auto above = static_cast<double>(brightness(picture_, place) - c.threshold);
                ++count;
                if (c.use == ModuleUse::fixed_white)
                    sum += known_weight * above;
                else if (c.use == ModuleUse::fixed_black)
                    sum -= known_weight * above;
                else
                    sum += std::abs(above);
            }
        }
        return sum / std::max(count, 1) - stiffness * contrast_ * strain(column, row);
    }

    // Square of the distance to what the neighbouring nodes would have.
    [[nodiscard]] double strain(int column, int row) const {
        PixelPoint mean;
        int count = 0;
        for (const auto& [dc, dr] : {std::pair{-1, 0}, {1, 0}, {0, -1}, {0, 1}}) {
            const int c = column + dc;
            const int r = row + dr;
            if (c < 0 || r < 0 || c >= ModuleGrid::lattice || r >= ModuleGrid::lattice) continue;
            mean.x += grid_.bend(c, r).x;
            mean.y += grid_.bend(c, r).y;
            ++count;
        }
        const double dx = grid_.bend(column, row).x - mean.x / count;
        const double dy = grid_.bend(column, row).y - mean.y / count;
        return dx * dx + dy * dy;
    }

    // How far the pattern around `place` is from where the plane has it, in modules.
    [[nodiscard]] PixelPoint pattern_shift(ModulePlace place, PixelPoint expected) const {
        const Cell& c = cell(place.x, place.y);
        PixelPoint best = expected;
        double best_likeness = -1e9;
        for (double v = -pattern_reach; v <= pattern_reach; v += 0.25) {
            for (double u = -pattern_reach; u <= pattern_reach; u += 0.25) {
                double likeness = -contrast_ * 0.12 * (u * u + v * v);
                for (int dy = -2; dy <= 2; ++dy) {
                    for (int dx = -2; dx <= 2; ++dx) {
                        const double mu = expected.x + u + dx;
                        const double mv = expected.y + v + dy;
                        const PixelPoint at{c.place.x + mu * c.step_u.x + mv * c.step_v.x,
                                            c.place.y + mu * c.step_u.y + mv * c.step_v.y};
                        const auto level = static_cast<double>(brightness(picture_, at));
                        likeness += std::max(std::abs(dx), std::abs(dy)) == 1 ? level / 8 : -level / 17;
                    }
                }
                if (likeness <= best_likeness) continue;
                best_likeness = likeness;
                best = {expected.x + u, expected.y + v};
            }
        }
        return best;
    }

    // The lattice's first shape: the shifts of the alignment patterns, and none at the finders.
    void pin_to_alignments(const QrLayout& layout) {
        std::vector<std::pair<PixelPoint, PixelPoint>> pins;
        const double far = side_ - 3.5;
        for (const PixelPoint finder : {PixelPoint{3.5, 3.5}, {far, 3.5}, {3.5, far}})
            pins.push_back({finder, {}});
        for (const ModulePlace place : layout.alignments()) {
            pins.push_back({{place.x + 0.5, place.y + 0.5}, pattern_shift(place, {})});
        }
        for (int row = 0; row < ModuleGrid::lattice; ++row) {
            for (int column = 0; column < ModuleGrid::lattice; ++column) {
                PixelPoint sum;
                double weights = 0;
                for (const auto& [at, shift] : pins) {
                    const double dx = at.x - grid_.node_at(column);
                    const double dy = at.y - grid_.node_at(row);
                    const double weight = 1 / ((dx * dx + dy * dy) * (dx * dx + dy * dy) + 60);
                    sum.x += weight * shift.x;
                    sum.y += weight * shift.y;
                    weights += weight;
                }
                grid_.set_bend(column, row, {sum.x / weights, sum.y / weights});
            }
        }
    }

    void pull(int column, int row, double step) {
        PixelPoint best = grid_.bend(column, row);
        double clearest = clearness(column, row);
        const PixelPoint from = best;
        for (const PixelPoint way : {PixelPoint{step, 0}, {-step, 0}, {0, step}, {0, -step}}) {
            const PixelPoint trial{from.x + way.x, from.y + way.y};
            if (std::abs(trial.x) > bend_max || std::abs(trial.y) > bend_max) continue;
            grid_.set_bend(column, row, trial);
            const double reached = clearness(column, row);
            if (reached <= clearest) continue;
            clearest = reached;
            best = trial;
        }
        grid_.set_bend(column, row, best);
    }

    GreyView picture_;
    int side_;
    ModuleGrid& grid_;
    std::vector<Cell> cells_;
    double contrast_ = 0;
};

}  // namespace

void follow_bends(GreyView picture, const QrLayout& layout, ModuleGrid& grid) {
    BendSearch(picture, layout, grid).run(layout);
}

}  // namespace baodao
