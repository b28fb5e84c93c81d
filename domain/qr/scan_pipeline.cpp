// SPDX-License-Identifier: MIT
#include "domain/qr/scan_pipeline.hpp"

#include <algorithm>
#include <cstdlib>

#include "domain/qr/coaching.hpp"
#include "domain/qr/code_areas.hpp"
#include "domain/qr/grid_reader.hpp"
#include "domain/qr/picture_ops.hpp"
#include "domain/qr/scan_passes.hpp"

namespace baodao {
namespace {

constexpr int thumbnail_block = 16;  // pixels
constexpr int thumbnail_step = 4;    // pixels between its samples
constexpr int change_floor = 3;      // grey levels a block may drift
constexpr int noise_factor = 6;      // times the median difference: beyond that something moved
constexpr int noise_max = 4;         // a larger median is no noise: a slip that fills the picture moved
constexpr int moved_blocks_min = 4;
constexpr int still_frames_max = 8;        // then a scene without anything like a code is left alone
constexpr unsigned blind_pass_period = 3;  // frames, while no finders are in sight

std::vector<std::uint8_t> thumbnail_of(GreyView frame) {
    std::vector<std::uint8_t> means;
    for (int y = 0; y + thumbnail_block <= frame.height(); y += thumbnail_block) {
        for (int x = 0; x + thumbnail_block <= frame.width(); x += thumbnail_block) {
            int sum = 0;
            for (int dy = 0; dy < thumbnail_block; dy += thumbnail_step) {
                const std::uint8_t* row = frame.row(y + dy) + x;
                for (int dx = 0; dx < thumbnail_block; dx += thumbnail_step) sum += row[dx];
            }
            means.push_back(static_cast<std::uint8_t>(sum / 16));
        }
    }
    return means;
}

bool moved(const std::vector<std::uint8_t>& before, const std::vector<std::uint8_t>& now) {
    if (before.size() != now.size() || now.empty()) return true;
    std::vector<int> differences(now.size());
    for (std::size_t i = 0; i < now.size(); ++i) differences[i] = std::abs(now[i] - before[i]);
    std::vector<int> sorted = differences;
    const auto median = sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2);
    std::nth_element(sorted.begin(), median, sorted.end());
    const int limit = change_floor + noise_factor * std::min(*median, noise_max);
    return std::count_if(differences.begin(), differences.end(), [limit](int d) { return d > limit; }) >=
           moved_blocks_min;
}

ScanResult to_result(GreyView frame, const PassOutcome& outcome) {
    ScanResult result;
    for (const FoundCode& code : outcome.codes) result.texts.push_back(code.text);
    if (!outcome.codes.empty()) {
        result.corners = outcome.codes.front().corners;
        return result;
    }
    result.coaching = coach(frame, outcome.sight);
    if (result.coaching != ScanCoaching::ok && outcome.sight.module_px > 0)
        result.corners = outcome.sight.corners;
    return result;
}

}  // namespace

ScanResult ScanPipeline::scan(GreyView frame) {
    if (frame.empty()) return {};
    Thumbnail now = thumbnail_of(frame);
    const bool still = !moved(thumbnail_, now);
    if (still && (!last_.texts.empty() || still_frames_ > still_frames_max)) return last_;
    thumbnail_ = std::move(now);
    last_ = examine(frame);
    const bool seen = !last_.texts.empty() || last_.corners.has_value();
    still_frames_ = still && !seen ? still_frames_ + 1 : 0;
    return last_;
}

ScanResult ScanPipeline::examine(GreyView frame) {
    const std::vector<CodeArea> areas = find_code_areas(frame);
    PassOutcome outcome;
    look_at_firm_areas(frame, areas, outcome);
    look_at_loose_area(frame, areas, quick_turn_++, outcome);
    const bool sighted = outcome.sight.module_px > 0;
    const bool due = sighted || ++blind_frames_ % blind_pass_period == 1;
    if (outcome.codes.empty() && due) slow_pass(frame, areas, next_pass_++, outcome);
    if (!outcome.codes.empty()) {
        pool_.clear();
    } else if (!outcome.unread) {
        pool_.miss();
    } else if (auto text = pool_.add(*outcome.unread)) {
        add_code({std::move(*text), outcome.sight.corners}, outcome);
        pool_.clear();
    }
    return to_result(frame, outcome);
}

ScanResult read_picture(GreyView picture) {
    if (picture.empty()) return {};
    GreyImage smaller;
    GreyView view = picture;
    double scale = 1;
    while (std::max(view.width(), view.height()) > scan_side_max) {
        smaller = half_size(view);
        view = smaller;
        scale *= 2;
    }
    const std::vector<CodeArea> areas = find_code_areas(view);
    PassOutcome outcome;
    look_at_firm_areas(view, areas, outcome);
    const auto loose = static_cast<unsigned>(
        std::count_if(areas.begin(), areas.end(), [](const CodeArea& area) { return !area.firm; }));
    for (unsigned turn = 0; turn < loose; ++turn) look_at_loose_area(view, areas, turn, outcome);
    const auto rounds = slow_passes * static_cast<unsigned>(std::max<std::size_t>(1, areas.size()));
    for (unsigned pass = 0; pass < rounds && outcome.codes.empty(); ++pass)
        slow_pass(view, areas, pass, outcome);
    ScanResult result = to_result(view, outcome);
    if (!result.corners) return result;
    for (PixelPoint& corner : *result.corners) corner = {corner.x * scale, corner.y * scale};
    return result;
}

}  // namespace baodao
