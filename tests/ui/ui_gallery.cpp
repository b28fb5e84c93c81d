// SPDX-License-Identifier: MIT
// Draws every screen from fictional models and writes it as a picture with its
// description beside it: ui_gallery FOLDER WIDTH HEIGHT zh|en [large]
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#include "kiosk/ui/renderer.hpp"
#include "kiosk/ui/screenshot.hpp"
#include "kiosk/ui/window.hpp"
#include "tests/ui/canned.hpp"

namespace {

using namespace baodao;

int complain(const Error& error) {
    std::fprintf(stderr, "%s\n", error.text().c_str());
    return 1;
}

int draw_all(const std::string& folder, PixelSize size, Language language, bool large_text) {
    auto window = Window::open({.size = size, .fullscreen = false});
    if (!window.ok()) return complain(window.error());
    auto renderer = Renderer::start(FontFiles{});
    if (!renderer.ok()) return complain(renderer.error());
    const GreyImage camera = test::canned_camera_picture();
    for (auto& [name, model] : test::canned_screens()) {
        model.language = language;
        model.large_text = large_text;
        (*renderer)->set_camera(model.camera == CameraState::lost ? nullptr : &camera);
        const Frame frame = (*renderer)->draw(model, size, {});
        const Status written = write_png(folder + "/" + name + ".png", size, Renderer::read_pixels(size));
        if (!written.ok()) return complain(written.error());
        std::ofstream(folder + "/" + name + ".json")
            << describe(frame, language == Language::english ? "en" : "zh-CN");
        (*window)->present();
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 5) {
        std::fprintf(stderr, "usage: ui_gallery FOLDER WIDTH HEIGHT zh|en [large]\n");
        return 2;
    }
    const PixelSize size{std::atoi(argv[2]), std::atoi(argv[3])};
    const Language language = std::string(argv[4]) == "en" ? Language::english : Language::chinese;
    return draw_all(argv[1], size, language, argc > 5);
}
