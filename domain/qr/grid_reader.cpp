// SPDX-License-Identifier: MIT
#include "domain/qr/grid_reader.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include "domain/qr/picture_ops.hpp"
#include "domain/qr/symbol_repair.hpp"
#include "domain/qr/zxing_reader.hpp"

namespace baodao {
namespace {

constexpr int threshold_radius = 18;  // pixels: about a finder's width
constexpr int threshold_margin = 4;
constexpr double contrast_min = 7;  // grey levels between the fixed patterns' black and white
constexpr int learning_rounds = 3;
constexpr float sure = 0.35F;  // evidence from which a module may teach the next round
constexpr int drawn_module_px = 2;

struct Sighting {
    FinderTriple triple;
    FittedPlane plane;
    int version = 0;
};

// The version whose fixed patterns fit best among those near the finders' estimate.
std::optional<Sighting> sight(GreyView picture, const FinderTriple& triple) {
    const int estimate = static_cast<int>(std::lround((triple.side_modules - 17) / 4));
    const int spread = estimate < 6 ? 1 : 2;
    std::optional<Sighting> best;
    for (int version = estimate - spread; version <= estimate + spread; ++version) {
        if (version < layout_version_min || version > layout_version_max) continue;
        const FittedPlane plane = guess_plane(picture, QrLayout(version), triple);
        if (!best || plane.contrast > best->plane.contrast) best = Sighting{triple, plane, version};
    }
    return best;
}

std::array<PixelPoint, 4> corners_of(const ModuleGrid& grid) {
    const double side = grid.side();
    return {grid.at(0, 0), grid.at(side, 0), grid.at(side, side), grid.at(0, side)};
}

// Adds the evidence that is strong enough to learn from to what is known.
ModuleEvidence with_sure_ones(const ModuleEvidence& known, const ModuleEvidence& evidence) {
    ModuleEvidence all = known;
    for (int y = 0; y < all.side(); ++y) {
        for (int x = 0; x < all.side(); ++x) {
            const float value = evidence.at(x, y);
            if (all.at(x, y) == 0 && std::abs(value) > sure) all.at(x, y) = value > 0 ? 1.0F : -1.0F;
        }
    }
    return all;
}

std::optional<std::string> read_modules(GreyView picture, const QrLayout& layout, const ModuleGrid& grid) {
    const ModuleReader reader(picture, grid);
    ModuleEvidence known = fixed_patterns(layout);
    ModuleEvidence evidence = reader.weigh(known, 1);
    for (int round = 0; round < learning_rounds; ++round) {
        RepairedSymbol repaired = repair_symbol(layout, evidence);
        if (repaired.complete) {
            FoundCodes drawn = zxing_read(draw_qr(repaired.symbol, drawn_module_px), ZxingEffort::pure);
            if (drawn.empty()) return std::nullopt;
            return std::move(drawn.front().text);
        }
        evidence = reader.weigh(with_sure_ones(repaired.known, evidence), 2);
    }
    return std::nullopt;
}

std::vector<FinderTriple> triples_in(GreyView picture, int scale) {
    const GreyImage binary = local_threshold(picture, threshold_radius * scale, threshold_margin);
    std::vector<Finder> finders = find_finders(binary);
    for (Finder& finder : finders) {
        finder.centre.x /= scale;
        finder.centre.y /= scale;
        finder.module_px /= scale;
    }
    return find_triples(finders);
}

void read_triples(GreyView picture, const std::vector<FinderTriple>& triples, GridEffort effort,
                  GridReading& reading) {
    for (const FinderTriple& triple : triples) {
        std::optional<Sighting> seen = sight(picture, triple);
        if (!seen) continue;
        const QrLayout layout(seen->version);
        refine_plane(picture, layout, triple, seen->plane);
        if (seen->plane.contrast < contrast_min) continue;
        ModuleGrid grid = seen->plane.grid();
        if (seen->plane.contrast > reading.sight.contrast) {
            reading.sight = {std::hypot(triple.top_right.centre.x - triple.top_left.centre.x,
                                        triple.top_right.centre.y - triple.top_left.centre.y) /
                                 (layout.side() - 7),
                             seen->plane.contrast, corners_of(grid)};
        }
        std::optional<std::string> text = read_modules(picture, layout, grid);
        if (!text && effort == GridEffort::thorough) {
            follow_bends(picture, layout, grid);
            text = read_modules(picture, layout, grid);
        }
        if (text) {
            reading.codes.push_back({std::move(*text), corners_of(grid)});
            return;
        }
    }
}

}  // namespace

GridReading grid_read(GreyView picture, GridEffort effort) {
    GridReading reading;
    if (picture.empty()) return reading;
    read_triples(picture, triples_in(picture, 1), effort, reading);
    if (effort == GridEffort::quick || !reading.codes.empty()) return reading;
    const GreyImage large = double_size(picture);
    read_triples(picture, triples_in(sharpen(large), 2), effort, reading);
    if (!reading.codes.empty()) return reading;
    read_triples(picture, triples_in(smooth(picture), 1), effort, reading);
    return reading;
}

}  // namespace baodao
