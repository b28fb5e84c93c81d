// SPDX-License-Identifier: MIT
// What the screen is measured against: the same frames drawn sixty times a second
// whether or not anything changed, as Dear ImGui programs commonly do.
//   ui_naive_loop SECONDS: prints the processor time it took and the frames it drew.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <thread>

#include "kiosk/ui/renderer.hpp"
#include "kiosk/ui/window.hpp"
#include "tests/ui/canned.hpp"

int main(int argc, char** argv) {
    using namespace baodao;
    using Clock = std::chrono::steady_clock;
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 10;
    auto window = Window::open({.size = {1920, 1080}, .fullscreen = false});
    if (!window.ok()) return 1;
    auto renderer = Renderer::start(FontFiles{});
    if (!renderer.ok()) return 1;
    const GreyImage camera = test::canned_camera_picture();
    const Model model = test::canned_model();
    const auto begin = Clock::now();
    const std::clock_t processor_begin = std::clock();
    auto next = begin;
    long frames = 0;
    for (; next < begin + std::chrono::seconds(seconds); ++frames) {
        if (frames % 4 == 0) (*renderer)->set_camera(&camera);
        (*window)->wait(std::chrono::milliseconds(0));
        static_cast<void>((*renderer)->draw(model, (*window)->framebuffer(), {}));
        (*window)->present();
        next = std::max(next + std::chrono::microseconds(16'667), Clock::now());
        std::this_thread::sleep_until(next);
    }
    const double processor = static_cast<double>(std::clock() - processor_begin) / CLOCKS_PER_SEC;
    const double wall = std::chrono::duration<double>(Clock::now() - begin).count();
    std::printf("%.3f of a core, %ld frames in %.1f s, %.2f ms a frame\n", processor / wall, frames, wall,
                processor * 1000 / static_cast<double>(frames));
    return 0;
}
