// SPDX-License-Identifier: MIT
#include "domain/qr/evidence_pool.hpp"

#include <algorithm>
#include <cmath>

#include "domain/qr/grid_reader.hpp"
#include "domain/qr/qr_layout.hpp"

namespace baodao {
namespace {

constexpr int misses_max = 8;         // frames
constexpr double likeness_min = 0.3;  // correlation; slips of one batch have a sixth of their data in common
constexpr float fading = 0.85F;       // older frames count less: the first ones may be the worst

// Over the data alone: the fixed patterns are alike in all codes.
double correlation(const ModuleEvidence& a, const ModuleEvidence& b) {
    double ab = 0;
    double aa = 1e-9;
    double bb = 1e-9;
    const QrLayout layout((a.side() - 17) / 4);
    for (const ModulePlace place : layout.data_order()) {
        const auto va = static_cast<double>(std::clamp(a.at(place.x, place.y), -1.0F, 1.0F));
        const auto vb = static_cast<double>(std::clamp(b.at(place.x, place.y), -1.0F, 1.0F));
        ab += va * vb;
        aa += va * va;
        bb += vb * vb;
    }
    return ab / std::sqrt(aa * bb);
}

}  // namespace

std::optional<std::string> EvidencePool::add(const ModuleEvidence& evidence) {
    misses_ = 0;
    if (!sum_ || sum_->side() != evidence.side() || correlation(*sum_, evidence) < likeness_min) {
        sum_ = evidence;
        return std::nullopt;
    }
    for (int y = 0; y < evidence.side(); ++y) {
        for (int x = 0; x < evidence.side(); ++x) {
            float& value = sum_->at(x, y);
            value = value * fading + std::clamp(evidence.at(x, y), -1.5F, 1.5F) * (1 - fading) * 2;
        }
    }
    return read_evidence(*sum_);
}

void EvidencePool::miss() {
    if (++misses_ > misses_max) clear();
}

}  // namespace baodao
