// SPDX-License-Identifier: MIT
#include "kiosk/devices/frame_source.hpp"

#include <algorithm>
#include <filesystem>
#include <vector>

#include "domain/qr/picture_file.hpp"
#include "kiosk/devices/gst_source.hpp"
#include "kiosk/devices/picture_source.hpp"

namespace baodao {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view folder_prefix = "folder:";
constexpr std::string_view file_prefix = "file:";

// The first entry of a folder whose name begins so, in the order of the names.
std::optional<fs::path> first_in(const fs::path& folder, std::string_view start) {
    std::vector<fs::path> paths;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        if (it->path().filename().string().starts_with(start)) paths.push_back(it->path());
    }
    if (paths.empty()) return std::nullopt;
    return *std::min_element(paths.begin(), paths.end());
}

Result<std::unique_ptr<FrameSource>> open_device(const fs::path& device) {
    std::error_code error;
    if (!fs::exists(device, error)) {
        return Error{ErrorKind::not_found, "The camera is not connected.", device.string()};
    }
    return open_gst_source("v4l2src device=" + gst_quoted(device.string()), SourceMotion::moving);
}

Result<std::unique_ptr<FrameSource>> open_first_device() {
    auto device = first_in("/dev/v4l/by-id", "");
    if (!device) device = first_in("/dev", "video");
    if (!device) return Error{ErrorKind::not_found, "No camera is connected.", ""};
    return open_device(*device);
}

Result<std::unique_ptr<FrameSource>> open_file(const fs::path& path) {
    auto picture = load_picture(path);
    if (picture) return still_source(std::move(*picture));
    if (picture.error().kind != ErrorKind::bad_input) return picture.error();
    return open_gst_source("filesrc location=" + gst_quoted(path.string()) + " ! decodebin",
                           SourceMotion::moving);
}

}  // namespace

Result<std::unique_ptr<FrameSource>> open_frame_source(const std::string& setting) {
    if (setting == "auto") return open_first_device();
    if (setting == "test")
        return open_gst_source("videotestsrc is-live=true pattern=ball", SourceMotion::moving);
    if (setting.starts_with("/dev/")) return open_device(setting);
    if (setting.starts_with(folder_prefix))
        return folder_source(setting.substr(folder_prefix.size()), folder_hold);
    if (setting.starts_with(file_prefix)) return open_file(setting.substr(file_prefix.size()));
    return open_gst_source(setting, SourceMotion::moving);
}

}  // namespace baodao
