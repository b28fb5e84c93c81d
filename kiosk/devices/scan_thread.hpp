// SPDX-License-Identifier: MIT
// The thread that looks: it owns the camera and the decoder and reports what they see.
#pragma once

#include <functional>
#include <string>
#include <thread>

#include "domain/qr/scan_pipeline.hpp"
#include "kiosk/devices/camera.hpp"

namespace baodao {

inline constexpr int preview_width_max = 640;  // pixels

struct ScanReport {
    CameraHealth health = CameraHealth::starting;
    std::string trouble;      // in words, for staff; empty while all is well
    ScanResult scan;          // places are the preview's
    GreyImage preview;        // for the screen's viewfinder, in memory only; empty without a frame
    std::uint64_t frame = 0;  // 0 without a frame
    MonoMillis at;            // of the frame, or of the change of health
};

// Runs from construction to destruction; the destructor waits for the frame in hand. `report` is called
// on this thread for each frame and each change of health: it must be quick and not throw (put the
// report into a LatestSlot or Mailbox).
class ScanThread {
  public:
    ScanThread(Camera::Opener open, const Clock& clock, std::function<void(ScanReport)> report,
               CameraRules rules = {});
    ScanThread(const ScanThread&) = delete;
    ScanThread& operator=(const ScanThread&) = delete;

  private:
    void run(const std::stop_token& stop);

    const Clock& clock_;
    std::function<void(ScanReport)> report_;
    Camera camera_;
    ScanPipeline pipeline_;
    std::jthread thread_;  // last: it uses all of the above
};

}  // namespace baodao
