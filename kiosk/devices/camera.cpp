// SPDX-License-Identifier: MIT
#include "kiosk/devices/camera.hpp"

#include <thread>
#include <utility>

#include "domain/base/crc32c.hpp"

namespace baodao {
namespace {

constexpr int fingerprint_row_step = 8;  // noise is in every row

std::uint32_t fingerprint_of(const GreyImage& image) {
    std::uint32_t crc = 0;
    for (int y = 0; y < image.height(); y += fingerprint_row_step) {
        crc = crc32c({image.row(y), static_cast<std::size_t>(image.width())}, crc);
    }
    return crc;
}

}  // namespace

Camera::Camera(Opener open, const Clock& clock, CameraRules rules)
    : opener_(std::move(open)), clock_(clock), rules_(rules) {}

std::optional<CameraFrame> Camera::next(std::chrono::milliseconds patience) {
    const MonoMillis before = clock_.now().mono;
    if (source_ == nullptr) open(before);
    if (source_ == nullptr) {
        std::this_thread::sleep_for(patience);
        return std::nullopt;
    }
    auto frame = source_->next(patience);
    const MonoMillis now = clock_.now().mono;
    if (!frame) {
        lose(CameraHealth::lost, frame.error().text());
        return std::nullopt;
    }
    if (!*frame) {
        if (now - heard_at_ > rules_.silent_ms_max) lose(CameraHealth::lost, "The camera sends no pictures.");
        return std::nullopt;
    }
    heard_at_ = now;
    const bool moved = differs(**frame);
    if (moved) changed_at_ = now;
    if (now - changed_at_ > rules_.frozen_after_ms) {
        lose(CameraHealth::frozen, "The camera repeats one picture.");
        return std::nullopt;
    }
    // A camera opened again after it froze is believed when its picture moves, not before.
    if (health_ == CameraHealth::frozen && !moved) return std::nullopt;
    health_ = CameraHealth::live;
    trouble_.clear();
    return CameraFrame{std::move(**frame), ++frames_, now};
}

void Camera::open(MonoMillis now) {
    if (tried_at_ && now - *tried_at_ < rules_.reopen_every_ms) return;
    tried_at_ = now;
    auto opened = opener_();
    if (!opened) {
        if (frames_ == 0) health_ = CameraHealth::absent;
        trouble_ = opened.error().text();
        return;
    }
    source_ = std::move(*opened);
    if (frames_ == 0) health_ = CameraHealth::starting;
    heard_at_ = now;
    changed_at_ = now;
}

void Camera::lose(CameraHealth health, std::string trouble) {
    source_.reset();
    health_ = health;
    trouble_ = std::move(trouble);
}

bool Camera::differs(const GreyImage& image) {
    const std::uint32_t before = std::exchange(fingerprint_, fingerprint_of(image));
    return fingerprint_ != before || !source_->moves();
}

}  // namespace baodao
