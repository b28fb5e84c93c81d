// SPDX-License-Identifier: MIT
// The screen as a whole: window, input, update, frames. Draws only when something
// changed: on input, on a message from a thread, when a time is due, or when the
// camera has a new picture and the screen shows it.
#pragma once

#include <atomic>
#include <filesystem>
#include <functional>
#include <memory>

#include "domain/base/clock.hpp"
#include "domain/base/result.hpp"
#include "domain/qr/grey_image.hpp"
#include "kiosk/app/effect.hpp"
#include "kiosk/app/intent.hpp"
#include "kiosk/app/model.hpp"
#include "kiosk/base/mailbox.hpp"
#include "kiosk/ui/glyph_face.hpp"
#include "kiosk/ui/window.hpp"

namespace baodao {

struct ShellOptions {
    WindowOptions window;
    FontFiles fonts;
    // For tests and assistive tools: the description of the last frame, replaced after each drawn frame.
    std::filesystem::path describe_file;  // empty: none
    // A picture of the frame whenever another screen shows, numbered in order; nothing moves then.
    std::filesystem::path screenshot_folder;  // empty: none
    bool reduced_motion = false;              // nothing fades or fills; large text implies it
    bool full_atlas = false;  // for comparison: load all Chinese characters before the first frame
    std::function<void()> on_first_frame;  // when it is on the screen; empty: nobody asks
};

// How the shell is joined to the other threads. Everything outlives run_shell().
struct ShellLinks {
    const Clock& clock;
    Mailbox<Intent>& inbound;                               // made with wake_window as its notice
    LatestSlot<std::shared_ptr<const GreyImage>>& preview;  // likewise; about 640 wide is enough
    std::function<void(const Effect&)> carry_out;           // on the screen's thread: must not wait
    const std::atomic<bool>& stop;                          // set it, then call wake_window()
};

// Runs on the thread of main() until `stop` or until the window is closed. `model` is the seed: language,
// size of text, and what the home screen shows until the desk says more.
[[nodiscard]] Status run_shell(const ShellOptions& options, Model model, ShellLinks links);

inline constexpr std::int64_t preview_interval_ms =
    100;  // ten pictures a second: drawing costs, and the decoder sees every frame anyway
inline constexpr std::size_t inbound_intents_max = 256;  // room for the mailbox

}  // namespace baodao
