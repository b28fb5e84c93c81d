// SPDX-License-Identifier: MIT
// Frames → texts. The front door of domain/qr for the camera and for pictures
// from files.
//
// Live, each frame gets one quick look and, while nothing is read, one of the
// slower passes in turn, so that a frame never costs much. A wrong text is worse
// than none: where two passes disagree about the same code, neither counts.
#pragma once

#include <cstdint>
#include <vector>

#include "domain/qr/evidence_pool.hpp"
#include "domain/qr/scan_result.hpp"

namespace baodao {

// Larger pictures are halved until they fit.
inline constexpr int scan_side_max = 2600;  // pixels

// For a stream of frames of one camera. One thread at a time; never throws.
class ScanPipeline {
  public:
    [[nodiscard]] ScanResult scan(GreyView frame);

  private:
    // Coarse brightness of a frame, to notice that nothing moved.
    using Thumbnail = std::vector<std::uint8_t>;

    [[nodiscard]] ScanResult examine(GreyView frame);
    Thumbnail thumbnail_;
    ScanResult last_;
    EvidencePool pool_;
    unsigned quick_turn_ = 0;
    unsigned next_pass_ = 0;
    unsigned blind_frames_ = 0;  // examined without finders in sight
    int still_frames_ = 0;       // examined in a row without any change, sight or text
};

// Every pass on one picture, as for `baodaoctl read`.
[[nodiscard]] ScanResult read_picture(GreyView picture);

}  // namespace baodao
