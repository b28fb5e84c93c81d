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
constexpr double likeness_min = 0.35;
constexpr std::size_t triples_tried = 3;
constexpr int smallest_side = 21;  // pixels; no code fits into less
constexpr int learning_rounds = 3;
constexpr float sure = 0.35F;       // evidence from which a module may teach the next round
constexpr int usual_version = 7;    // of a slip with a name of up to five characters
constexpr int versions_around = 3;  // the finders' sizes tell the version no better
constexpr int drawn_module_px = 1;

struct Sighting {
    FinderTriple triple;
    FittedPlane plane;
    int version = 0;
};

// The version whose fixed patterns fit best among those near the finders' estimate.
std::optional<Sighting> likeliest_version(GreyView picture, const FinderTriple& triple) {
    const int estimate = static_cast<int>(std::lround((triple.side_modules - 17) / 4));
    std::optional<Sighting> best;
    for (int trial = 0; trial < 2 * versions_around + 1; ++trial) {
        const int away = trial % 2 == 0 ? trial / 2 : -(trial + 1) / 2;  // nearest first
        const int version = estimate + away;
        if (version < layout_version_min || version > layout_version_max) continue;
        const FittedPlane plane = guess_plane(picture, QrLayout(version), triple);
        if (!best || plane.line_contrast > best->plane.line_contrast) best = Sighting{triple, plane, version};
        if (plane.convincing()) break;
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

std::optional<std::string> text_of(const QrSymbol& symbol) {
    FoundCodes drawn = zxing_read(draw_qr(symbol, drawn_module_px), ZxingEffort::pure);
    if (drawn.empty()) return std::nullopt;
    return std::move(drawn.front().text);
}

struct ReadModules {
    std::optional<std::string> text;
    ModuleEvidence evidence;
};

ReadModules read_modules(GreyView picture, const QrLayout& layout, const ModuleGrid& grid) {
    const ModuleReader reader(picture, grid);
    ModuleEvidence evidence = reader.weigh(fixed_patterns(layout), 1);
    for (int round = 0; round < learning_rounds; ++round) {
        const RepairedSymbol repaired = repair_symbol(layout, evidence);
        if (repaired.complete) return {text_of(repaired.symbol), std::move(evidence)};
        evidence = reader.weigh(with_sure_ones(repaired.known, evidence), 2);
    }
    return {std::nullopt, std::move(evidence)};
}

std::vector<Finder> finders_by_runs(GreyView picture, int scale) {
    const GreyImage binary = local_threshold(picture, threshold_radius * scale, threshold_margin);
    std::vector<Finder> finders = find_finders(binary);
    for (Finder& finder : finders) {
        finder.centre.x /= scale;
        finder.centre.y /= scale;
        finder.module_px /= scale;
    }
    return finders;
}

std::vector<Finder> finders_in(GreyView picture, FinderSource source) {
    switch (source) {
        case FinderSource::plain:
            return finders_by_runs(picture, 1);
        case FinderSource::sharpened:
            return finders_by_runs(sharpen(double_size(picture)), 2);
        case FinderSource::rings:
            break;
    }
    return find_blurred_finders(smooth(picture));
}

// The triples whose finders look most like finders, seen through the plane they imply.
std::vector<FinderTriple> best_triples(GreyView picture, const std::vector<Finder>& finders) {
    std::vector<std::pair<double, FinderTriple>> rated;
    for (const FinderTriple& triple : find_triples(finders)) {
        rated.emplace_back(finder_likeness(picture, triple), triple);
    }
    std::stable_sort(rated.begin(), rated.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<FinderTriple> best;
    for (const auto& [likeness, triple] : rated) {
        if (best.size() == triples_tried || likeness < likeness_min) break;
        best.push_back(triple);
    }
    return best;
}

// True if this is the clearest so far.
bool note_sight(const Sighting& seen, GridSight& sight) {
    if (seen.plane.contrast <= sight.contrast) return false;
    const PixelPoint a = seen.triple.top_left.centre;
    const PixelPoint b = seen.triple.top_right.centre;
    sight = {std::hypot(b.x - a.x, b.y - a.y) / (seen.plane.side - 7), seen.plane.contrast,
             corners_of(seen.plane.grid())};
    return true;
}

// One version of one triple; true if it was read.
bool read_sighting(GreyView picture, Sighting seen, Paper paper, GridReading& reading) {
    const QrLayout layout(seen.version);
    std::optional<std::string> text;
    if (seen.plane.convincing()) text = read_modules(picture, layout, seen.plane.grid()).text;
    if (!text) refine_plane(picture, layout, seen.triple, seen.plane);
    const bool clearest = note_sight(seen, reading.sight);
    if (!text && seen.plane.contrast < contrast_min) return false;
    ModuleGrid grid = seen.plane.grid();
    if (!text) {
        ReadModules read = read_modules(picture, layout, grid);
        if (!read.text && paper == Paper::bent) {
            follow_bends(picture, layout, grid);
            read = read_modules(picture, layout, grid);
        }
        text = std::move(read.text);
        if (!text && clearest) reading.unread = std::move(read.evidence);
    }
    if (!text) return false;
    reading.codes.push_back({std::move(*text), corners_of(grid)});
    return true;
}

// Shares a corner with a code that is read: the rest of its finders would only repeat it.
bool already_read(const FinderTriple& triple, const FoundCodes& codes) {
    const auto inside = [&triple](const FoundCode& code) {
        const double reach =
            std::hypot(code.corners[2].x - code.corners[0].x, code.corners[2].y - code.corners[0].y);
        const PixelPoint middle{(code.corners[0].x + code.corners[2].x) / 2,
                                (code.corners[0].y + code.corners[2].y) / 2};
        for (const Finder* finder : {&triple.top_left, &triple.top_right, &triple.bottom_left}) {
            const double away = std::hypot(finder->centre.x - middle.x, finder->centre.y - middle.y);
            if (away < 0.55 * reach) return true;
        }
        return false;
    };
    return std::any_of(codes.begin(), codes.end(), inside);
}

void read_triples(GreyView picture, const std::vector<FinderTriple>& triples, Paper paper,
                  GridReading& reading) {
    for (const FinderTriple& triple : triples) {
        if (already_read(triple, reading.codes)) continue;
        const std::optional<Sighting> likeliest = likeliest_version(picture, triple);
        if (!likeliest) continue;
        if (read_sighting(picture, *likeliest, paper, reading)) continue;
        if (paper == Paper::flat || likeliest->version == usual_version) continue;
        const QrLayout usual(usual_version);
        if (std::abs(triple.side_modules - usual.side()) > 4 * versions_around) continue;
        const Sighting guess{triple, guess_plane(picture, usual, triple), usual_version};
        (void)read_sighting(picture, guess, paper, reading);
    }
}

}  // namespace

std::optional<std::string> read_evidence(const ModuleEvidence& evidence) {
    const int version = (evidence.side() - 17) / 4;
    if (version < layout_version_min || version > layout_version_max) return std::nullopt;
    const RepairedSymbol repaired = repair_symbol(QrLayout(version), evidence);
    return repaired.complete ? text_of(repaired.symbol) : std::nullopt;
}

GridReading grid_read(GreyView picture, FinderSource source, Paper paper) {
    GridReading reading;
    if (std::min(picture.width(), picture.height()) < smallest_side) return reading;
    read_triples(picture, best_triples(picture, finders_in(picture, source)), paper, reading);
    return reading;
}

}  // namespace baodao
