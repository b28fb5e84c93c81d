// SPDX-License-Identifier: MIT
#include "domain/qr/soft_modules.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace baodao {
namespace {

constexpr int light_reach = 4;       // modules around that tell the local light
constexpr double tap_offset = 0.22;  // modules from the middle
constexpr double ridge = 4;          // keeps few or contradicting examples from wild weights
constexpr std::size_t weights_max = 26;

using Weights = std::array<double, weights_max>;

// Least squares by Cholesky; the ridge makes the matrix positive definite.
class LeastSquares {
  public:
    explicit LeastSquares(std::size_t size) : size_(size) {}

    void add(const Weights& features, double wanted) {
        for (std::size_t i = 0; i < size_; ++i) {
            for (std::size_t j = 0; j <= i; ++j) matrix_[i][j] += features[i] * features[j];
            right_[i] += features[i] * wanted;
        }
    }
    [[nodiscard]] Weights solve() {
        for (std::size_t i = 0; i < size_; ++i) matrix_[i][i] += ridge;
        for (std::size_t i = 0; i < size_; ++i) {
            for (std::size_t j = 0; j <= i; ++j) {
                double sum = matrix_[i][j];
                for (std::size_t k = 0; k < j; ++k) sum -= matrix_[i][k] * matrix_[j][k];
                matrix_[i][j] = i == j ? std::sqrt(std::max(sum, 1e-9)) : sum / matrix_[j][j];
            }
        }
        Weights x{};
        for (std::size_t i = 0; i < size_; ++i) {
            x[i] = right_[i];
            for (std::size_t k = 0; k < i; ++k) x[i] -= matrix_[i][k] * x[k];
            x[i] /= matrix_[i][i];
        }
        for (std::size_t i = size_; i-- > 0;) {
            for (std::size_t k = i + 1; k < size_; ++k) x[i] -= matrix_[k][i] * x[k];
            x[i] /= matrix_[i][i];
        }
        return x;
    }

  private:
    std::size_t size_;
    std::array<Weights, weights_max> matrix_{};
    Weights right_{};
};

}  // namespace

ModuleReader::ModuleReader(GreyView picture, const ModuleGrid& grid) : side_(grid.side()) {
    const int span = side_ + 2 * border;
    std::vector<PixelPoint> places;  // one more each way, for the steps to the neighbours
    for (int y = 0; y <= span; ++y) {
        for (int x = 0; x <= span; ++x) places.push_back(grid.at(x - border + 0.5, y - border + 0.5));
    }
    levels_.reserve(static_cast<std::size_t>(span * span));
    for (int y = 0; y < span; ++y) {
        for (int x = 0; x < span; ++x) {
            const std::size_t at = static_cast<std::size_t>(y * (span + 1) + x);
            const PixelPoint middle = places[at];
            const PixelPoint right = places[at + 1];
            const PixelPoint below = places[at + static_cast<std::size_t>(span) + 1];
            const PixelPoint u{tap_offset * (right.x - middle.x), tap_offset * (right.y - middle.y)};
            const PixelPoint v{tap_offset * (below.x - middle.x), tap_offset * (below.y - middle.y)};
            levels_.push_back((2 * brightness(picture, middle) +
                               brightness(picture, {middle.x - u.x, middle.y - u.y}) +
                               brightness(picture, {middle.x + u.x, middle.y + u.y}) +
                               brightness(picture, {middle.x - v.x, middle.y - v.y}) +
                               brightness(picture, {middle.x + v.x, middle.y + v.y})) /
                              6);
        }
    }
    flatten_light();
}

void ModuleReader::flatten_light() {
    const int span = side_ + 2 * border;
    // Running sums of levels and of their distances to the mean, over a window that is cut at the edges.
    const auto window_mean = [span](const std::vector<float>& values) {
        std::vector<float> across(values.size());
        std::vector<float> both(values.size());
        const auto pass = [span](const std::vector<float>& in, std::vector<float>& out, int stride,
                                 int line) {
            for (int l = 0; l < span; ++l) {
                for (int i = 0; i < span; ++i) {
                    const int from = std::max(0, i - light_reach);
                    const int to = std::min(span - 1, i + light_reach);
                    float sum = 0;
                    for (int k = from; k <= to; ++k)
                        sum += in[static_cast<std::size_t>(l * line + k * stride)];
                    out[static_cast<std::size_t>(l * line + i * stride)] =
                        sum / static_cast<float>(to - from + 1);
                }
            }
        };
        pass(values, across, 1, span);
        pass(across, both, span, 1);
        return both;
    };
    const std::vector<float> mean = window_mean(levels_);
    std::vector<float> distance(levels_.size());
    for (std::size_t i = 0; i < levels_.size(); ++i) distance[i] = std::abs(levels_[i] - mean[i]);
    const std::vector<float> spread = window_mean(distance);
    for (std::size_t i = 0; i < levels_.size(); ++i) {
        levels_[i] = std::clamp((mean[i] - levels_[i]) / std::max(spread[i], 1.0F), -3.0F, 3.0F);
    }
}

ModuleEvidence ModuleReader::weigh(const ModuleEvidence& known, int reach) const {
    const auto neighbours = static_cast<std::size_t>((2 * reach + 1) * (2 * reach + 1));
    const std::size_t size = neighbours + 1;
    const auto features_at = [&](int x, int y) {
        Weights features{};
        std::size_t i = 0;
        for (int dy = -reach; dy <= reach; ++dy) {
            for (int dx = -reach; dx <= reach; ++dx)
                features[i++] = static_cast<double>(level(x + dx, y + dy));
        }
        features[i] = 1;
        return features;
    };
    LeastSquares fit(size);
    for (int y = 0; y < side_; ++y) {
        for (int x = 0; x < side_; ++x) {
            if (known.at(x, y) != 0) fit.add(features_at(x, y), static_cast<double>(known.at(x, y)));
        }
    }
    const Weights weights = fit.solve();
    ModuleEvidence evidence(side_);
    for (int y = 0; y < side_; ++y) {
        for (int x = 0; x < side_; ++x) {
            const Weights features = features_at(x, y);
            double sum = 0;
            for (std::size_t i = 0; i < size; ++i) sum += weights[i] * features[i];
            evidence.at(x, y) = static_cast<float>(sum);
        }
    }
    return evidence;
}

ModuleEvidence fixed_patterns(const QrLayout& layout) {
    ModuleEvidence known(layout.side());
    for (int y = 0; y < layout.side(); ++y) {
        for (int x = 0; x < layout.side(); ++x) {
            const ModuleUse use = layout.use(x, y);
            if (use == ModuleUse::fixed_black) known.at(x, y) = 1;
            if (use == ModuleUse::fixed_white) known.at(x, y) = -1;
        }
    }
    return known;
}

}  // namespace baodao
