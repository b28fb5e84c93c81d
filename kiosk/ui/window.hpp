// SPDX-License-Identifier: MIT
// The window and its input. The only owner of GLFW's windows and events.
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "domain/base/result.hpp"
#include "kiosk/app/wedge.hpp"
#include "kiosk/ui/geometry.hpp"
#include "kiosk/ui/theme.hpp"

namespace baodao {

struct PointerDown {
    Point where;  // real pixels
};
struct PointerMoved {
    Point where;
};
struct PointerUp {
    Point where;
};
// Physical keys only: nothing on the public screens is typed on a keyboard, so every key belongs to the
// hand scanner and none is a command.
struct KeyDown {
    WedgeKey key;
};
// The picture must be drawn again: the window was covered, or has another size.
struct Exposed {};
struct CloseAsked {};

using InputEvent = std::variant<PointerDown, PointerMoved, PointerUp, KeyDown, Exposed, CloseAsked>;

struct WindowOptions {
    PixelSize size{1920, 1080};
    bool fullscreen = false;  // of the first monitor, in its own mode
};

// One at a time, on the thread that runs main().
class Window {
  public:
    [[nodiscard]] static Result<std::unique_ptr<Window>> open(const WindowOptions& options);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    // Sleeps until input comes, wake_window() is called, or the time is over; zero only looks.
    void wait(std::chrono::milliseconds patience);
    [[nodiscard]] std::vector<InputEvent> take_events();
    [[nodiscard]] PixelSize framebuffer() const;
    void present();

  private:
    struct Parts;
    explicit Window(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> parts_;
};

// Ends the wait() of the window. Any thread; without a window nothing happens.
void wake_window();

}  // namespace baodao
