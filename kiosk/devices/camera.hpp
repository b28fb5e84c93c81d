// SPDX-License-Identifier: MIT
// The camera as the kiosk sees it: the newest frame, and whether it is well.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "domain/base/clock.hpp"
#include "domain/qr/grey_image.hpp"
#include "kiosk/devices/frame_source.hpp"

namespace baodao {

enum class CameraHealth {
    starting,  // opened, no frame yet
    live,
    lost,    // there was one: unplugged, failed or silent
    frozen,  // the same frame again and again
    absent,  // there never was one
};

struct CameraFrame {
    GreyImage image;
    std::uint64_t number = 0;  // counts up from 1, over all openings
    MonoMillis at;
};

struct CameraRules {
    std::int64_t silent_ms_max = 3'000;    // longer than a camera of one frame a second ever needs
    std::int64_t frozen_after_ms = 5'000;  // a sensor's noise never repeats itself this long
    std::int64_t reopen_every_ms = 1'000;  // a camera plugged in again is found well within 5 s
};

// One thread at a time; joined with others by whoever owns it (ScanThread). Never throws.
class Camera {
  public:
    using Opener = std::function<Result<std::unique_ptr<FrameSource>>()>;

    // `clock` must outlive the camera. `open` is called again after each loss.
    Camera(Opener open, const Clock& clock, CameraRules rules = {});

    // Waits up to `patience` for the newest frame. Opens, notices loss and opens again on its own.
    [[nodiscard]] std::optional<CameraFrame> next(std::chrono::milliseconds patience);

    [[nodiscard]] CameraHealth health() const { return health_; }
    // The last trouble in words, for staff; empty while all is well.
    [[nodiscard]] const std::string& trouble() const { return trouble_; }

  private:
    void open(MonoMillis now);
    void lose(CameraHealth health, std::string trouble);
    [[nodiscard]] bool differs(const GreyImage& image);

    Opener opener_;
    const Clock& clock_;
    CameraRules rules_;
    std::unique_ptr<FrameSource> source_;
    CameraHealth health_ = CameraHealth::starting;
    std::string trouble_;
    std::uint64_t frames_ = 0;
    std::uint32_t fingerprint_ = 0;
    MonoMillis changed_at_;  // when the picture last differed
    MonoMillis heard_at_;    // when a frame last came, or the source was opened
    std::optional<MonoMillis> tried_at_;
};

}  // namespace baodao
