// SPDX-License-Identifier: MIT
#include "domain/qr/module_grid.hpp"

#include <algorithm>
#include <cmath>

namespace baodao {
namespace {

constexpr double finder_middle = 3.5;     // from the code's edge
constexpr double alignment_middle = 6.5;  // of the last alignment pattern, from the far edges

using Plane = std::array<double, 9>;

// The projective map of the unit square onto four points, clockwise from (0, 0).
Plane from_square(const ModuleGrid::Corners& p) {
    const double sx = p[0].x - p[1].x + p[2].x - p[3].x;
    const double sy = p[0].y - p[1].y + p[2].y - p[3].y;
    const double dx1 = p[1].x - p[2].x;
    const double dy1 = p[1].y - p[2].y;
    const double dx2 = p[3].x - p[2].x;
    const double dy2 = p[3].y - p[2].y;
    const double area = dx1 * dy2 - dx2 * dy1;
    const double g = area == 0 ? 0 : (sx * dy2 - dx2 * sy) / area;
    const double h = area == 0 ? 0 : (dx1 * sy - sx * dy1) / area;
    return {p[1].x - p[0].x + g * p[1].x,
            p[3].x - p[0].x + h * p[3].x,
            p[0].x,
            p[1].y - p[0].y + g * p[1].y,
            p[3].y - p[0].y + h * p[3].y,
            p[0].y,
            g,
            h,
            1};
}

// The inverse up to a factor, which does not matter to a projective map.
Plane adjugate(const Plane& m) {
    return {m[4] * m[8] - m[5] * m[7], m[2] * m[7] - m[1] * m[8], m[1] * m[5] - m[2] * m[4],
            m[5] * m[6] - m[3] * m[8], m[0] * m[8] - m[2] * m[6], m[2] * m[3] - m[0] * m[5],
            m[3] * m[7] - m[4] * m[6], m[1] * m[6] - m[0] * m[7], m[0] * m[4] - m[1] * m[3]};
}

Plane product(const Plane& a, const Plane& b) {
    Plane out{};
    for (std::size_t i = 0; i < 3; ++i) {
        for (std::size_t j = 0; j < 3; ++j) {
            for (std::size_t k = 0; k < 3; ++k) out[3 * i + j] += a[3 * i + k] * b[3 * k + j];
        }
    }
    return out;
}

void rate(GreyView picture, const QrLayout& layout, FittedPlane& plane) {
    struct Sums {
        std::array<double, 2> levels{};
        std::array<int, 2> counts{};
        [[nodiscard]] double contrast() const { return levels[0] / counts[0] - levels[1] / counts[1]; }
    };
    std::array<Sums, 2> parts;  // lines, finders
    const ModuleGrid grid = plane.grid();
    for (const FixedModule& module : layout.fixed_modules()) {
        const PixelPoint place = grid.at(module.place.x + 0.5, module.place.y + 0.5);
        Sums& part = parts[module.finder ? 1 : 0];
        const std::size_t colour = module.black ? 1 : 0;
        part.levels[colour] += static_cast<double>(brightness(picture, place));
        ++part.counts[colour];
    }
    plane.line_contrast = parts[0].contrast();
    plane.finder_contrast = parts[1].contrast();
    Sums all = parts[0];
    for (std::size_t i = 0; i < 2; ++i) {
        all.levels[i] += parts[1].levels[i];
        all.counts[i] += parts[1].counts[i];
    }
    plane.contrast = all.contrast();
}

FittedPlane first_guess(const QrLayout& layout, const FinderTriple& triple) {
    const double near = finder_middle;
    const double far = layout.side() - finder_middle;
    const bool aligned = !layout.alignments().empty();
    const double last = aligned ? layout.side() - alignment_middle : far;
    const PixelPoint a = triple.top_left.centre;
    const PixelPoint b = triple.top_right.centre;
    const PixelPoint c = triple.bottom_left.centre;
    const double t = (last - near) / (far - near);
    const PixelPoint d{a.x + t * (b.x - a.x + c.x - a.x), a.y + t * (b.y - a.y + c.y - a.y)};
    return {{{{near, near}, {far, near}, {last, last}, {near, far}}}, {{a, b, d, c}}, layout.side(), 0};
}

// One module's steps in the picture, near the last alignment pattern.
struct Steps {
    PixelPoint u;
    PixelPoint v;
};

Steps steps_of(const FinderTriple& triple, int side) {
    const double span = side - 2 * finder_middle;
    const PixelPoint a = triple.top_left.centre;
    const PixelPoint b = triple.top_right.centre;
    const PixelPoint c = triple.bottom_left.centre;
    return {{(b.x - a.x) / span, (b.y - a.y) / span}, {(c.x - a.x) / span, (c.y - a.y) / span}};
}

PixelPoint moved(PixelPoint from, const Steps& steps, double u, double v) {
    return {from.x + u * steps.u.x + v * steps.v.x, from.y + u * steps.u.y + v * steps.v.y};
}

double alignment_likeness(GreyView picture, PixelPoint middle, const Steps& steps) {
    double sum = 0;
    for (int v = -2; v <= 2; ++v) {
        for (int u = -2; u <= 2; ++u) {
            const auto level = static_cast<double>(brightness(picture, moved(middle, steps, u, v)));
            sum += std::max(std::abs(u), std::abs(v)) == 1 ? level / 8 : -level / 17;
        }
    }
    return sum;
}

struct Spot {
    PixelPoint place;
    double likeness = 0;
};

// The few likeliest places of the last alignment pattern; data can look like one, so not just the best.
std::array<Spot, 4> alignment_spots(GreyView picture, PixelPoint guess, const Steps& steps, int side) {
    std::array<Spot, 4> best;
    best.fill({guess, -1});
    const double reach = 2.5 + 0.08 * side;
    for (double v = -reach; v <= reach; v += 0.5) {
        for (double u = -reach; u <= reach; u += 0.5) {
            const PixelPoint place = moved(guess, steps, u, v);
            const double likeness = alignment_likeness(picture, place, steps);
            const auto near = std::find_if(best.begin(), best.end(), [&](const Spot& spot) {
                return std::hypot(spot.place.x - place.x, spot.place.y - place.y) <
                       1.5 * std::hypot(steps.u.x, steps.u.y);
            });
            Spot& rival = near != best.end() ? *near : best.back();
            if (likeness > rival.likeness) rival = {place, likeness};
            std::sort(best.begin(), best.end(),
                      [](const Spot& a, const Spot& b) { return a.likeness > b.likeness; });
        }
    }
    return best;
}

}  // namespace

ModuleGrid::ModuleGrid(int side, const Corners& modules, const Corners& pixels)
    : side_(side), plane_(product(from_square(pixels), adjugate(from_square(modules)))) {}

PixelPoint ModuleGrid::shift(double u, double v) const {
    const double x = std::clamp(u / side_, 0.0, 0.9999) * (lattice - 1);
    const double y = std::clamp(v / side_, 0.0, 0.9999) * (lattice - 1);
    const int column = static_cast<int>(x);
    const int row = static_cast<int>(y);
    const double fx = x - column;
    const double fy = y - row;
    const auto mix = [&](double PixelPoint::*axis) {
        return (bend(column, row).*axis * (1 - fx) + bend(column + 1, row).*axis * fx) * (1 - fy) +
               (bend(column, row + 1).*axis * (1 - fx) + bend(column + 1, row + 1).*axis * fx) * fy;
    };
    return {mix(&PixelPoint::x), mix(&PixelPoint::y)};
}

PixelPoint ModuleGrid::at(double u, double v) const {
    if (bent_) {
        const PixelPoint by = shift(u, v);
        u += by.x;
        v += by.y;
    }
    const double w = plane_[6] * u + plane_[7] * v + plane_[8];
    if (w == 0) return {};
    return {(plane_[0] * u + plane_[1] * v + plane_[2]) / w, (plane_[3] * u + plane_[4] * v + plane_[5]) / w};
}

double finder_likeness(GreyView picture, const FinderTriple& triple) {
    const double far = triple.side_modules - finder_middle;
    const PixelPoint a = triple.top_left.centre;
    const PixelPoint b = triple.top_right.centre;
    const PixelPoint c = triple.bottom_left.centre;
    const double step = far - finder_middle;
    const Steps steps{{(b.x - a.x) / step, (b.y - a.y) / step}, {(c.x - a.x) / step, (c.y - a.y) / step}};
    double worst = 1;
    for (const PixelPoint middle : {a, b, c}) {
        double contrast = 0;
        double sum = 0;
        double squares = 0;
        for (int v = -4; v <= 4; ++v) {
            for (int u = -4; u <= 4; ++u) {
                const int ring = std::max(std::abs(u), std::abs(v));
                const auto level = static_cast<double>(brightness(picture, moved(middle, steps, u, v)));
                contrast += ring == 2 || ring == 4 ? level / 48 : -level / 33;
                sum += level;
                squares += level * level;
            }
        }
        const double variance = std::max(0.0, squares / 81 - (sum / 81) * (sum / 81));
        worst = std::min(worst, contrast / (2 * std::sqrt(variance) + 2));
    }
    return worst;
}

FittedPlane guess_plane(GreyView picture, const QrLayout& layout, const FinderTriple& triple) {
    FittedPlane best = first_guess(layout, triple);
    rate(picture, layout, best);
    if (best.convincing() || layout.alignments().empty()) return best;
    const Steps steps = steps_of(triple, layout.side());
    for (const Spot& spot : alignment_spots(picture, best.pixels[2], steps, layout.side())) {
        FittedPlane trial = best;
        trial.pixels[2] = spot.place;
        rate(picture, layout, trial);
        if (trial.contrast > best.contrast) best = trial;
    }
    return best;
}

void refine_plane(GreyView picture, const QrLayout& layout, const FinderTriple& triple, FittedPlane& plane) {
    const Steps steps = steps_of(triple, layout.side());
    for (const double step : {0.7, 0.35, 0.18}) {
        for (int round = 0; round < 2; ++round) {
            bool gained = false;
            for (std::size_t i = 0; i < 4; ++i) {
                for (const PixelPoint way : {PixelPoint{step, 0}, {-step, 0}, {0, step}, {0, -step}}) {
                    FittedPlane trial = plane;
                    trial.pixels[i] = moved(plane.pixels[i], steps, way.x, way.y);
                    rate(picture, layout, trial);
                    if (trial.contrast <= plane.contrast) continue;
                    plane = trial;
                    gained = true;
                }
            }
            if (!gained) break;
        }
    }
}

}  // namespace baodao
