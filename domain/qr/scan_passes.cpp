// SPDX-License-Identifier: MIT
#include "domain/qr/scan_passes.hpp"

#include <algorithm>
#include <cmath>

#include "domain/qr/picture_ops.hpp"
#include "domain/qr/zbar_reader.hpp"
#include "domain/qr/zxing_reader.hpp"

namespace baodao {
namespace {

using Corners = std::array<PixelPoint, 4>;

constexpr int enlarged_side_max = 1000;  // pixels; larger areas are clear enough as they are

PixelPoint middle_of(const Corners& corners) {
    PixelPoint sum;
    for (const PixelPoint& corner : corners) sum = {sum.x + corner.x / 4, sum.y + corner.y / 4};
    return sum;
}

bool same_place(const Corners& a, const Corners& b) {
    const PixelPoint ma = middle_of(a);
    const PixelPoint mb = middle_of(b);
    const double size = std::hypot(a[2].x - a[0].x, a[2].y - a[0].y);
    return std::hypot(ma.x - mb.x, ma.y - mb.y) < size / 4;
}

Corners moved(Corners corners, PixelRect area, double scale) {
    for (PixelPoint& corner : corners) corner = {corner.x / scale + area.x, corner.y / scale + area.y};
    return corners;
}

// An area cut to the frame, with its place.
struct Crop {
    GreyView picture;
    PixelRect area;
};

Crop cut(GreyView frame, PixelRect area) {
    const PixelRect inside{std::max(area.x, 0), std::max(area.y, 0), area.width + std::min(area.x, 0),
                           area.height + std::min(area.y, 0)};
    return {frame.crop(inside), inside};
}

void add_grid_reading(const Crop& crop, GridReading reading, PassOutcome& outcome) {
    for (FoundCode& code : reading.codes) {
        add_code({std::move(code.text), moved(code.corners, crop.area, 1)}, outcome);
    }
    if (reading.sight.contrast <= outcome.sight.contrast) return;
    outcome.sight = reading.sight;
    outcome.sight.corners = moved(reading.sight.corners, crop.area, 1);
    if (reading.unread) outcome.unread = std::move(reading.unread);
}

void grid_pass(const Crop& crop, FinderSource source, Paper paper, PassOutcome& outcome) {
    add_grid_reading(crop, grid_read(crop.picture, source, paper), outcome);
}

enum class Library { zxing, zbar };

void library_pass(const Crop& crop, Library library, PassOutcome& outcome) {
    const bool enlarge = std::max(crop.picture.width(), crop.picture.height()) < enlarged_side_max;
    const GreyImage large = enlarge ? double_size(crop.picture) : GreyImage();
    const GreyView view = enlarge ? large.view() : crop.picture;
    FoundCodes codes = library == Library::zxing ? zxing_read(view, ZxingEffort::hard) : zbar_read(view);
    for (FoundCode& code : codes) {
        add_code({std::move(code.text), moved(code.corners, crop.area, enlarge ? 2 : 1)}, outcome);
    }
}

}  // namespace

void add_code(FoundCode code, PassOutcome& outcome) {
    const auto disputed = [&](const Corners& known) { return same_place(known, code.corners); };
    if (std::any_of(outcome.disputed.begin(), outcome.disputed.end(), disputed)) return;
    for (auto known = outcome.codes.begin(); known != outcome.codes.end(); ++known) {
        if (known->text == code.text) return;
        if (!same_place(known->corners, code.corners)) continue;
        outcome.disputed.push_back(known->corners);
        outcome.codes.erase(known);
        return;
    }
    outcome.codes.push_back(std::move(code));
}

void look_at_firm_areas(GreyView frame, const std::vector<CodeArea>& areas, PassOutcome& outcome) {
    for (const CodeArea& area : areas) {
        if (area.firm) grid_pass(cut(frame, area.rect), FinderSource::plain, Paper::flat, outcome);
    }
}

void look_at_loose_area(GreyView frame, const std::vector<CodeArea>& areas, unsigned turn,
                        PassOutcome& outcome) {
    const auto loose =
        std::find_if(areas.begin(), areas.end(), [](const CodeArea& area) { return !area.firm; });
    if (loose == areas.end()) return;
    const CodeArea& chosen = *(loose + static_cast<std::ptrdiff_t>(turn) % (areas.end() - loose));
    grid_pass(cut(frame, chosen.rect), FinderSource::plain, Paper::flat, outcome);
}

void slow_pass(GreyView frame, const std::vector<CodeArea>& areas, unsigned turn, PassOutcome& outcome) {
    const PixelRect whole{0, 0, frame.width(), frame.height()};
    const std::size_t round = turn / slow_passes;
    const PixelRect area = areas.empty() ? whole : areas[round % areas.size()].rect;
    const Crop crop = cut(frame, area);
    switch (turn % slow_passes) {
        case 0:
        case 4:
            grid_pass(crop, FinderSource::rings, Paper::bent, outcome);
            break;
        case 1:
            grid_pass(crop, FinderSource::plain, Paper::bent, outcome);
            break;
        case 2:
            library_pass(crop, Library::zxing, outcome);
            break;
        case 3:
            grid_pass(crop, FinderSource::sharpened, Paper::bent, outcome);
            break;
        case 5:
            library_pass(crop, Library::zbar, outcome);
            break;
        case 6:
            grid_pass(cut(frame, whole), FinderSource::plain, Paper::bent, outcome);
            break;
        default:
            library_pass(cut(frame, whole), Library::zxing, outcome);
            break;
    }
}

}  // namespace baodao
