// SPDX-License-Identifier: MIT
// A window in tests: decides, appends what was decided, and remembers who was just here.
#pragma once

#include "domain/service/decide.hpp"
#include "story.hpp"

namespace baodao::test {

class Window {
  public:
    // The slip of Chen, good from 1 January to 30 June 2026.
    Window();

    Decision scan(std::string_view when) { return scan_at(wall(when)); }
    Decision scan_at(UtcMillis at, DeskScan scan = {});
    // Touches on the answer before.
    Decision confirm(std::string_view when);
    Decision choose(std::string_view when, std::optional<ActivityId> choice);
    Decision sign_in_now(std::string_view when);

    Story story;
    DeskSlip slip;  // what is held up at the next scan
    RecentSightings recent;
    BootId boot{{0x77}};
    Confidence confidence = Confidence::confirmed;
    UtcMillis mono_zero;  // true time at the start of the boot

  private:
    void append(const EventDraft& draft, const Now& now);
};

}  // namespace baodao::test
