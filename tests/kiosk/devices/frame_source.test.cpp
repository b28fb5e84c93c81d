// SPDX-License-Identifier: MIT
#include "kiosk/devices/frame_source.hpp"

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "kiosk/devices/gst_source.hpp"
#include "kiosk/devices/picture_source.hpp"

namespace baodao {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

class Folder {
  public:
    Folder() : path_(fs::temp_directory_path() / ("baodao-camera-" + std::to_string(::getpid()))) {
        fs::create_directories(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void put(const std::string& name, int grey) const {
        std::ofstream file(path_ / name, std::ios::binary);
        file << "P5 4 2 255\n" << std::string(8, static_cast<char>(grey));
    }
    void take(const std::string& name) const { fs::remove(path_ / name); }
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

// The grey of the next frame; −1 without one.
int grey_of(FrameSource& source) {
    const auto frame = source.next(milliseconds{2});
    return frame.ok() && frame->has_value() ? (*frame)->at(0, 0) : -1;
}

// Frames until silence, the end, or `frames_max`.
int count_frames(FrameSource& source, int frames_max) {
    int frames = 0;
    for (int waits = 0; waits < 50 && frames < frames_max; ++waits) {
        const auto frame = source.next(milliseconds{200});
        if (!frame) break;
        if (frame->has_value()) ++frames;
    }
    return frames;
}

TEST_CASE("a folder's pictures come in the order of their names, each held, and then again") {
    const Folder folder;
    folder.put("b.pgm", 20);
    folder.put("a.pgm", 10);
    const auto source = folder_source(folder.path(), milliseconds{4});
    std::vector<int> seen;
    for (int i = 0; i < 8; ++i) seen.push_back(grey_of(*source));
    CHECK(seen == std::vector<int>{10, 10, 20, 20, 10, 10, 20, 20});
}

TEST_CASE("an empty or missing folder is an even grey scene, and a picture put in shows up") {
    const Folder folder;
    const auto source = folder_source(folder.path(), milliseconds{2});
    CHECK(grey_of(*source) == 128);
    folder.put("slip.pgm", 9);
    CHECK(grey_of(*source) == 9);
    folder.take("slip.pgm");
    (void)grey_of(*source);
    CHECK(grey_of(*source) == 128);
    CHECK(grey_of(*folder_source("/nowhere/at/all", milliseconds{2})) == 128);
}

TEST_CASE("what is no picture in a folder is passed over") {
    const Folder folder;
    folder.put("b.pgm", 20);
    std::ofstream(folder.path() / "a.txt") << "not a picture";
    const auto source = folder_source(folder.path(), milliseconds{2});
    CHECK(grey_of(*source) == 20);
}

TEST_CASE("a GStreamer pipeline gives grey frames of its own size") {
    const auto source =
        open_gst_source("videotestsrc is-live=true ! video/x-raw,width=70,height=50", SourceMotion::moving);
    REQUIRE(source.ok());
    const auto frame = (*source)->next(milliseconds{3'000});
    REQUIRE(frame.ok());
    REQUIRE(frame->has_value());
    CHECK((*frame)->width() == 70);
    CHECK((*frame)->height() == 50);
}

TEST_CASE("fault_035_a_stream_that_ends_is_an_error_and_not_silence") {
    const auto source = open_gst_source("videotestsrc is-live=true num-buffers=3", SourceMotion::moving);
    REQUIRE(source.ok());
    CHECK(count_frames(**source, 100) <= 3);
    CHECK_FALSE((*source)->next(milliseconds{100}).ok());
}

TEST_CASE("a setting that makes no pipeline is refused in words, not by a crash") {
    for (const char* setting : {"", "nosuchelement", "videotestsrc ! ! x", "fakesink"}) {
        CHECK_FALSE(open_frame_source(setting).ok());
    }
}

TEST_CASE("a device that is not there is not_found, so that it is looked for again") {
    const auto source = open_frame_source("/dev/v4l/by-id/usb-nothing-video-index0");
    REQUIRE_FALSE(source.ok());
    CHECK(source.error().kind == ErrorKind::not_found);
}

TEST_CASE("a file is a picture that stands still, and a missing one is not_found") {
    const Folder folder;
    folder.put("one.pgm", 77);
    const auto source = open_frame_source("file:" + (folder.path() / "one.pgm").string());
    REQUIRE(source.ok());
    CHECK(grey_of(**source) == 77);
    CHECK(grey_of(**source) == 77);
    CHECK_FALSE((*source)->moves());
    CHECK(open_frame_source("file:/nowhere.png").error().kind == ErrorKind::not_found);
}

TEST_CASE("quotes in a path cannot add elements to the pipeline") {
    CHECK(gst_quoted(R"(a" ! filesink location=b)") == R"("a\" ! filesink location=b")");
}

}  // namespace
}  // namespace baodao
