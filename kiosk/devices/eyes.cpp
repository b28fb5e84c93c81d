// SPDX-License-Identifier: MIT
#include "kiosk/devices/eyes.hpp"

namespace baodao {

namespace {

CameraState state_of(CameraHealth health) {
    switch (health) {
        case CameraHealth::starting:
            return CameraState::starting;
        case CameraHealth::live:
            return CameraState::working;
        case CameraHealth::lost:
        case CameraHealth::frozen:
        case CameraHealth::absent:
            return CameraState::lost;
    }
    return CameraState::lost;
}

Coaching coaching_of(const ScanResult& scan) {
    // Two slips in view: which one is meant is the holder's to say.
    if (scan.texts.size() > 1) return Coaching::one_at_a_time;
    switch (scan.coaching) {
        case ScanCoaching::ok:
            return Coaching::good_light;
        case ScanCoaching::too_far:
            return Coaching::closer;
        case ScanCoaching::blurred:
            return Coaching::steadier;
        case ScanCoaching::dark:
            return Coaching::too_dark;
        case ScanCoaching::glare:
            return Coaching::glare;
    }
    return Coaching::none;
}

}  // namespace

void Eyes::report(ScanReport report) {
    if (report.scan.texts.size() == 1) {
        (void)inbound_.post(ScanRead{report.scan.texts.front(), ScanSource::camera});
    }
    const CameraState state = state_of(report.health);
    const CameraReported now{state,
                             state == CameraState::working ? coaching_of(report.scan) : Coaching::none};
    if (now.state != told_.state || now.coaching != told_.coaching) {
        if (inbound_.post(now)) told_ = now;
    }
    if (report.frame != 0) preview_.put(std::make_shared<const GreyImage>(std::move(report.preview)));
}

}  // namespace baodao
