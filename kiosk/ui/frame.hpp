// SPDX-License-Identifier: MIT
// What one drawn frame says and where it can be touched: made while drawing, read by
// the touch tracker, by tests and by assistive tools.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/base/time.hpp"
#include "kiosk/app/intent.hpp"
#include "kiosk/ui/geometry.hpp"
#include "kiosk/ui/theme.hpp"

namespace baodao {

// Something that can be touched. What it does is data, so it is the same for a finger and for a test.
struct Target {
    std::string id;  // stays the same from frame to frame
    Rect area;       // real pixels
    Intent intent;
};

struct FrameItem {
    std::string label;
    std::string_view role;   // text, button, image, progress, status
    std::string_view state;  // empty, pressed, disabled, selected, missing-glyph, cut (does not fit whole)
    Rect area;               // real pixels
};

struct Frame {
    std::string_view screen;
    PixelSize size;
    std::vector<FrameItem> items;
    std::vector<Target> targets;
};

// One JSON object:
// {"screen":…,"width":…,"height":…,"language":…,"items":[{"role","label","state","rect":[x,y,w,h]}…]}.
[[nodiscard]] std::string describe(const Frame& frame, std::string_view language);

// A finger that comes down again so soon, on another screen, was meant for what stood there before: the
// second half of a double tap must not press what has just appeared under it.
inline constexpr std::int64_t double_tap_ms = 250;

// From finger down to finger up. A touch counts where it went down, and only when it comes up there too:
// a finger that slides off, and a target that went away meanwhile, do nothing.
class TouchTracker {
  public:
    void down(const Frame& frame, Point where, MonoMillis now);
    void move(Point where) { where_ = where; }
    [[nodiscard]] std::optional<Intent> up(const Frame& frame, Point where, MonoMillis now);
    // The finger is lost: another window took the pointer.
    void cancel() { pressed_.clear(); }

    // The id of the target that is to be drawn pressed; empty for none.
    [[nodiscard]] std::string pressed(const Frame& frame) const;

  private:
    std::string pressed_;
    std::string_view screen_;           // on which the finger went down
    std::optional<MonoMillis> lifted_;  // when the last touch came up
    Point where_;
};

}  // namespace baodao
