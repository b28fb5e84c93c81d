// SPDX-License-Identifier: MIT
// Draws every screen from fictional models, at each size, in both languages, with standard and with large
// text, and says what cannot be read or touched; with --out as pictures with their descriptions beside them.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "kiosk/ui/renderer.hpp"
#include "kiosk/ui/screenshot.hpp"
#include "kiosk/ui/window.hpp"
#include "tests/ui/canned.hpp"
#include "tests/ui/fit.hpp"

namespace {

using namespace baodao;

struct Wanted {
    std::string out;   // folder; empty: no pictures
    std::string only;  // part of a picture's name
};

struct Mode {
    PixelSize size;
    Language language = Language::chinese;
    bool large_text = false;
};

std::vector<Mode> all_modes() {
    std::vector<Mode> modes;
    for (const PixelSize size : {PixelSize{1920, 1080}, PixelSize{1366, 768}, PixelSize{1080, 1920}})
        for (const Language language : {Language::chinese, Language::english})
            for (const bool large_text : {false, true}) modes.push_back({size, language, large_text});
    return modes;
}

std::string name_of(const std::string& screen, const Mode& mode) {
    return screen + "-" + std::to_string(mode.size.width) + "x" + std::to_string(mode.size.height) +
           (mode.language == Language::english ? "-en" : "-zh") + (mode.large_text ? "-large" : "");
}

class Gallery {
  public:
    Gallery(Wanted wanted, Renderer& renderer) : wanted_(std::move(wanted)), renderer_(renderer) {}

    // False when something does not fit, or a picture could not be written.
    bool draw(const test::CannedScreen& canned, const Mode& mode) {
        const std::string name = name_of(canned.name, mode);
        if (name.find(wanted_.only) == std::string::npos) return true;
        Model model = canned.model;
        model.language = mode.language;
        model.large_text = mode.large_text;
        renderer_.set_camera(model.camera == CameraState::lost ? nullptr : &camera_);
        const Frame frame = renderer_.draw(model, mode.size, {});
        const auto faults = test::misfits(frame, layout_for(mode.size).scale);
        for (const std::string& fault : faults) std::printf("%s: %s\n", name.c_str(), fault.c_str());
        return write(name, frame, mode) && faults.empty();
    }

  private:
    bool write(const std::string& name, const Frame& frame, const Mode& mode) const {
        if (wanted_.out.empty()) return true;
        const Status written =
            write_png(wanted_.out + "/" + name + ".png", mode.size, Renderer::read_pixels(mode.size));
        if (!written) std::fprintf(stderr, "%s\n", written.error().text().c_str());
        std::ofstream(wanted_.out + "/" + name + ".json")
            << describe(frame, mode.language == Language::english ? "en" : "zh-CN");
        return written.ok();
    }

    const Wanted wanted_;
    Renderer& renderer_;
    const GreyImage camera_ = test::canned_camera_picture();
};

int draw_all(const Wanted& wanted) {
    auto window = Window::open({.size = {1920, 1920}, .fullscreen = false});
    auto renderer = window ? Renderer::start(FontFiles{}) : Result<std::unique_ptr<Renderer>>(window.error());
    if (!renderer) {
        std::fprintf(stderr, "%s\n", renderer.error().text().c_str());
        return 1;
    }
    if (!wanted.out.empty()) std::filesystem::create_directories(wanted.out);
    Gallery gallery(wanted, **renderer);
    bool all_fit = true;
    for (const Mode& mode : all_modes())
        for (const auto& screen : test::canned_screens()) all_fit = gallery.draw(screen, mode) && all_fit;
    return all_fit ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    Wanted wanted;
    CLI::App app("Every screen in every mode, looked over for what does not fit");
    app.add_option("--out", wanted.out, "folder for pictures and descriptions");
    app.add_option("--only", wanted.only, "only pictures with this in their names: home-1366x768-en-large");
    CLI11_PARSE(app, argc, argv);
    return draw_all(wanted);
}
