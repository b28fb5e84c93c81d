// SPDX-License-Identifier: MIT
#include "kiosk/ui/frame_outlet.hpp"

#include <array>
#include <cstdio>
#include <fstream>
#include <string>
#include <system_error>
#include <utility>

#include "kiosk/ui/renderer.hpp"
#include "kiosk/ui/screenshot.hpp"

namespace baodao {
namespace {

constexpr int pictures_max = 999;  // of one run

}  // namespace

FrameOutlet::FrameOutlet(std::filesystem::path describe_file, std::filesystem::path screenshot_folder)
    : describe_file_(std::move(describe_file)), screenshot_folder_(std::move(screenshot_folder)) {}

void FrameOutlet::write(const Frame& frame, Language language) {
    if (!screenshot_folder_.empty() && frame.screen != shown_ && pictures_ < pictures_max) {
        std::array<char, 16> number{};
        std::snprintf(number.data(), number.size(), "%03d-", ++pictures_);
        const auto path = screenshot_folder_ / (number.data() + std::string(frame.screen) + ".png");
        static_cast<void>(write_png(path.string(), frame.size, Renderer::read_pixels(frame.size)));
    }
    shown_ = frame.screen;
    if (!describe_file_.empty()) describe_to_file(frame, language);
}

// Renamed into place, so that a reader never sees half a frame; it need not survive a power cut.
void FrameOutlet::describe_to_file(const Frame& frame, Language language) const {
    std::filesystem::path beside = describe_file_;
    beside += ".new";
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out << describe(frame, language == Language::english ? "en" : "zh-CN");
    out.close();
    std::error_code ignored;
    if (out) std::filesystem::rename(beside, describe_file_, ignored);
}

}  // namespace baodao
