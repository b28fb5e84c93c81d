// SPDX-License-Identifier: MIT
// From what the scan thread sees to what the screen is told.
#pragma once

#include <memory>

#include "kiosk/app/intent.hpp"
#include "kiosk/base/mailbox.hpp"
#include "kiosk/devices/scan_thread.hpp"

namespace baodao {

// Called on the scan thread only. A full mailbox loses nothing: the code is still held up at the next frame.
class Eyes {
  public:
    Eyes(Mailbox<Intent>& inbound, LatestSlot<std::shared_ptr<const GreyImage>>& preview)
        : inbound_(inbound), preview_(preview) {}

    void report(ScanReport report);

  private:
    Mailbox<Intent>& inbound_;
    LatestSlot<std::shared_ptr<const GreyImage>>& preview_;
    CameraReported told_{CameraState::starting, Coaching::none};
};

}  // namespace baodao
