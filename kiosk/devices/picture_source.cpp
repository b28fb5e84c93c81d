// SPDX-License-Identifier: MIT
#include "kiosk/devices/picture_source.hpp"

#include <algorithm>
#include <thread>
#include <vector>

#include "domain/qr/picture_file.hpp"

namespace baodao {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;

constexpr milliseconds frame_period{100};  // ten frames a second
constexpr int empty_width = 1280;
constexpr int empty_height = 720;
constexpr std::uint8_t empty_grey = 128;

class StillSource final : public FrameSource {
  public:
    explicit StillSource(GreyImage picture) : picture_(std::move(picture)) {}
    Result<std::optional<GreyImage>> next(milliseconds patience) override {
        std::this_thread::sleep_for(std::min(patience, frame_period));
        return std::optional<GreyImage>(picture_);
    }
    [[nodiscard]] bool moves() const override { return false; }

  private:
    GreyImage picture_;
};

class FolderSource final : public FrameSource {
  public:
    FolderSource(fs::path folder, milliseconds hold) : folder_(std::move(folder)), hold_(hold) {}

    Result<std::optional<GreyImage>> next(milliseconds patience) override {
        const milliseconds period = std::min(patience, frame_period);
        std::this_thread::sleep_for(period);
        shown_for_ += period;
        if (shown_.empty() || shown_for_ >= hold_) turn_page();
        return std::optional<GreyImage>(shown_);
    }
    [[nodiscard]] bool moves() const override { return false; }

  private:
    void turn_page() {
        shown_for_ = milliseconds{0};
        if (pages_.empty()) read_folder();
        while (!pages_.empty()) {
            auto picture = load_picture(pages_.back());
            pages_.pop_back();
            if (!picture) continue;
            shown_ = std::move(*picture);
            return;
        }
        shown_ = GreyImage(empty_width, empty_height, empty_grey);
        shown_for_ = hold_;  // an empty folder is looked at again with the next frame
    }

    // The pages of the next round, last name first.
    void read_folder() {
        std::error_code error;
        for (fs::directory_iterator it(folder_, error), end; !error && it != end; it.increment(error)) {
            pages_.push_back(it->path());
        }
        std::sort(pages_.rbegin(), pages_.rend());
    }

    fs::path folder_;
    milliseconds hold_;
    milliseconds shown_for_{0};
    std::vector<fs::path> pages_;
    GreyImage shown_;
};

}  // namespace

std::unique_ptr<FrameSource> still_source(GreyImage picture) {
    return std::make_unique<StillSource>(std::move(picture));
}

std::unique_ptr<FrameSource> folder_source(fs::path folder, milliseconds hold) {
    return std::make_unique<FolderSource>(std::move(folder), hold);
}

}  // namespace baodao
