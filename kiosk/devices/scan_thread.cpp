// SPDX-License-Identifier: MIT
#include "kiosk/devices/scan_thread.hpp"

#include "domain/qr/picture_ops.hpp"

namespace baodao {
namespace {

constexpr std::chrono::milliseconds patience{200};  // also the longest wait for the thread to stop

ScanReport seen(CameraFrame frame, ScanPipeline& pipeline) {
    ScanReport report;
    report.scan = pipeline.scan(frame.image);
    report.frame = frame.number;
    report.at = frame.at;
    double scale = 1;
    while (frame.image.width() > preview_width_max) {
        frame.image = half_size(frame.image);
        scale /= 2;
    }
    report.preview = std::move(frame.image);
    if (report.scan.corners) {
        for (PixelPoint& corner : *report.scan.corners) corner = {corner.x * scale, corner.y * scale};
    }
    return report;
}

}  // namespace

ScanThread::ScanThread(Camera::Opener open, const Clock& clock, std::function<void(ScanReport)> report,
                       CameraRules rules)
    : clock_(clock),
      report_(std::move(report)),
      camera_(std::move(open), clock, rules),
      thread_([this](const std::stop_token& stop) { run(stop); }) {}

void ScanThread::run(const std::stop_token& stop) {
    std::optional<CameraHealth> told;
    while (!stop.stop_requested()) {
        std::optional<CameraFrame> frame = camera_.next(patience);
        if (!frame && told == camera_.health()) continue;
        ScanReport report;
        if (frame)
            report = seen(std::move(*frame), pipeline_);
        else
            report.at = clock_.now().mono;
        report.health = camera_.health();
        report.trouble = camera_.trouble();
        told = report.health;
        report_(std::move(report));
    }
}

}  // namespace baodao
