// SPDX-License-Identifier: MIT
// Where each module of a code lies in a picture: a perspective plane and, on top
// of it, how bent paper shifts its parts.
#pragma once

#include <array>

#include "domain/qr/finder_search.hpp"
#include "domain/qr/grey_image.hpp"
#include "domain/qr/qr_layout.hpp"

namespace baodao {

// Module coordinates (the middle of the top left module is 0.5, 0.5) → picture.
class ModuleGrid {
  public:
    using Corners = std::array<PixelPoint, 4>;
    // The plane through four points, given in modules and in the picture. Impossible corners make a
    // useless grid, never a crash.
    ModuleGrid(int side, const Corners& modules, const Corners& pixels);

    [[nodiscard]] PixelPoint at(double u, double v) const;
    [[nodiscard]] int side() const { return side_; }

    // The bends: shifts, in modules, at the nodes of a lattice over the code.
    static constexpr int lattice = 6;  // nodes to a side
    [[nodiscard]] PixelPoint bend(int column, int row) const { return bends_[node(column, row)]; }
    void set_bend(int column, int row, PixelPoint shift) {
        bends_[node(column, row)] = shift;
        bent_ = true;
    }
    [[nodiscard]] PixelPoint shift(double u, double v) const;
    // The module coordinate of a row or column of nodes.
    [[nodiscard]] double node_at(int index) const {
        return static_cast<double>(index) * side_ / (lattice - 1);
    }

  private:
    static std::size_t node(int column, int row) { return static_cast<std::size_t>(row * lattice + column); }

    int side_;
    std::array<double, 9> plane_{};
    std::array<PixelPoint, static_cast<std::size_t>(lattice* lattice)> bends_{};
    bool bent_ = false;
};

// A plane that is being fitted, and how well it fits.
struct FittedPlane {
    ModuleGrid::Corners modules;
    ModuleGrid::Corners pixels;
    int side = 0;
    double contrast = 0;         // mean white minus mean black of the fixed patterns, in grey levels
    double finder_contrast = 0;  // of the finders alone
    double line_contrast = 0;    // of the patterns between them, which tell one version from another

    [[nodiscard]] bool convincing() const {
        return finder_contrast > 0 && line_contrast > 0.7 * finder_contrast;
    }
    [[nodiscard]] ModuleGrid grid() const { return {side, modules, pixels}; }
};
// How much the least of three finders looks like one, under the plane they imply: 1 for a drawn
// one, about 0 for chance.
[[nodiscard]] double finder_likeness(GreyView picture, const FinderTriple& triple);
// A first plane, from the finders and the last alignment pattern.
[[nodiscard]] FittedPlane guess_plane(GreyView picture, const QrLayout& layout, const FinderTriple& triple);
// Moves its corners as long as the fixed patterns gain contrast.
void refine_plane(GreyView picture, const QrLayout& layout, const FinderTriple& triple, FittedPlane& plane);

// Follows the paper's bends: each part of the grid moves to where its modules stand out best.
void follow_bends(GreyView picture, const QrLayout& layout, ModuleGrid& grid);

}  // namespace baodao
